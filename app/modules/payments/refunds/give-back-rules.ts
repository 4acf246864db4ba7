import { done, refused, type Result } from "~/platform/result";
import type { RefundLine } from "./ask-refund.server";

/** Why money is not given back. */
export const GIVE_BACK_REFUSALS = [
  "order-missing",
  "nothing-left",
  "more-than-left",
  "dispute-open",
  "line-unknown",
  "too-many-pieces",
  "no-carriage",
  "nothing-chosen",
  "refund-missing",
  "not-failed",
  "already-retried",
] as const;
export type GiveBackRefusal = (typeof GIVE_BACK_REFUSALS)[number];

/** What of an order may still go back, in minor units of its currency. */
export type Givable = {
  leftMinor: bigint;
  /** What a bank holds, or has given the buyer already: it cannot be refunded. */
  disputedMinor: bigint;
  /** Pieces that have not gone back, by line. */
  lines: readonly { lineId: string; unitMinor: bigint; leftQuantity: number }[];
  /** Carriage that has not gone back. */
  carriageMinor: bigint;
};

export type WantedBack =
  | { what: "all" }
  | { what: "chosen"; pieces: readonly { lineId: string; quantity: number }[]; hasCarriage: boolean }
  | { what: "amount"; amountMinor: bigint };

export type GoingBack = { amountMinor: bigint; lines: RefundLine[] };

/** What a wish comes to by the order's own prices, or the first reason why it may not be. */
export function whatGoesBack(givable: Givable, wanted: WantedBack): Result<GoingBack, GiveBackRefusal> {
  const { leftMinor, disputedMinor } = givable;
  if (leftMinor <= 0n) return refused(disputedMinor > 0n ? "dispute-open" : "nothing-left");
  const priced = pricedOf(givable, wanted);
  if (!priced.ok || priced.value.amountMinor <= leftMinor) return priced;
  return refused(priced.value.amountMinor <= leftMinor + disputedMinor ? "dispute-open" : "more-than-left");
}

function pricedOf(givable: Givable, wanted: WantedBack): Result<GoingBack, GiveBackRefusal> {
  if (wanted.what === "all") return done({ amountMinor: givable.leftMinor, lines: [] });
  if (wanted.what === "amount") return done({ amountMinor: wanted.amountMinor, lines: [] });
  const lines: RefundLine[] = [];
  for (const [lineId, quantity] of together(wanted.pieces)) {
    const line = givable.lines.find((one) => one.lineId === lineId);
    if (!line) return refused("line-unknown");
    if (quantity > line.leftQuantity) return refused("too-many-pieces");
    lines.push({ orderLineId: lineId, quantity, amountMinor: line.unitMinor * BigInt(quantity) });
  }
  if (wanted.hasCarriage) {
    if (givable.carriageMinor <= 0n) return refused("no-carriage");
    lines.push({ orderLineId: null, quantity: null, amountMinor: givable.carriageMinor });
  }
  if (lines.length === 0) return refused("nothing-chosen");
  return done({ amountMinor: lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0n), lines });
}

/** A line that is named twice is meant twice. */
function together(pieces: readonly { lineId: string; quantity: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { lineId, quantity } of pieces) {
    if (quantity > 0) sums.set(lineId, (sums.get(lineId) ?? 0) + quantity);
  }
  return sums;
}
