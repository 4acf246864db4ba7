import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterShift,
  commissionOf,
  giveBackOf,
  movementKindOf,
  releaseOf,
  shareOf,
  shareOut,
  takeBackOf,
  type OrderMoney,
  type Shift,
} from "~/modules/payments/ledger/rules";

const amount = fc.bigInt({ min: 1n, max: 10_000_000n });
const basisPoints = fc.integer({ min: 0, max: 5_000 });
const sumOf = ({ pendingMinor, payableMinor, commissionMinor }: Shift) => pendingMinor + payableMinor + commissionMinor;
const NOTHING: OrderMoney = { pendingMinor: 0n, releasedMinor: 0n, commissionMinor: 0n };
const isRight = ({ releasedMinor, commissionMinor }: OrderMoney, points: number) =>
  commissionMinor === commissionOf(releasedMinor, points);

describe("a commission", () => {
  it.each([
    [10_000n, 800, 800n],
    [1n, 800, 0n],
    [7n, 800, 1n],
    [6n, 800, 0n],
    [25n, 200, 1n],
    [24n, 200, 0n],
    [-10_000n, 800, 0n],
    [333n, 0, 0n],
  ])("of %s at %s basis points is %s", (due, points, commission) => {
    expect(commissionOf(due, points)).toBe(commission);
  });

  it("costs in parts what the whole costs, however an order is cut", () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 12 }), basisPoints, (parts, points) => {
        const whole = parts.reduce((sum, part) => sum + part, 0n);
        let money: OrderMoney = { ...NOTHING, pendingMinor: whole };
        let payable = 0n;
        for (const part of parts) {
          const shift = releaseOf(money, part, points);
          payable += shift.payableMinor;
          money = afterShift(money, shift);
          expect(shift.payableMinor).toBeGreaterThanOrEqual(0n);
          expect(shift.commissionMinor).toBeGreaterThanOrEqual(0n);
        }
        expect(money).toEqual({ pendingMinor: 0n, releasedMinor: whole, commissionMinor: commissionOf(whole, points) });
        expect(payable + money.commissionMinor).toBe(whole);
      }),
    );
  });
});

type Step = { deed: "receive" | "release" | "takeBack" | "giveBack"; minor: bigint };
const step: fc.Arbitrary<Step> = fc.record({
  deed: fc.constantFrom("receive", "release", "takeBack", "giveBack"),
  minor: amount,
});

