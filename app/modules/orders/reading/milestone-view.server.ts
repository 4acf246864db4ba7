import { m } from "~/paraglide/messages.js";
import { textIn, type Locale } from "~/platform/i18n/locales";
import { whyNotAcceptMilestone } from "../fulfilment/rules";
import { refusalTextFor } from "../refusals.server";
import { COMPLETE_DAYS, DAY_MS } from "../rules";
import { completionText } from "./completion-text.server";
import type { OrderRecord } from "./record.server";
import type { MilestoneView } from "./views";

type Said = { side: "buyer" | "seller" | "staff"; lang: Locale; day: (date: Date) => string; now: Date };
type Milestone = OrderRecord["milestones"][number];

/** A part of a service in the reader's words: how it stands, and whether the buyer may accept it. */
export function milestoneView(
  milestone: Milestone,
  facts: OrderRecord["facts"],
  { side, lang, day, now }: Said,
): MilestoneView {
  const { milestoneId, titles, deliveredAt } = milestone;
  const why = whyNotAcceptMilestone(facts, milestone);
  const isOffered = deliveredAt !== null && why !== "not-now" && why !== "milestone-accepted";
  return {
    milestoneId,
    title: textIn(titles, lang).text,
    state: milestoneState(milestone, facts, day),
    offer: isOffered
      ? {
          why: why && refusalTextFor(side)[why](),
          ask: why === undefined && facts.milestonesToAccept === 1 ? completionText(facts, { day, now }) : undefined,
        }
      : undefined,
  };
}

function milestoneState({ deliveredAt, acceptedAt }: Milestone, { status }: OrderRecord["facts"], day: Said["day"]) {
  if (acceptedAt) return m["orders.page.milestone.accepted"]({ day: day(acceptedAt) });
  if (!deliveredAt) return m["orders.page.milestone.ahead"]();
  if (status !== "in_preparation") return m["orders.page.milestone.delivered"]({ day: day(deliveredAt) });
  const until = new Date(deliveredAt.getTime() + COMPLETE_DAYS * DAY_MS);
  return m["orders.page.milestone.toAccept"]({ day: day(deliveredAt), until: day(until) });
}
