import { DAY_MS, HOUR_MS } from "~/modules/orders/rules";

/** What happens in a history. Which of the orders, sessions, charges … it happens to is told by its place in their list. */
export type Command =
  | { kind: "checkout"; orders: readonly { variant: number; pieces: number; isInParts: boolean }[]; isOpened: boolean }
  | { kind: "pay-next"; order: number }
  | { kind: "pay"; session: number; isDelayed: boolean }
  | { kind: "pay-twice"; session: number }
  | { kind: "end-delayed"; session: number; isPaid: boolean }
  | { kind: "return"; checkout: number }
  | { kind: "webhook"; pending: number }
  | { kind: "webhook-again"; event: number }
  | { kind: "webhook-lost"; pending: number }
  | { kind: "cancel"; order: number; by: "buyer" | "staff" }
  | { kind: "prepare"; order: number }
  | { kind: "ship"; order: number }
  | { kind: "confirm"; order: number }
  | { kind: "refund"; order: number; share: number; isSlow: boolean }
  | { kind: "refund-ends"; refund: number; isGood: boolean }
  | { kind: "dispute"; charge: number }
  | { kind: "dispute-ends"; dispute: number; isWon: boolean }
  | { kind: "payout"; variant: number }
  | { kind: "payout-ends"; payout: number; isPaid: boolean }
  | { kind: "jobs" }
  | { kind: "clock"; ms: number };

const CLOCKS = [10 * 60_000, HOUR_MS, 4 * DAY_MS, 8 * DAY_MS, 30 * DAY_MS] as const;

/** Weighted, so that most histories pay something and few wait for weeks. */
const KINDS = [
  ...(["checkout", "checkout", "pay-next", "pay", "pay", "pay", "pay-twice", "end-delayed", "return"] as const),
  ...(["webhook", "webhook", "webhook", "webhook", "webhook-again", "webhook-lost", "cancel", "prepare"] as const),
  ...(["prepare", "ship", "ship", "confirm", "refund", "refund", "refund-ends", "dispute", "dispute-ends"] as const),
  ...(["payout", "payout", "payout-ends", "jobs", "jobs", "clock", "clock"] as const),
];

/** The most that a number is which a command is read from. */
export const MOST = 2 ** 30;

/** Reads a command from a number: a list of numbers is made, and made smaller, faster than anything else. */
function commandOf(number: number): Command {
  const kind = KINDS[number % KINDS.length] ?? "jobs";
  const rest = Math.floor(number / KINDS.length);
  const at = rest % 8;
  const bits = Math.floor(rest / 8);
  const isOdd = bits % 2 === 1;
  switch (kind) {
    case "checkout":
      return { kind, orders: ordersOf(at, bits), isOpened: bits % 7 !== 0 };
    case "pay-next":
    case "prepare":
    case "ship":
    case "confirm":
      return { kind, order: at };
    case "cancel":
      return { kind, order: at, by: isOdd ? "buyer" : "staff" };
    case "refund":
      return { kind, order: at, share: 1 + (bits % 4), isSlow: bits % 3 === 0 };
    case "pay":
      return { kind, session: at, isDelayed: bits % 3 === 0 };
    case "pay-twice":
      return { kind, session: at };
    case "end-delayed":
      return { kind, session: at, isPaid: isOdd };
    case "return":
      return { kind, checkout: at };
    case "webhook":
    case "webhook-lost":
      return { kind, pending: at };
    case "webhook-again":
      return { kind, event: at + 8 * (bits % 4) };
    case "refund-ends":
      return { kind, refund: at, isGood: isOdd };
    case "dispute":
      return { kind, charge: at };
    case "dispute-ends":
      return { kind, dispute: at, isWon: isOdd };
    case "payout":
      return { kind, variant: at };
    case "payout-ends":
      return { kind, payout: at, isPaid: isOdd };
    case "clock":
      return { kind, ms: CLOCKS[bits % CLOCKS.length] ?? HOUR_MS };
    case "jobs":
      return { kind };
  }
}

const BEGUN: readonly Command[] = [
  { kind: "checkout", orders: [{ variant: 0, pieces: 2, isInParts: false }], isOpened: true },
  { kind: "pay", session: 0, isDelayed: false },
  { kind: "webhook", pending: 1 },
  { kind: "prepare", order: 0 },
  { kind: "jobs" },
];
const SENT: readonly Command[] = [...BEGUN, { kind: "ship", order: 0 }, { kind: "clock", ms: 8 * DAY_MS }];

const HEARD: readonly Command[] = [0, 1, 2, 3].map(() => ({ kind: "webhook", pending: 0 }));
const DISPUTED: readonly Command[] = [
  ...BEGUN,
  { kind: "ship", order: 0 },
  ...HEARD,
  { kind: "dispute", charge: 0 },
  ...HEARD,
  { kind: "clock", ms: 8 * DAY_MS },
];
const GIVEN_BACK: readonly Command[] = [
  ...BEGUN,
  ...HEARD,
  { kind: "refund", order: 0, share: 2, isSlow: false },
  { kind: "jobs" },
  { kind: "refund-ends", refund: 0, isGood: false },
  ...HEARD,
];
const BEGINNINGS: readonly (readonly Command[])[] = [[], BEGUN, SENT, DISPUTED, GIVEN_BACK];

/** A history by its numbers. Most begin with an order that has come some way: few would come so far by chance. */
export function historyOf([first = 0, ...rest]: readonly number[]): Command[] {
  return [...(BEGINNINGS[first % BEGINNINGS.length] ?? []), ...rest.map(commandOf)];
}

function ordersOf(at: number, bits: number) {
  const one = { variant: at % 2, pieces: 1 + (bits % 3), isInParts: bits % 5 === 0 };
  return at < 6 ? [one] : [one, { variant: 1 - one.variant, pieces: 1 + (Math.floor(bits / 3) % 2), isInParts: false }];
}