describe("money of an order", () => {
  it("is neither made nor lost, and pays the commission of what is due, after any history", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), basisPoints, (steps, points) => {
        let money = NOTHING;
        let payable = 0n;
        let inside = 0n;
        const taken: { fromPending: bigint; fromDue: bigint }[] = [];
        const apply = (shift: Shift, by: bigint) => {
          expect(sumOf(shift)).toBe(by);
          payable += shift.payableMinor;
          inside += by;
          money = afterShift(money, shift);
        };
        for (const { deed, minor } of steps) {
          if (deed === "receive") {
            apply({ pendingMinor: minor, payableMinor: 0n, commissionMinor: 0n }, minor);
          } else if (deed === "release" && money.pendingMinor > 0n) {
            apply(releaseOf(money, minor > money.pendingMinor ? money.pendingMinor : minor, points), 0n);
          } else if (deed === "takeBack") {
            const shift = takeBackOf(money, minor, points);
            taken.push({ fromPending: -shift.pendingMinor, fromDue: -(shift.payableMinor + shift.commissionMinor) });
            apply(shift, -minor);
          } else if (deed === "giveBack") {
            const last = taken.pop();
            if (last) apply(giveBackOf(money, last, points), last.fromPending + last.fromDue);
          }
          expect(money.pendingMinor).toBeGreaterThanOrEqual(0n);
          expect(money.pendingMinor + payable + money.commissionMinor).toBe(inside);
          expect(isRight(money, points)).toBe(true);
        }
      }),
    );
  });

  it("goes back from what is pending before what is due is touched", () => {
    const money = { pendingMinor: 300n, releasedMinor: 700n, commissionMinor: 56n };
    expect(takeBackOf(money, 300n, 800)).toEqual({ pendingMinor: -300n, payableMinor: -0n, commissionMinor: 0n });
    expect(takeBackOf(money, 400n, 800)).toEqual({ pendingMinor: -300n, payableMinor: -92n, commissionMinor: -8n });
  });

  it("that comes back makes good first what something else took meanwhile, whichever of the two was told first", () => {
    const paid: OrderMoney = { ...NOTHING, pendingMinor: 6_900n };
    const refund = takeBackOf(paid, 5_175n, 800);
    const taken = { fromPending: -refund.pendingMinor, fromDue: 0n };
    const lostFirst = afterShift(afterShift(paid, refund), takeBackOf(afterShift(paid, refund), 6_900n, 800));
    expect(lostFirst).toMatchObject({ pendingMinor: 0n, releasedMinor: -5_175n });
    expect(afterShift(lostFirst, giveBackOf(lostFirst, taken, 800))).toEqual(NOTHING);
    expect(giveBackOf({ ...NOTHING, releasedMinor: -200n }, { fromPending: 500n, fromDue: 100n }, 0)).toEqual({
      pendingMinor: 400n,
      payableMinor: 200n,
      commissionMinor: 0n,
    });
  });

  it.each([0n, -1n, 301n])("is not released by %s when 300 are pending", (minor) => {
    expect(() => releaseOf({ ...NOTHING, pendingMinor: 300n }, minor, 800)).toThrow(RangeError);
  });

  it("does not go back by nothing", () => {
    expect(() => takeBackOf(NOTHING, 0n, 800)).toThrow(RangeError);
  });
});

describe("an amount that is shared out", () => {
  it("is the sum of its parts, each within one unit of its share", () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amount, weights, (minor, given) => {
        const whole = given.reduce((sum, weight) => sum + weight, 0n);
        fc.pre(whole > 0n);
        const parts = shareOut(minor, given);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(minor);
        parts.forEach((part, at) => {
          const exact = minor * (given[at] ?? 0n);
          expect(part * whole - exact).toBeLessThan(whole);
          expect(exact - part * whole).toBeLessThan(whole);
        });
      }),
    );
  });

  it("gives what is left to the largest rest, to the earlier of two alike", () => {
    expect(shareOut(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]);
    expect(shareOut(10n, [3n, 8n])).toEqual([3n, 7n]);
  });

  it("is not shared by nothing", () => {
    expect(() => shareOut(5n, [0n, 0n])).toThrow(RangeError);
  });
});

it("a share is rounded half up", () => {
  expect(shareOf(5n, 3_000)).toBe(2n);
  expect(shareOf(10_001n, 5_000)).toBe(5_001n);
});

it.each([
  ["charge", "ch_1", "charge", "charge"],
  ["payment", "py_1", "charge", "charge"],
  ["refund", "re_1", "refund", "refund"],
  ["payment_refund", "pyr_1", "refund", "refund"],
  ["refund_failure", "re_1", "refund_failure", "refund"],
  ["adjustment", "dp_1", "dispute", "dispute"],
  ["adjustment", "du_1", "other_adjustment", "dispute"],
  ["adjustment", "ch_1", "dispute_reversal", "dispute"],
  ["adjustment", undefined, "other_adjustment", "unknown"],
  ["payout", "po_1", "payout", "payout"],
  ["payout_failure", "po_1", "payout_reversal", "payout"],
  ["stripe_fee", undefined, "fee", "fee"],
  ["transfer", "tr_1", "transfer", "unknown"],
])("a movement of type %s with source %s (%s) is a %s", (type, sourceId, reportingCategory, kind) => {
  expect(movementKindOf({ type, sourceId, reportingCategory })).toBe(kind);
});
