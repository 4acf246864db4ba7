import type { ListingSnapshot } from "~/modules/catalog";
import type { KnownFacts } from "~/modules/export-readiness/judge";
import type { JudgedListing } from "~/modules/export-readiness/listing-criteria";
import type { ReadinessReference } from "~/modules/export-readiness/reference.server";
import { judgedCup } from "./judged-cup";

const text = (words: string) => ({
  title: `${words} fincan`,
  description: words.repeat(40),
  deliverables: "Fayllar",
  rights: "Hüquqlar",
});

function listing(changes: Partial<ListingSnapshot>): JudgedListing {
  const facts = { isWoodOriginKnown: true, isCopperWeighed: true, isCopperValued: true };
  const snapshot: Partial<ListingSnapshot> = {
    listingId: `listing-${changes.slug ?? ""}`,
    fibres: [{ fibre: "silk", percent: 100 }],
    texts: { az: text("Mis"), en: text("Copper") },
    hasFoodContact: true,
    isForChildren: true,
    restrictedMaterial: "coral",
    woodSpecies: ["Juglans regia"],
    claimedIndication: "Lahıc",
    needsCulturalCheck: true,
  };
  return { ...judgedCup({ ...snapshot, ...changes }), ...facts };
}

/** Goods and a service whom every criterion and every rule of every market concerns that can concern anybody. */
const GOODS = [
  listing({ slug: "cup" }),
  listing({ slug: "carpet", categoryId: "carpets-pile", hsCode: "570110" }),
  listing({ slug: "shoe", categoryId: "leather-other", hsCode: "640399" }),
  listing({ slug: "board", categoryId: "carved-wood", hsCode: "442090" }),
  listing({ slug: "ring", categoryId: "silver-jewellery", hsCode: "711311" }),
  listing({ slug: "jug", categoryId: "pottery-tableware", hsCode: "691200" }),
];
const SERVICE = listing({
  slug: "design",
  kind: "service",
  leadTimeDays: undefined,
  categoryId: "graphic-design",
  service: {
    deliveryMode: "in_person",
    turnaroundDays: 10,
    revisionsIncluded: 2,
    fileFormats: ["pdf"],
    handoverChannel: "link",
    timeZone: "Asia/Baku",
    workingLanguages: ["en"],
    rightsKind: "transfer",
  },
});

/** A seller of goods and services who lacks nothing on 27 November 2026, whatever is asked. */
export function readySeller({ model, rules, markets }: ReadinessReference): KnownFacts {
  const submittedAt = new Date("2026-10-01T08:00:00Z");
  return {
    offering: "both",
    voen: "1400555011",
    iban: "AZ21NABZ00000000137010001944",
    areContactsConfirmed: true,
    portfolioWorkCount: 3,
    routeCount: 2,
    targetMarkets: ["EU"],
    ordersCompleted: 5,
    openDisputes: 0,
    recentInquiryCount: 3,
    medianFirstReplyHours: 4,
    declarations: Object.fromEntries(
      model.criteria
        .filter(({ method }) => method === "declared")
        .map(({ id }) => [id, { isDeclared: true, isConfirmed: true }]),
    ),
    papers: [...model.papers.values()].map((documentType) => ({
      evidenceId: `paper-${documentType}`,
      documentType,
      status: "verified",
      expiresOn: "2027-06-01",
      categoryIds: [],
      submittedAt,
    })),
    confirmations: new Map(markets.map((market) => [market, new Set(rules.map(({ id }) => id))])),
    listings: [...GOODS, SERVICE],
  };
}
