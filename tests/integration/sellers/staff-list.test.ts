import { describe, expect, it } from "vitest";
import { listSellersForStaff } from "~/modules/sellers/index.server";
import { makeSeller, unique } from "~db/factories";
import { testDb } from "~tests/support/database";

const listed = async (text: string) =>
  (await listSellersForStaff(testDb, { text, status: undefined, locale: "az", page: 1, pageSize: 50 })).sellers.map(
    ({ sellerId }) => sellerId,
  );

describe("the staff's list of sellers", () => {
  it.each(["MUĞAN PALAZI", "muğan palazi", "mugan palazi", "Muğan palazı"])(
    "finds a shop by its name as «%s»",
    async (words) => {
      const tail = unique();
      const { sellerId } = await makeSeller(testDb, { name: `Muğan Palazı ${tail}` });

      expect(await listed(`${words} ${tail}`)).toEqual([sellerId]);
    },
  );

  it("finds a shop by its place and its region, whatever letters they are typed in", async () => {
    const { sellerId } = await makeSeller(testDb, { placeId: "lahic" });

    for (const place of ["Lahıc", "LAHIC", "lahic", "dagliq sirvan"]) expect(await listed(place)).toContain(sellerId);
    expect(await listed("Naxçıvan")).not.toContain(sellerId);
  });

  it("finds a shop by its e-mail, its number as people write it, and a part of its VÖEN", async () => {
    const { sellerId, slug } = await makeSeller(testDb);
    const email = `usta@${slug}.example`;
    const facts = { email, phone: "+994509876543", voen: "7654321092" };
    await testDb.updateTable("sellers").set(facts).where("id", "=", sellerId).execute();

    for (const text of [email.toUpperCase(), "050 987-65-43", "+994 50 987 65 43", "654321"]) {
      expect(await listed(text)).toEqual([sellerId]);
    }
    expect(await listed("987")).not.toContain(sellerId);
  });
});
