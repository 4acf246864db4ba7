import { sql, type Kysely } from "kysely";

/** One passport at a time for a seller and a market, frozen as it was issued; and what goes with the goods to a market. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index export_passports_one_live on export_passports (seller_id, market_id) where revoked_at is null`.execute(
    db,
  );
  await sql`
    alter table export_passports
      add constraint export_passports_in_order check (revoked_at >= issued_at)`.execute(db);
  await sql`
    create function refuse_passport_change() returns trigger language plpgsql as $$
    begin
      if old.revoked_at is null and to_jsonb(new) - 'revoked_at' = to_jsonb(old) - 'revoked_at' then
        return new;
      end if;
      raise exception 'a passport stays as it was issued: revoke it and issue another';
    end $$`.execute(db);
  await sql`
    create trigger export_passports_frozen before update on export_passports
    for each row execute function refuse_passport_change()`.execute(db);

  await sql`alter table market_readiness add column met_rules text[]`.execute(db);
  await sql`comment on column market_readiness.met_rules is 'ids of mandatory market rules that apply and are met; null: judged before they were kept'`.execute(
    db,
  );

  await sql`alter table market_rules add column paper_when text check (paper_when <> '')`.execute(db);
  await sql`comment on column market_rules.paper_when is 'condition that narrows applies_when for the paper alone'`.execute(
    db,
  );
  await sql`alter table market_rule_texts add column paper text check (paper <> '')`.execute(db);
  await sql`comment on column market_rule_texts.paper is 'what of the rule goes with the goods, in a few words'`.execute(
    db,
  );
}
