import { sql, type Kysely } from "kysely";

/** What lists are searched in by words as they are typed: folded when it is written, not for every row of every search. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table listing_texts add column folded_title text not null
      generated always as (lower(translate(title, 'İIıƏəĞğÖöÜüÇçŞş', 'iiieeggoouuccss'))) stored`.execute(db);
  await sql`comment on column listing_texts.folded_title is 'as platform/db/holds-words folds what somebody types'`.execute(
    db,
  );
}
