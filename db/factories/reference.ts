import type { Db } from "~/platform/db/db.server";
import { writeRows } from "../bulk";
import { FACTORY_NOW, unique } from "./unique";

/** A leaf of the category tree beside those that the reference data brings. */
export async function makeCategory(
  db: Db,
  options: { id?: string; parentId?: string; kind?: "good" | "service"; label?: string } = {},
): Promise<{ categoryId: string }> {
  const id = options.id ?? `category-${unique().replaceAll(/[0-9]/g, "x")}`;
  const kind = options.kind ?? "good";
  await writeRows(db, "categories", [
    { id, parent_id: options.parentId ?? null, kind, position: 900, unesco_domain: "C" },
  ]);
  await writeRows(
    db,
    "category_texts",
    ["az", "en", "ru"].map((locale) => ({ category_id: id, locale, label: options.label ?? id })),
  );
  return { categoryId: id };
}

/**
 * Exchange rates of one day.
 *
 * @param aznPerUnit manats for one whole unit of each currency, `{ EUR: 1.9748 }`
 */
export async function makeRates(db: Db, aznPerUnit: Record<string, number>, quotedOn = "2026-11-20"): Promise<void> {
  const rows = Object.entries(aznPerUnit).map(([currency, manats]) => ({
    currency,
    quoted_on: quotedOn,
    azn_millionths: Math.round(manats * 1_000_000),
    source: "test",
    loaded_at: FACTORY_NOW.toISOString(),
  }));
  await writeRows(db, "exchange_rates", rows, { key: ["currency", "quoted_on"] });
}
