import { sql } from "kysely";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readCsv } from "~db/reference/csv";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";

const read = (name: string) => JSON.parse(readFileSync(`db/reference/${name}`, "utf8"));

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(testDb);
  return rows[0]?.count ?? -1;
}

describe("reference data", () => {
  it("brings every entry of every file", async () => {
    await loadReferenceData(testDb);

    const regions = read("regions.json");
    const markets = read("markets.json");
    const rules = markets.markets.flatMap((market: { rules: unknown[] }) => market.rules);
    expect({
      regions: await count("regions"),
      places: await count("places"),
      elements: await count("heritage_elements"),
      indications: await count("geographical_indications"),
      traditions: await count("craft_traditions"),
      categories: await count("categories"),
      hsCodes: await count("hs_codes"),
      incoterms: await count("incoterms"),
      markets: await count("markets"),
      rules: await count("market_rules"),
      ruleTexts: await count("market_rule_texts"),
    }).toEqual({
      regions: regions.regions.length,
      places: regions.places.length,
      elements: regions.ich_elements.length,
      indications: regions.geographical_indications.length,
      traditions: regions.craft_traditions.length,
      categories: read("categories.json").categories.length,
      hsCodes: readCsv(readFileSync("db/reference/hs-creative.csv", "utf8")).length,
      incoterms: 11,
      markets: 10,
      rules: rules.length + markets.common_rules.length,
      ruleTexts: 3 * (rules.length + markets.common_rules.length),
    });
  });

  it("says of each file where it is from, as of when, and when it was loaded", async () => {
    await loadReferenceData(testDb);

    const loads = await testDb.selectFrom("referenceLoads").select(["name", "source", "asOf", "loadedAt"]).execute();
    expect(loads.map(({ name }) => name)).toEqual(expect.arrayContaining(["regions.json", "hs-creative.csv"]));
    expect(loads.every(({ source, asOf }) => source !== "" && asOf !== "")).toBe(true);
  });

  it("writes nothing the second time, and mends what was changed by hand when a file changes", async () => {
    await loadReferenceData(testDb);
    expect(await loadReferenceData(testDb)).toEqual([]);

    await testDb.updateTable("incoterms").set({ nameEn: "spoiled" }).where("code", "=", "FCA").execute();
    await testDb
      .updateTable("referenceLoads")
      .set({ sha256: "0".repeat(64) })
      .where("name", "=", "incoterms.csv")
      .execute();

    expect(await loadReferenceData(testDb)).toEqual(["incoterms.csv"]);
    const fca = await testDb.selectFrom("incoterms").where("code", "=", "FCA").select("nameEn").executeTakeFirst();
    expect(fca?.nameEn).toBe("Free Carrier");
  });

  it("publishes the criteria, writes mended words again, and leaves a version that staff have published", async () => {
    await loadReferenceData(testDb);
    const forget = () =>
      testDb
        .updateTable("referenceLoads")
        .set({ sha256: "0".repeat(64) })
        .where("name", "=", "readiness-criteria.json")
        .execute();
    const published = () =>
      testDb
        .selectFrom("readinessModels")
        .select(["version", "status", sql<number>`jsonb_array_length(content -> 'criteria')`.as("count")])
        .orderBy("version")
        .execute();
    const { meta, criteria } = read("readiness-criteria.json");
    const ours = { version: meta.version, status: "published", count: criteria.length };
    expect(await published()).toEqual([ours]);

    await testDb
      .updateTable("readinessModels")
      .set({ content: JSON.stringify({ criteria: [] }) })
      .execute();
    await forget();
    await loadReferenceData(testDb);
    expect(await published()).toEqual([ours]);

    const own = { version: "2", status: "published", content: JSON.stringify({ criteria: [] }) };
    const at = new Date("2026-11-01T09:00:00Z");
    await testDb.updateTable("readinessModels").set({ status: "retired" }).execute();
    await testDb
      .insertInto("readinessModels")
      .values({ ...own, createdAt: at, publishedAt: at })
      .execute();
    await forget();
    await loadReferenceData(testDb);
    expect(await published()).toEqual([
      { ...ours, status: "retired" },
      { version: "2", status: "published", count: 0 },
    ]);
  });

  it("maps each member of the European Union to its market, and countries without a market to none", async () => {
    await loadReferenceData(testDb);

    const rows = await testDb
      .selectFrom("destinations")
      .select(["country", "marketId", "currency", "position"])
      .execute();
    const byCountry = new Map(rows.map((row) => [row.country, row]));
    expect(rows.filter(({ marketId }) => marketId === "EU")).toHaveLength(27);
    expect(byCountry.get("DE")).toMatchObject({ marketId: "EU", currency: "EUR" });
    expect(byCountry.get("NO")).toMatchObject({ marketId: null, currency: "NOK" });
    expect(byCountry.get("AZ")?.position).toBe(0);
  });

  it("keeps a category's place in the tree, its heritage element and its flags", async () => {
    await loadReferenceData(testDb);

    const copper = await testDb
      .selectFrom("categories")
      .where("id", "=", "copperware")
      .select(["parentId", "kind", "heritageElementId", "hasFoodContact", "isTextile", "hsHints"])
      .executeTakeFirst();
    expect(copper).toEqual({
      parentId: "metalwork",
      kind: "good",
      heritageElementId: "ich-2015-lahij",
      hasFoodContact: true,
      isTextile: false,
      hsHints: ["741810", "741980", "830629"],
    });
  });
});
