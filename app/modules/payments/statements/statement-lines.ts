import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { toDecimal } from "~/platform/money";
import { entryWord } from "../words";
import type { Statement } from "./statement.server";

const REFUNDS: ReadonlySet<string> = new Set(["refund", "refund_failed", "dispute_lost"]);
/** They move money from one part of the balance to another. */
const WITHIN: ReadonlySet<string> = new Set(["release", "deposit_release", "counter_settled"]);
const PAYOUTS: ReadonlySet<string> = new Set(["payout_sent", "payout_returned"]);

/** A line of a statement, amounts in minor units of its currency; what is undefined is left empty. */
export type StatementLine = {
  on: string | undefined;
  what: string;
  reference: string | undefined;
  grossMinor: bigint | undefined;
  commissionMinor: bigint | undefined;
  refundMinor: bigint | undefined;
  payoutMinor: bigint | undefined;
  balanceMinor: bigint;
};

/** Names of a statement's columns, in the order of a line's parts. */
export function statementHead(): string[] {
  return [
    m["payments.payout.date"](),
    m["payments.payout.what"](),
    m["payments.statement.reference"](),
    m["payments.statement.gross"](),
    m["payments.payout.commission"](),
    m["payments.statement.refund"](),
    m["payments.statement.payout"](),
    m["payments.statement.balance"](),
  ];
}

/** The balance that the month began with, each movement with what it left, and the balance that it ended with. */
export function statementLines({ currency, openingMinor, movements, closingMinor }: Statement): StatementLine[] {
  let balanceMinor = openingMinor;
  const moved = movements.map((one): StatementLine => {
    const owed = one.pendingMinor + one.payableMinor;
    const change = owed + one.counterMinor;
    balanceMinor += change;
    const isRefund = REFUNDS.has(one.kind);
    const isPayout = PAYOUTS.has(one.kind);
    // A commission that was taken comes off the balance; of the gross it is a part.
    const gross = owed + one.commissionMinor;
    return {
      on: dayInBaku(one.bookedAt),
      // In a column the amount would count twice.
      what: WITHIN.has(one.kind)
        ? m["payments.statement.released"]({
            what: entryWord(one),
            amount: `${toDecimal({ amountMinor: one.payableMinor, currency })} ${currency}`,
          })
        : entryWord(one),
      reference: one.orderReference,
      grossMinor: isRefund || isPayout ? undefined : unlessNone(gross),
      commissionMinor: unlessNone(-one.commissionMinor),
      refundMinor: isRefund ? unlessNone(gross) : undefined,
      // What she took at her door is hers as a payout would be.
      payoutMinor: isPayout ? unlessNone(change) : WITHIN.has(one.kind) ? undefined : unlessNone(one.counterMinor),
      balanceMinor,
    };
  });
  return [
    standing(m["payments.statement.opening"](), openingMinor),
    ...moved,
    standing(m["payments.statement.closing"](), closingMinor),
  ];
}

const unlessNone = (amountMinor: bigint) => (amountMinor === 0n ? undefined : amountMinor);

function standing(what: string, balanceMinor: bigint): StatementLine {
  const empty = { grossMinor: undefined, commissionMinor: undefined, refundMinor: undefined, payoutMinor: undefined };
  return { on: undefined, what, reference: undefined, ...empty, balanceMinor };
}
