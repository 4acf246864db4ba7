import {
  hasAllFibres,
  OF_ANY,
  OF_GOODS,
  OF_SERVICES,
  type JudgedListing,
  type ListingReference,
} from "../listing-criteria";
import type { CriterionPlace } from "../types";

/** On which page of a listing a criterion is met, of goods and of services; pictures have a page of their own. */
const PART_OF: Readonly<Record<string, { good: string; service?: string }>> = {
  "OF-02": { good: "pictures" },
  "OF-03": { good: "en", service: "en" },
  "OF-04": { good: "about" },
  "OF-05": { good: "export" },
  "OF-07": { good: "conditions", service: "conditions" },
  "CO-01": { good: "export" },
  "CO-02": { good: "export" },
  "CO-03": { good: "export" },
  "CO-04": { good: "export" },
  "PR-01": { good: "price", service: "price" },
  "PR-02": { good: "price" },
  "PR-03": { good: "stock", service: "conditions" },
  "LO-01": { good: "export" },
  "LO-04": { good: "conditions", service: "conditions" },
  "DO-01": { good: "export" },
  "DO-02": { good: "about" },
  "IP-01": { good: "export", service: "conditions" },
  "IP-04": { good: "conditions", service: "conditions" },
};

const ELSEWHERE: Readonly<Record<string, CriterionPlace>> = {
  "ID-01": { kind: "shop", step: "legal" },
  "ID-03": { kind: "shop", step: "contacts" },
  "ID-04": { kind: "profile" },
  "OF-01": { kind: "listings" },
  "OF-06": { kind: "portfolio" },
  "OF-08": { kind: "profile" },
  "CO-10": { kind: "markets" },
  "LO-02": { kind: "shipping" },
  "PA-02": { kind: "profile" },
  "MA-01": { kind: "profile" },
  "MA-02": { kind: "profile" },
  "MA-03": { kind: "inbox" },
};

export type Sought = {
  /** Published listings that are open to export. */
  listings: readonly JudgedListing[];
  papers: ReadonlyMap<string, string>;
  reference: ListingReference;
};

/** What is looked through for a place: goods and services that are offered abroad, and the papers of the criteria. */
export function soughtIn(
  { listings }: { listings: readonly JudgedListing[] },
  { model, listings: reference }: { model: Pick<Sought, "papers">; listings: ListingReference },
): Sought {
  return {
    listings: listings.filter(({ snapshot }) => snapshot.isOpenToExport),
    papers: model.papers,
    reference,
  };
}

/** Where something is done about a criterion: the first listing that lacks it, a page of the shop, or an upload. */
export function placeOf(criterion: string, { listings, papers, reference }: Sought): CriterionPlace | undefined {
  const documentType = papers.get(criterion);
  if (documentType !== undefined) return { kind: "papers", documentType };
  const parts = PART_OF[criterion];
  if (parts === undefined) return ELSEWHERE[criterion];
  const lacking = listings.filter((listing) => lacks(criterion, listing, reference));
  // A listing that was worked on and not sent may lack nothing any more: the others come first.
  const first = lacking.find(({ hasUnsentChanges }) => !hasUnsentChanges) ?? lacking.at(0);
  if (!first) return { kind: "listings" };
  const { listingId, texts, kind } = first.snapshot;
  if (first.hasUnsentChanges) {
    return { kind: "unsent", listingId, title: texts.az.title, lackingCount: lacking.length };
  }
  const part = kind === "service" ? (parts.service ?? parts.good) : parts.good;
  return { kind: "listing", listingId, part, title: texts.az.title, lackingCount: lacking.length };
}

function lacks(criterion: string, listing: JudgedListing, reference: ListingReference): boolean {
  const { kind, categoryId } = listing.snapshot;
  if (criterion === "CO-03") return reference.flagsOf(categoryId).isTextile && !hasAllFibres(listing);
  const rule = OF_ANY[criterion] ?? (kind === "good" ? OF_GOODS[criterion] : OF_SERVICES[criterion]);
  return rule !== undefined && !rule(listing, reference);
}
