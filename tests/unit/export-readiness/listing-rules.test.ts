import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ListingSnapshot } from "~/modules/catalog";
import { rulesOfListing } from "~/modules/export-readiness/listing/listing-rules";
import type { MarketRule } from "~/modules/export-readiness/market-rules";
import { marketsFile } from "~db/reference/schema";

const FILE = new URL("../../../db/reference/markets.json", import.meta.url);
const file = marketsFile.parse(JSON.parse(readFileSync(FILE, "utf8")));
const written = [
  ...file.common_rules.map((rule) => ({ market: undefined, ...rule })),
  ...file.markets.flatMap(({ id, rules: own }) => own.map((rule) => ({ market: id, ...rule }))),
];
const named = new Set(written.flatMap(({ id, paper }) => (paper ? [id] : [])));
const rules = written.map((rule): MarketRule & { paperWhen: string | undefined } => ({
  id: rule.id,
  market: rule.market,
  kind: rule.kind,
  level: rule.level,
  appliesWhen: rule.applies_when ?? undefined,
  paperWhen: rule.paper_when,
  check: { type: "none" },
}));

const FLAGS = { isTextile: false, isFragile: false, needsCulturalCheck: false, isWood: false, isForChildren: false };
const CATEGORIES: Readonly<Record<string, Partial<typeof FLAGS>>> = {
  "carpets-pile": { isTextile: true, needsCulturalCheck: true },
  kelaghayi: { isTextile: true },
  "pottery-tableware": { needsCulturalCheck: true, isFragile: true },
  toys: { isForChildren: true },
};
const listings = {
  flagsOf: (id: string) => ({ ...FLAGS, ...CATEGORIES[id] }),
  needsCulturalCheck: (code: string) => code.startsWith("5701") || undefined,
  isIncoterm: () => true,
};

// What decides about papers; the rest of a listing is of no matter to them.
const listing = (changes: Partial<ListingSnapshot>) =>
  ({
    kind: "good",
    categoryId: "copperware",
    hasFoodContact: false,
    isForChildren: false,
    needsCulturalCheck: false,
    restrictedMaterial: "none",
    ...changes,
  }) as ListingSnapshot;

const carpet = listing({ categoryId: "carpets-pile", hsCode: "570110" });
const copper = listing({ hsCode: "741810" });
const idsOf = (snapshot: ListingSnapshot, market: string | undefined) =>
  rulesOfListing(snapshot, market, { rules, listings }).flatMap(({ id }) => (named.has(id) ? [id] : []));

describe("what goes with one listing", () => {
  it("is the certificate of the Ministry and a fibre label for a carpet to the European Union", () => {
    expect(idsOf(carpet, "EU")).toEqual(["ALL-G1", "ALL-G4", "EU-G1", "EU-G2"]);
    expect(idsOf(carpet, "US")).toEqual(["ALL-G1", "ALL-G4", "US-G1", "US-G2", "US-G3"]);
  });

  it("is the weight and value of the copper for a copper cup to the United States, and no such thing elsewhere", () => {
    expect(idsOf(copper, "US")).toEqual(["ALL-G1", "US-G3", "US-G4"]);
    expect(idsOf(copper, "EU")).toEqual(["ALL-G1", "EU-G2"]);
    expect(idsOf(listing({ hsCode: "741810", hasFoodContact: true }), "EU")).toContain("EU-G4");
  });

  it("is nothing of goods for a service, and nothing of services for a good", () => {
    const service = listing({ kind: "service", categoryId: "graphic-design" });
    expect(idsOf(service, "EU")).toEqual(["ALL-S1"]);
    expect(idsOf(service, "RU")).toEqual(["ALL-S1"]);
    for (const market of ["EU", "US", "RU"]) expect(idsOf(copper, market)).not.toContain("ALL-S1");
  });

  it("is a permit where there is wildlife material in it, and none where there is not", () => {
    expect(idsOf(listing({ restrictedMaterial: "horn" }), "US")).toEqual(expect.arrayContaining(["ALL-G5", "US-G5"]));
    expect(idsOf(copper, "US")).not.toContain("ALL-G5");
  });

  it("is of its own country: its rules and those of all, and of all alone where no market is known", () => {
    expect(idsOf(carpet, undefined)).toEqual(["ALL-G1", "ALL-G4"]);
    expect(idsOf(listing({ categoryId: "kelaghayi", hsCode: "621410" }), "JP")).toEqual(["ALL-G1", "JP-G1"]);
  });

  it("never lists advice", () => {
    const concerning = rulesOfListing(carpet, "US", { rules, listings });
    expect(concerning.filter(({ level }) => level === "advice")).toEqual([]);
  });
});
