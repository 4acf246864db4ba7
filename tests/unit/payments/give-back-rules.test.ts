import { describe, expect, it } from "vitest";
import { whatGoesBack, type Givable, type WantedBack } from "~/modules/payments/refunds/give-back-rules";

/** Two cups of 30.00 and a bowl of 50.00 with 9.00 of carriage, all of it paid. */
const GIVABLE: Givable = {
  leftMinor: 11_900n,
  disputedMinor: 0n,
  lines: [
    { lineId: "cups", unitMinor: 3_000n, leftQuantity: 2 },
    { lineId: "bowl", unitMinor: 5_000n, leftQuantity: 1 },
  ],
  carriageMinor: 900n,
};
const chosen = (pieces: [string, number][], hasCarriage = false): WantedBack => ({
  what: "chosen",
  pieces: pieces.map(([lineId, quantity]) => ({ lineId, quantity })),
  hasCarriage,
});

describe("what goes back", () => {
  it("is all that is left", () => {
    expect(whatGoesBack({ ...GIVABLE, leftMinor: 700n }, { what: "all" })).toEqual({
      ok: true,
      value: { amountMinor: 700n, lines: [] },
    });
  });

  it("is pieces and carriage at the order's own prices; a line that is named twice is meant twice", () => {
    const wanted = chosen(
      [
        ["cups", 1],
        ["bowl", 0],
        ["cups", 1],
      ],
      true,
    );
    expect(whatGoesBack(GIVABLE, wanted)).toEqual({
      ok: true,
      value: {
        amountMinor: 6_900n,
        lines: [
          { orderLineId: "cups", quantity: 2, amountMinor: 6_000n },
          { orderLineId: null, quantity: null, amountMinor: 900n },
        ],
      },
    });
  });

  it("is an amount that was agreed", () => {
    expect(whatGoesBack(GIVABLE, { what: "amount", amountMinor: 11_900n })).toMatchObject({ ok: true });
  });

  it.each<[string, WantedBack, Partial<Givable>, string]>([
    ["nothing", chosen([["cups", 0]]), {}, "nothing-chosen"],
    ["a line of another order", chosen([["rug", 1]]), {}, "line-unknown"],
    ["more pieces than are left", chosen([["cups", 3]]), {}, "too-many-pieces"],
    [
      "more pieces in two parts",
      chosen([
        ["cups", 2],
        ["cups", 1],
      ]),
      {},
      "too-many-pieces",
    ],
    ["carriage that is given back", chosen([], true), { carriageMinor: 0n }, "no-carriage"],
    ["one unit too much", { what: "amount", amountMinor: 11_901n }, {}, "more-than-left"],
    ["pieces that were paid in part only", chosen([["cups", 2]]), { leftMinor: 5_999n }, "more-than-left"],
    ["anything where nothing is left", { what: "all" }, { leftMinor: 0n }, "nothing-left"],
    ["what a bank has", { what: "all" }, { leftMinor: 0n, disputedMinor: 11_900n }, "dispute-open"],
    [
      "more than a bank has left",
      { what: "amount", amountMinor: 2_000n },
      { leftMinor: 1_000n, disputedMinor: 1_000n },
      "dispute-open",
    ],
  ])("is not %s", (_what, wanted, changes, refusal) => {
    expect(whatGoesBack({ ...GIVABLE, ...changes }, wanted)).toEqual({ ok: false, refusal });
  });
});
