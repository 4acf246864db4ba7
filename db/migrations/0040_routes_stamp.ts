import { sql, type Kysely } from "kysely";

const TABLES = ["routes", "route_zones", "route_zone_countries", "route_rates"] as const;

/** Which sellers the changed rows of a table belong to. A zone whose route was taken away with it is told by the route. */
const SELLERS: Readonly<Record<(typeof TABLES)[number], string>> = {
  routes: "select seller_id from changed",
  route_zones: "select routes.seller_id from changed join routes on routes.id = changed.route_id",
  route_zone_countries: "select routes.seller_id from changed join routes on routes.id = changed.route_id",
  route_rates: `
    select routes.seller_id from changed
    join route_zones on route_zones.id = changed.zone_id join routes on routes.id = route_zones.route_id`,
};

/**
 * A stamp that is another one after every change of a seller's routes, so that who has kept them knows whether they still
 * hold. `routes_version` stays what the form guards itself with; the stamp also moves where routes are written without a form.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table sellers add column routes_stamp uuid not null default gen_random_uuid()`.execute(db);
  await sql`comment on column sellers.routes_stamp is 'another one after every change of the routes'`.execute(db);
  for (const table of TABLES) {
    const name = `stamp_${table}`;
    await sql`
      create function ${sql.id(name)}() returns trigger language plpgsql as $$
      begin
        update sellers set routes_stamp = gen_random_uuid() where id in (${sql.raw(SELLERS[table])});
        return null;
      end $$`.execute(db);
    for (const [event, rows] of [
      ["insert", "new"],
      ["update", "new"],
      ["delete", "old"],
    ] as const) {
      await sql`
        create trigger ${sql.id(`${table}_stamped_on_${event}`)} after ${sql.raw(event)} on ${sql.id(table)}
        referencing ${sql.raw(rows)} table as changed
        for each statement execute function ${sql.id(name)}()`.execute(db);
    }
  }
}
