import { describe, expect, it } from "vitest";
import type { ListingSnapshot } from "~/modules/catalog";
import { establish, type SellerFacts } from "~/modules/export-readiness/establish";
import type { CategoryFlags, JudgedListing, ListingReference } from "~/modules/export-readiness/listing-criteria";
import { valueOf } from "~/modules/export-readiness/rules";
import { judgedCup, pictureOf } from "~tests/support/judged-cup";

const TODAY = "2026-11-27";

const PLAIN: CategoryFlags = {
  isTextile: false,
  isFragile: false,
  needsCulturalCheck: false,
  isWood: false,
  isForChildren: false,
};

const reference: ListingReference = {
  flagsOf: (categoryId) => (categoryId === "silk-scarves" ? { ...PLAIN, isTextile: true } : PLAIN),
  needsCulturalCheck: (hsCode) => ({ "741810": false, "570110": true })[hsCode],
  isIncoterm: (code) => ["EXW", "FCA", "DAP"].includes(code),
};

const facts = (changes: Partial<SellerFacts> = {}): SellerFacts => ({
  offering: "goods",
  voen: undefined,
  areContactsConfirmed: false,
  portfolioWorkCount: 0,
  routeCount: 0,
  targetMarkets: [],
  ordersCompleted: 0,
  openDisputes: 0,
  recentInquiryCount: 0,
  medianFirstReplyHours: undefined,
  declarations: {},
  evidence: {},
  listings: [],
  ...changes,
});

const valueFrom = (id: string, changes: Partial<SellerFacts>) =>
  valueOf(establish(facts(changes), reference, TODAY).states[id], TODAY);

const without = (...fields: (keyof ListingSnapshot)[]) =>
  judgedCup(Object.fromEntries(fields.map((field) => [field, undefined])));

