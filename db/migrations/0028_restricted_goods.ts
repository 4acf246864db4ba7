import { sql, type Kysely } from "kysely";

/** What may leave the country only after somebody has looked: old things, protected species; and works of a portfolio. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table listings
      drop column is_antique,
      add column made_year int check (made_year between 1 and 2200),
      add column species_cleared_at timestamptz,
      add column species_cleared_by text references users on delete set null,
      add column species_cleared_basis text check (species_cleared_basis in ('permit', 'reason')),
      add column species_cleared_words text check (species_cleared_words <> ''),
      add constraint listings_made_year_of_goods check (kind = 'good' or made_year is null),
      add constraint listings_species_cleared check (
        (species_cleared_at is null) = (species_cleared_basis is null)
        and (species_cleared_at is not null or (species_cleared_by is null and species_cleared_words is null))
        and (species_cleared_basis is distinct from 'reason' or species_cleared_words is not null))`.execute(db);
  await sql`
    alter table listings
      add column is_species_stopped boolean not null generated always as (
        coalesce(restricted_material, 'none') <> 'none' and species_cleared_at is null) stored`.execute(db);
  await sql`comment on column listings.made_year is 'of goods that were there before their seller offers them; what is made anew has none'`.execute(
    db,
  );
  await sql`comment on column listings.is_species_stopped is 'names a protected species that no reviewer has cleared: the public does not see it'`.execute(
    db,
  );
  await takeClearanceBack(db);
  await guardPublications(db);
  await sql`
    alter table portfolio_works
      add column version int not null default 1 check (version > 0),
      add constraint portfolio_works_url check (url ~ '^https?://'),
      drop constraint portfolio_works_seller_id_position_key,
      add constraint portfolio_works_position unique (seller_id, position) deferrable initially immediate`.execute(db);
}

/** What was cleared is this material in this wood, and nothing else. */
async function takeClearanceBack(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function take_species_clearance_back() returns trigger language plpgsql as $$
    begin
      if (new.restricted_material, new.wood_species) is distinct from (old.restricted_material, old.wood_species) then
        new.species_cleared_at := null;
        new.species_cleared_by := null;
        new.species_cleared_basis := null;
        new.species_cleared_words := null;
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger listings_species_clearance before update of restricted_material, wood_species on listings
    for each row execute function take_species_clearance_back()`.execute(db);
}

/**
 * The last guard, whoever publishes: a constraint cannot know today, but it knows the day of the publication. What grows too
 * old after it is left out by `selectPublicListings`.
 */
async function guardPublications(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table listing_publications
      add constraint listing_publications_not_over_100_years check (
        (snapshot ->> 'madeYear')::int >= extract(year from published_at at time zone 'Asia/Baku') - 100)`.execute(db);
  await sql`
    create function refuse_stopped_species() returns trigger language plpgsql as $$
    begin
      if coalesce(new.snapshot ->> 'restrictedMaterial', 'none') <> 'none'
        and exists (select from listings where id = new.listing_id and is_species_stopped) then
        raise exception 'a protected species is published only after a reviewer has cleared it';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger listing_publications_species before insert on listing_publications
    for each row execute function refuse_stopped_species()`.execute(db);
}
