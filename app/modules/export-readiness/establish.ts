import { isVoen } from "~/modules/sellers";
import { conditionsOf } from "./conditions";
import {
  hasAllFibres,
  OF_ANY,
  OF_GOODS,
  OF_SERVICES,
  ratioOf,
  type JudgedListing,
  type ListingReference,
} from "./listing-criteria";
import type { CriterionState, ReadinessInput } from "./rules";

/** What the platform, the seller and staff have put down about a seller, as of one day. */
export type SellerFacts = {
  offering: "goods" | "services" | "both";
  voen: string | undefined;
  areContactsConfirmed: boolean;
  /** Works of the portfolio that have a picture or a link, a year and the maker's own part. */
  portfolioWorkCount: number;
  /** Ways to send goods that have a price and days for at least one target market. */
  routeCount: number;
  targetMarkets: readonly string[];
  ordersCompleted: number;
  openDisputes: number;
  recentInquiryCount: number;
  medianFirstReplyHours: number | undefined;
  /** Of criteria that are declared: what the seller says, and whether staff have confirmed it. */
  declarations: Readonly<Record<string, { isDeclared: boolean; isConfirmed: boolean }>>;
  /** Of criteria that need a paper: the one that counts. */
  evidence: Readonly<Record<string, Extract<CriterionState, { kind: "evidence" }>>>;
  /** Published listings, whether they are open to export or not. */
  listings: readonly JudgedListing[];
};

const EXPORT_OFFERS = { goods: 3, both: 3, services: 2 } as const;
const PORTFOLIO_WORKS = 3;
const ROUTES = 2;
const COMPLETED_ORDERS = 5;
const ANSWER_HOURS = 48;

/**
 * What is established about each criterion but CO-10, which rests on the others, and which conditions hold. Pure: the same
 * facts give the same answer, also for a change to a listing that nobody has published yet.
 */
export function establish(facts: SellerFacts, reference: ListingReference, asOf: string): ReadinessInput {
  const open = facts.listings.filter(({ snapshot }) => snapshot.isOpenToExport);
  const goods = open.filter(({ snapshot }) => snapshot.kind === "good");
  const services = open.filter(({ snapshot }) => snapshot.kind === "service");
  const textiles = goods.filter(({ snapshot }) => reference.flagsOf(snapshot.categoryId).isTextile);
  const ratios = (rules: typeof OF_ANY, listings: readonly JudgedListing[]) =>
    Object.fromEntries(Object.entries(rules).map(([id, rule]) => [id, ratioOf(listings, reference, rule)]));
  return {
    offering: facts.offering,
    conditions: conditionsOf({ ...facts, goods, services }, reference),
    states: {
      ...sellerStates(facts, open.length),
      ...ratios(OF_ANY, open),
      ...ratios(OF_GOODS, goods),
      ...ratios(OF_SERVICES, services),
      "CO-03": ratioOf(textiles, reference, hasAllFibres),
      ...Object.fromEntries(
        Object.entries(facts.declarations).map(([id, said]) => [id, { kind: "declared", ...said } as const]),
      ),
      ...facts.evidence,
    },
    asOf,
  };
}

function upTo(count: number, target: number): CriterionState {
  return { kind: "ratio", met: Math.min(count, target), total: target };
}

function sellerStates(facts: SellerFacts, exportOffers: number): Record<string, CriterionState> {
  const { voen, medianFirstReplyHours: hours = ANSWER_HOURS + 1 } = facts;
  return {
    "ID-01": { kind: "fact", holds: voen !== undefined && isVoen(voen) },
    "ID-03": { kind: "fact", holds: facts.areContactsConfirmed },
    "OF-01": upTo(exportOffers, EXPORT_OFFERS[facts.offering]),
    "OF-06": upTo(facts.portfolioWorkCount, PORTFOLIO_WORKS),
    "LO-02": upTo(facts.routeCount, ROUTES),
    "MA-03": { kind: "fact", holds: hours <= ANSWER_HOURS },
    // An order in dispute is not counted, completed or not.
    "TR-01": upTo(Math.max(0, facts.ordersCompleted - facts.openDisputes), COMPLETED_ORDERS),
  };
}
