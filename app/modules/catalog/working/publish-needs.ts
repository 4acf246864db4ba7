import { lackingExportFacts, type WorkingListing } from "../snapshot";
import type { ListingSnapshot } from "../types";
import type { ListingPart } from "./parts/part";

/** What a listing cannot be published without. */
export const PUBLISH_NEEDS = ["picture", "title", "price", "stock"] as const;
export type PublishNeed = (typeof PUBLISH_NEEDS)[number];

/** Page on which a need or a task is seen to; pictures have one of their own. */
export type ListingPage = ListingPart | "pictures";

const PAGE_OF_NEED: Readonly<Record<PublishNeed, ListingPage>> = {
  picture: "pictures",
  title: "about",
  price: "price",
  stock: "stock",
};

/** What is still missing, in the order of the pages. */
export function lackingToPublish(working: WorkingListing): { need: PublishNeed; page: ListingPage }[] {
  const { listing, texts, tiers, pictures } = working;
  const isGood = listing.kind === "good";
  const has: Readonly<Record<PublishNeed, boolean>> = {
    picture: pictures.length > 0,
    title: texts.some(({ locale, title }) => locale === "az" && title.trim() !== ""),
    price: listing.priceKind === "on_request" || tiers.some(({ side }) => side === "home"),
    stock: isGood ? listing.stockPolicy !== null : listing.leadTimeDays !== null,
  };
  return PUBLISH_NEEDS.filter((need) => !has[need]).map((need) => ({
    need,
    page: need === "stock" && !isGood ? "conditions" : PAGE_OF_NEED[need],
  }));
}

/** What a listing is better with. */
export const LISTING_TASKS = [
  "description",
  "more-pictures",
  "materials",
  "hs-code",
  "weight",
  "size",
  "packed-size",
  "export-price",
  "incoterm",
  "rights-basis",
  "capacity",
  "english",
  "russian",
  "deliverables",
] as const;
export type ListingTask = (typeof LISTING_TASKS)[number];

/** Buyers abroad decide by pictures: front, detail and one in use. */
const ENOUGH_PICTURES = 3;
const SHORTEST_DESCRIPTION = 120;

type Rule = { page: ListingPage; isDone: (working: WorkingListing) => boolean; kinds: readonly string[] };

const BOTH = ["good", "service"];
const wantsExport = ({ listing }: WorkingListing) => listing.isOpenToExport;
const hasText = ({ texts }: WorkingListing, locale: string) =>
  texts.some((text) => text.locale === locale && !text.isDraft && text.title !== "");

const RULES: Readonly<Record<ListingTask, Rule>> = {
  description: {
    page: "about",
    kinds: BOTH,
    isDone: ({ texts }) =>
      texts.some(({ locale, description }) => locale === "az" && description.length >= SHORTEST_DESCRIPTION),
  },
  "more-pictures": { page: "pictures", kinds: BOTH, isDone: ({ pictures }) => pictures.length >= ENOUGH_PICTURES },
  materials: { page: "about", kinds: ["good"], isDone: ({ materialIds }) => materialIds.length > 0 },
  "hs-code": { page: "export", kinds: ["good"], isDone: ({ listing }) => listing.hsCode !== null },
  weight: {
    page: "export",
    kinds: ["good"],
    isDone: ({ listing }) => !lackingExportFacts(listing).includes("weight"),
  },
  size: { page: "export", kinds: ["good"], isDone: ({ listing }) => listing.lengthMm !== null },
  "packed-size": {
    page: "export",
    kinds: ["good"],
    isDone: ({ listing }) => listing.packedLengthMm !== null && listing.packedWeightGrams !== null,
  },
  "export-price": {
    page: "price",
    kinds: BOTH,
    isDone: (working) =>
      working.listing.priceKind === "on_request" ||
      (wantsExport(working) && working.tiers.some(({ side }) => side === "export")),
  },
  incoterm: { page: "price", kinds: ["good"], isDone: ({ listing }) => listing.incotermCode !== null },
  "rights-basis": { page: "export", kinds: ["good"], isDone: ({ listing }) => listing.rightsBasis !== null },
  capacity: { page: "stock", kinds: ["good"], isDone: ({ listing }) => listing.monthlyCapacity !== null },
  english: { page: "en", kinds: BOTH, isDone: (working) => hasText(working, "en") },
  russian: { page: "ru", kinds: BOTH, isDone: (working) => hasText(working, "ru") },
  deliverables: {
    page: "conditions",
    kinds: ["service"],
    isDone: ({ texts }) => texts.some(({ locale, deliverables }) => locale === "az" && Boolean(deliverables)),
  },
};

/** What is worth doing next, in the order in which it helps. */
export function openTasks(working: WorkingListing): { task: ListingTask; page: ListingPage }[] {
  return LISTING_TASKS.filter((task) => {
    const { kinds, isDone } = RULES[task];
    return kinds.includes(working.listing.kind) && !isDone(working);
  }).map((task) => ({ task, page: RULES[task].page }));
}

/**
 * What a reviewer judges of a published listing, besides its pictures and the names of its variants. Prices, stock, terms
 * and measures are the seller's own affair: a change of them alone is public at once.
 */
const REVIEWED = [
  "kind",
  "categoryId",
  "techniqueId",
  "materialIds",
  "fibres",
  "placeId",
  "originCountry",
  "hsCode",
  "texts",
  "rightsBasis",
  "hasFoodContact",
  "isForChildren",
  "madeYear",
  "restrictedMaterial",
  "woodSpecies",
  "claimedIndication",
  "heritageElementId",
] as const satisfies readonly (keyof ListingSnapshot)[];

/** Whether a change has to be looked at by the Federation. */
export function needsReview(published: ListingSnapshot, written: ListingSnapshot): boolean {
  return canonical(judgedOf(published)) !== canonical(judgedOf(written));
}

type Sending = {
  isTrusted: boolean;
  isSpeciesStopped: boolean;
  /** What was judged and may be public still; undefined for what is judged like a new one. */
  published: ListingSnapshot | undefined;
  written: ListingSnapshot;
};

/** Whether the Federation looks at a listing before the public does; a protected species waits, whoever offers it. */
export function isLookedAtFirst({ isTrusted, isSpeciesStopped, published, written }: Sending): boolean {
  return isSpeciesStopped || (!isTrusted && (published === undefined || needsReview(published, written)));
}

function judgedOf(snapshot: ListingSnapshot) {
  return [
    ...REVIEWED.map((field) => snapshot[field] ?? null),
    // Which variant a picture shows, and how the variants are sold, is the seller's own affair.
    snapshot.pictures.map(({ sha256, view }) => ({ sha256, view })),
    snapshot.variants.flatMap(({ names }) => names ?? []),
  ];
}

/** The same text for the same value, in whatever order the database keeps its names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
