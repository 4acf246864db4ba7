import { sql, type Kysely } from "kysely";

/**
 * The freshest of a seller's listings are found without reading the others: the four beside each listing's page took longer
 * the more she had. A publication names its seller in what is frozen, so a listing must never change hands.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function refuse_other_seller() returns trigger language plpgsql as $$
    begin
      raise exception 'a listing stays with its seller: its publications name her';
    end $$`.execute(db);
  await sql`
    create trigger listings_keep_their_seller before update of seller_id on listings
    for each row when (new.seller_id <> old.seller_id) execute function refuse_other_seller()`.execute(db);
  await sql`create index listing_publications_of_seller
    on listing_publications ((card ->> 'sellerId'), first_published_at desc, listing_id) where is_current`.execute(db);
  // Without statistics of the expression every two-hundredth row would seem to be hers.
  await sql`analyze listing_publications`.execute(db);
}