describe("what is established about a seller", () => {
  const GOODS = [
    "OF-02",
    "OF-03",
    "OF-04",
    "OF-05",
    "CO-01",
    "CO-02",
    "CO-04",
    "PR-01",
    "PR-02",
    "PR-03",
    "LO-01",
    "DO-01",
    "DO-02",
    "IP-01",
  ];

  it("is the share of listings that are open to export and meet a rule; of none it is nothing", () => {
    for (const id of GOODS) {
      expect([id, valueFrom(id, { listings: [judgedCup()] })]).toEqual([id, 100]);
      expect([id, valueFrom(id, {})]).toEqual([id, 0]);
    }
    const closed = judgedCup({ isOpenToExport: false, pictures: [] });
    expect(valueFrom("OF-02", { listings: [judgedCup(), closed] })).toBe(100);
    expect(
      valueFrom("OF-02", { listings: [judgedCup(), judgedCup({ pictures: [] }), judgedCup({ pictures: [] })] }),
    ).toBe(33);
  });

  it.each<[string, JudgedListing]>([
    ["OF-02", judgedCup({ pictures: [1_600, 1_600, 1_600, 1_599].map(pictureOf) })],
    ["OF-03", judgedCup({ texts: { az: { title: "Mis fincan", description: "x".repeat(200) } } })],
    [
      "OF-03",
      judgedCup({ texts: { az: judgedCup().snapshot.texts.az, en: { title: "Cup", description: "x".repeat(79) } } }),
    ],
    ["OF-04", without("techniqueId")],
    ["OF-04", judgedCup({ materialIds: [] })],
    ["OF-05", without("netWeightGrams")],
    ["CO-01", judgedCup({ hsCode: "999999" }, false)],
    ["CO-02", judgedCup({}, false)],
    ["CO-04", without("restrictedMaterial")],
    ["PR-01", judgedCup({ exportTiers: [{ minimumQuantity: 1, amountMinor: "2500", currency: "AZN" }] })],
    ["PR-02", judgedCup({ incoterm: { code: "XYZ", place: "Baku" } })],
    ["PR-03", without("leadTimeDays")],
    ["LO-01", without("packedSize")],
    ["DO-01", without("originCountry")],
    ["DO-02", without("placeId")],
    ["IP-01", without("rightsBasis")],
  ])("%s is not met by a listing that lacks what it asks for", (id, listing) => {
    expect(valueFrom(id, { listings: [listing] })).toBe(0);
  });

  it("takes a tariff code that a reviewer has accepted, whatever the list says", () => {
    expect(valueFrom("CO-01", { listings: [judgedCup({ hsCode: "999999" })] })).toBe(100);
  });

  it("asks of a service what buyers of services ask", () => {
    const service = {
      fileFormats: ["pdf"],
      workingLanguages: ["az", "en"],
      handoverChannel: "e-mail",
      timeZone: "Asia/Baku",
      turnaroundDays: 10,
      revisionsIncluded: 2,
      rightsKind: "transfer" as const,
    };
    const az = { title: "Loqo", description: "Loqo çəkirik.", deliverables: "SVG", rights: "Hamısı keçir." };
    const design = (changes: Partial<ListingSnapshot> = {}) =>
      judgedCup({
        kind: "service",
        texts: { az },
        service,
        stockPolicy: undefined,
        leadTimeDays: undefined,
        ...changes,
      });
    for (const id of ["OF-07", "LO-04", "IP-04", "PR-03"]) {
      expect([id, valueFrom(id, { listings: [design()] })]).toEqual([id, 100]);
    }
    const { deliverables: _said, ...unsaid } = az;
    expect(valueFrom("OF-07", { listings: [design({ texts: { az: unsaid } })] })).toBe(0);
    expect(valueFrom("LO-04", { listings: [design({ service: { ...service, fileFormats: [] } })] })).toBe(0);
    const { rightsKind: _kind, ...open } = service;
    expect(valueFrom("IP-04", { listings: [design({ service: open })] })).toBe(0);
    expect(valueFrom("OF-02", { listings: [design()] })).toBe(0);
  });

  it("asks textiles for all of their fibres", () => {
    const scarf = (percents: number[]) =>
      judgedCup({
        categoryId: "silk-scarves",
        fibres: percents.map((percent, at) => ({ fibre: `fibre_${at}`, percent })),
      });
    expect(valueFrom("CO-03", { listings: [scarf([66.67, 33.33]), judgedCup()] })).toBe(100);
    expect(valueFrom("CO-03", { listings: [scarf([60]), scarf([100])] })).toBe(50);
    const { conditions } = establish(facts({ listings: [scarf([100])] }), reference, TODAY);
    expect(conditions).toContain("has_textiles");
  });

  it("counts offers, works, routes and orders up to what is enough", () => {
    const three = [judgedCup(), judgedCup(), judgedCup()];
    expect(valueFrom("OF-01", { listings: three.slice(1) })).toBe(66);
    expect(valueFrom("OF-01", { listings: three.slice(1), offering: "services" })).toBe(100);
    expect(valueFrom("OF-06", { portfolioWorkCount: 7 })).toBe(100);
    expect(valueFrom("LO-02", { routeCount: 1 })).toBe(50);
    expect(valueFrom("TR-01", { ordersCompleted: 4 })).toBe(80);
  });

  it("holds a number of the tax office to its check digit, and answers to two days", () => {
    expect(valueFrom("ID-01", { voen: "1401555071" })).toBe(100);
    expect(valueFrom("ID-01", { voen: "1401555081" })).toBe(0);
    expect(valueFrom("ID-01", {})).toBe(0);
    expect(valueFrom("MA-03", { medianFirstReplyHours: 48 })).toBe(100);
    expect(valueFrom("MA-03", { medianFirstReplyHours: 49 })).toBe(0);
    expect(valueFrom("MA-03", {})).toBe(0);
  });

  it("knows which conditions hold", () => {
    const held = (changes: Partial<SellerFacts>) => establish(facts(changes), reference, TODAY).conditions;
    expect(held({})).toEqual([]);
    expect(held({ recentInquiryCount: 3 })).toEqual(["has_inquiries"]);
    expect(held({ listings: [judgedCup()], targetMarkets: ["EU"] })).toEqual([
      "targets_eu",
      "sells_to_consumers",
      "sells_to_business",
      "has_copper",
    ]);
    expect(held({ listings: [judgedCup({ hsCode: "570110" })] })).toEqual(
      expect.arrayContaining(["has_cultural_goods", "has_carpets", "has_light_industry"]),
    );
    expect(held({ listings: [judgedCup({ restrictedMaterial: "ivory" })] })).toContain("has_restricted_material");
    expect(held({ listings: [judgedCup({ isOpenToExport: false, hasFoodContact: true })] })).toEqual([]);
  });
});
