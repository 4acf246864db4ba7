import { sql, type Kysely } from "kysely";

/** What waits for a decision of staff, who looks at it just now, and what was decided with which reasons. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table review_items (
      id uuid primary key default gen_random_uuid(),
      queue text not null check (queue ~ '^[a-z]+(_[a-z]+)*$'),
      subject_id uuid not null,
      subject_version int not null check (subject_version > 0),
      status text not null check (status in ('open', 'approved', 'changes_requested', 'rejected', 'withdrawn')),
      opened_at timestamptz not null,
      due_at timestamptz not null check (due_at > opened_at),
      claimed_by text references users,
      claimed_until timestamptz,
      decided_by text references users,
      decided_at timestamptz,
      note text check (note <> ''),
      check ((claimed_by is null) = (claimed_until is null)),
      check ((status in ('open', 'withdrawn')) = (decided_by is null)),
      check ((status = 'open') = (decided_at is null)),
      check (status = 'open' or claimed_by is null)
    )`.execute(db);
  await sql`comment on table review_items is 'knows no subject: the room that owns a queue says what its ids are'`.execute(
    db,
  );
  await sql`comment on column review_items.subject_version is 'the state that is to be judged; a later one replaces it while the item is open'`.execute(
    db,
  );
  await sql`create unique index review_items_one_open on review_items (queue, subject_id) where status = 'open'`.execute(
    db,
  );
  await sql`create index review_items_waiting on review_items (queue, opened_at, id) where status = 'open'`.execute(db);
  await sql`create index review_items_of_subject on review_items (queue, subject_id, opened_at desc)`.execute(db);
  await sql`
    create table review_reasons (
      item_id uuid not null references review_items on delete cascade,
      position int not null check (position >= 0),
      field text not null check (field <> ''),
      code text not null check (code ~ '^[a-z]+(-[a-z]+)*$'),
      words text check (words <> ''),
      primary key (item_id, position)
    )`.execute(db);
  await sql`comment on table review_reasons is 'what is to be mended, field by field; shown to whoever asked for the review'`.execute(
    db,
  );
}
