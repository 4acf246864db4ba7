import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { readSeedFile } from "~db/seed/catalogue";
import { seedUuid } from "~db/seed/ids";
import { seedDemo } from "~db/seed/seed";
import { testDb } from "~tests/support/database";
import { fieldPaths, readTable, valueAt, type Row, type Rows } from "~tests/support/seed-fields";
import { LISTING_FIELDS } from "~tests/support/seed-listing-fields";
import { byType, SELLER_FIELDS } from "~tests/support/seed-seller-fields";

const NOW = new Date("2026-11-24T09:00:00Z");

type Entry = { id: string; kind?: string; stock_type?: string };

/** Values whose stored form differs on purpose. */
function expected(path: string, entry: Entry, value: unknown): unknown {
  if (path === "seller") return seedUuid("seller", String(value));
  // What exists once has one price, the upper end of its range.
  if (path.endsWith("price_azn.min") && entry.stock_type === "one_of_a_kind") return valueAt(entry, "price_azn.max");
  if (path.endsWith("export_price.min") && entry.stock_type === "one_of_a_kind")
    return valueAt(entry, "export_price.max");
  if (path === "demo.documents" && Array.isArray(value)) return byType(value as { type: unknown }[]);
  if (path === "id" && entry.id.startsWith("s")) return seedUuid("seller", entry.id);
  return value;
}

const TABLES = [
  "listings listing_texts listing_slugs listing_materials listing_fibres listing_variants price_tiers listing_drawings",
  "sellers seller_texts seller_slugs seller_languages seller_target_markets seller_categories evidence market_confirmations",
  "seller_declarations seller_figures portfolio_works portfolio_work_texts routes route_zones route_zone_countries",
  "route_rates readiness_results places",
]
  .join(" ")
  .split(" ");

const tables = new Map<string, Row[]>();

function rowsOf(table: string, id: string): Rows {
  const one = tables.get(table)?.find((row) => row.id === id) ?? {};
  return {
    one,
    find: (from, owner) => {
      const [name = owner, of = id] = owner.split(":");
      return (tables.get(from) ?? []).filter((row) => row[name] === of);
    },
    place: tables.get("places")?.find((row) => row.id === one.placeId),
  };
}

function entriesOf(list: "sellers" | "listings", ...files: string[]): Entry[] {
  return files.flatMap((file) => (readSeedFile(file) as Record<string, Entry[]>)[list] ?? []);
}

const KINDS = [
  {
    table: "listings",
    name: "listing",
    entries: entriesOf("listings", "listings.json", "copper-cups.json"),
    fields: LISTING_FIELDS,
  },
  {
    table: "sellers",
    name: "seller",
    entries: entriesOf("sellers", "sellers.json", "copper-sellers.json"),
    fields: SELLER_FIELDS,
  },
];

beforeAll(async () => {
  await seedDemo(testDb, { now: NOW });
  for (const table of TABLES) tables.set(table, await readTable(testDb, table));
});

describe.each(KINDS)("the seed's $table", ({ table, name, entries, fields }) => {
  it("name a column for every field they have, and no field that they have not", () => {
    const paths = new Set(entries.flatMap((entry) => fieldPaths(entry)));
    expect([...paths].toSorted()).toEqual(Object.keys(fields).toSorted());
  });

  it("name only columns that exist", async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns`.execute(testDb);
    const known = new Set(rows.map((row) => row.name));
    expect(Object.values(fields).filter(({ at }) => !known.has(at))).toEqual([]);
  });

  it("are read back whole from the database", () => {
    const differences = entries.flatMap((entry) => {
      const rows = rowsOf(table, seedUuid(name, entry.id));
      return fieldPaths(entry).flatMap((path) => {
        const stored = fields[path]?.read(rows);
        const wanted = expected(path, entry, valueAt(entry, path));
        return JSON.stringify(canonical(stored)) === JSON.stringify(canonical(wanted))
          ? []
          : [{ id: entry.id, path, stored, wanted }];
      });
    });
    expect(differences).toEqual([]);
  });
});

/** Order of keys and of an unordered list of objects does not matter. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list = value.map(canonical);
    return list.every((one) => typeof one === "object")
      ? list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : list;
  }
  if (typeof value !== "object" || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, canonical(child)]),
  );
}
