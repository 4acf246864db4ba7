import { m } from "~/paraglide/messages.js";
import type { OrderFacts } from "../fulfilment/facts.server";
import { PROBLEM_DAYS, withdrawUntil } from "../fulfilment/rules";
import { RATING_DAYS } from "../ratings/rules";
import { refusalTextFor } from "../refusals.server";
import { DAY_MS } from "../rules";
import type { FulfilmentRefusal } from "../types";
import type { BuyersDeed, SellersDeed, StaffsDeed } from "./deeds";

type AnyDeed = BuyersDeed | SellersDeed | StaffsDeed;
type Said = { side: "buyer" | "seller" | "staff"; facts: OrderFacts; day: (date: Date) => string };

/** Why something may not be done, in words: of what is over the day, of what has to wait what to do about it. */
export function whyInWords(deed: AnyDeed, why: FulfilmentRefusal, { side, facts, day }: Said): string {
  const ended = why === "too-late" ? endOf(deed, facts) : undefined;
  if (ended) return m["orders.refusal.tooLateSince"]({ day: day(ended) });
  if (why === "problem-open" && deed !== "confirm") return m["orders.refusal.problemOpenOwn"]();
  return refusalTextFor(side)[why]();
}

function endOf(deed: AnyDeed, facts: OrderFacts): Date | undefined {
  switch (deed) {
    case "accept":
    case "decline":
      return facts.acceptBy ?? undefined;
    case "ask-again":
      return facts.completeBy ?? undefined;
    case "rate":
      return daysAfter(facts.completedAt, RATING_DAYS);
    case "problem":
    case "refund":
      return daysAfter(facts.completedAt, PROBLEM_DAYS);
    case "withdrawal":
      return withdrawUntil(facts);
    default:
      return undefined;
  }
}

const daysAfter = (date: Date | null, days: number) => (date ? new Date(date.getTime() + days * DAY_MS) : undefined);
