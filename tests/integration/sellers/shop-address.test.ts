import { describe, expect, it } from "vitest";
import { findShop, placeInput, savePlace } from "~/modules/sellers/index.server";
import { makeSeller, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const given = (postalCode: string) =>
  placeInput.safeParse({ version: 1, name: "Usta", placeId: "baki-seher", postalCode });

describe("the street and postal code of a shop", () => {
  it("are kept for its papers", async () => {
    const { sellerId } = await makeSeller(testDb);
    const seller = await makeSellerActor(testDb, sellerId, "editor");
    const place = { version: 1, name: "Usta", placeId: "baki-seher", street: "Nizami 5", postalCode: "AZ1000" };
    await savePlace(testDb, seller, newKey(), place);
    expect(await findShop(testDb, sellerId)).toMatchObject({ name: "Usta", street: "Nizami 5", postalCode: "AZ1000" });
  });

  it.each(["AZ1000", "az 1000", "AZ-1000"])("may be typed as %s", (typed) => {
    expect(given(typed).data?.postalCode).toBe("AZ1000");
  });

  it.each(["1000", "AZ100", "AZ10000", "DE1000"])("are not %s", (typed) => {
    expect(given(typed).success).toBe(false);
  });
});
