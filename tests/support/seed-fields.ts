import type { Db } from "~/platform/db/db.server";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every field of an entry as a path; a list is one field. */
export function fieldPaths(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [path];
  return Object.entries(value).flatMap(([key, child]) => fieldPaths(child, path === "" ? key : `${path}.${key}`));
}

export function valueAt(entry: unknown, path: string): Json | undefined {
  let value: unknown = entry;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null) return value === null ? null : undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value as Json | undefined;
}

export type Row = Record<string, unknown>;
/** The row of one entry, rows that belong to it (`find("route_zones", "routeId:…")`), and its place. */
export type Rows = { one: Row; find: (table: string, owner: string) => Row[]; place: Row | undefined };

/** Where a seed field lands (`table.column`) and how it is read back in the seed's own words. */
export type SeedField = { at: string; read: (rows: Rows) => unknown };

const LOCALES = ["az", "en", "ru"] as const;

/** A text per locale: `title` becomes `title.az`, `title.en`, `title.ru`. */
export function perLocale(
  path: string,
  at: string,
  read: (rows: Rows, locale: string) => unknown,
): Record<string, SeedField> {
  return Object.fromEntries(
    LOCALES.map((locale) => [`${path}.${locale}`, { at, read: (rows: Rows) => read(rows, locale) }]),
  );
}

/** Whole days from one calendar day to another. */
export function daysApart(from: string, until: string): number {
  return (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** All rows of a table; test databases are small. */
export async function readTable(db: Db, table: string): Promise<Record<string, unknown>[]> {
  return db
    .selectFrom(table as "listings")
    .selectAll()
    .execute();
}

export const column = (name: string, read: (value: unknown) => unknown = (value) => value) => {
  return ({ one }: Rows) => read(one[name]);
};
export const textOf = (table: string, owner: string, name: string) => (rows: Rows, locale: string) => {
  return rows.find(table, owner).find((row) => row.locale === locale)?.[name] ?? null;
};
export const ordered = (rows: Row[], name: string) => {
  return rows.toSorted((a, b) => Number(a.position) - Number(b.position)).map((row) => row[name]);
};
