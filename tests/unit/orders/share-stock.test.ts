import { describe, expect, it } from "vitest";
import { shareTaken, togetherByVariant } from "~/modules/orders/stock/share-stock";

const madeToOrder = { line: "made", variantId: "cup", least: 0, most: 5 };
const fromShelf = { line: "shelf", variantId: "cup", least: 2, most: 2 };

describe("pieces of one variant that two lines want", () => {
  it("are asked for together", () => {
    expect(togetherByVariant([madeToOrder, fromShelf])).toEqual([{ variantId: "cup", least: 2, most: 7 }]);
  });

  it("go first to the line that cannot do without them, wherever it stands", () => {
    expect(shareTaken([madeToOrder, fromShelf], new Map([["cup", 3]]))).toEqual([
      { ...madeToOrder, quantity: 1 },
      { ...fromShelf, quantity: 2 },
    ]);
  });

  it("that are fewer than a line may take leave it the rest to make, and a line that gets none is left out", () => {
    expect(shareTaken([fromShelf, madeToOrder], new Map([["cup", 2]]))).toEqual([{ ...fromShelf, quantity: 2 }]);
    expect(shareTaken([madeToOrder], new Map())).toEqual([]);
  });
});
