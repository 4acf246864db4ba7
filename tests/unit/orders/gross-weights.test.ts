import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { grossWeights } from "~/modules/orders/documents/gross-weights";

const parcel = (netGrams: number, weightGrams: number | null = null) => ({ netGrams, weightGrams });

describe("gross weights of parcels", () => {
  it.each([
    ["of the one parcel what the form says", [parcel(700, 650)], 900, [900]],
    ["of the one parcel what was written, where the form says nothing", [parcel(700, 750)], undefined, [750]],
    ["nothing of parcels that nobody weighed", [parcel(350), parcel(350)], undefined, [undefined, undefined]],
    [
      "what was weighed as it was, and the rest of the one that was not",
      [parcel(350, 400), parcel(350)],
      900,
      [400, 500],
    ],
    ["equal shares where nobody told what the goods weigh", [parcel(0), parcel(900)], 1_001, [500, 501]],
    ["nothing where what was weighed is the whole already", [parcel(350, 900), parcel(350)], 900, [900, undefined]],
  ])("are %s", (_what, parcels, whole, weights) => {
    expect(grossWeights(parcels, whole)).toEqual(weights);
  });

  it("come to the whole, and none is below its contents while the whole is not", () => {
    const nets = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(nets, fc.integer({ min: 0, max: 50_000 }), (each, packing) => {
        const whole = each.reduce((sum, grams) => sum + grams, packing);
        const weights = grossWeights(
          each.map((grams) => parcel(grams)),
          whole,
        );
        expect(weights.reduce<number>((sum, grams) => sum + (grams ?? 0), 0)).toBe(whole);
        each.forEach((net, at) => expect(weights[at]).toBeGreaterThanOrEqual(net));
      }),
    );
  });
});
