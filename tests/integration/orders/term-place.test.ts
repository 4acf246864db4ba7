import { describe, expect, it } from "vitest";
import { incotermPlaceIn, referenceBook } from "~/modules/catalog/index.server";
import { findDocumentData } from "~/modules/orders/documents/order-data.server";
import { findBuyersOrder, findSellersOrder } from "~/modules/orders/index.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import type { Locale } from "~/platform/i18n/locales";
import { makeOrder } from "~db/factories";
import { testDb } from "~tests/support/database";
import { inDays } from "~tests/support/order";

async function makeWithTerm(incoterm: string, incotermPlace: string) {
  const made = await makeOrder(testDb);
  await testDb.updateTable("orders").set({ incoterm, incotermPlace }).where("id", "=", made.orderId).execute();
  const asked = (lang: Locale) => ({ orderId: made.orderId, lang });
  return {
    ...made,
    toBuyer: (lang: Locale) =>
      runWithLocale(lang, async () => (await findBuyersOrder(testDb, made.inquirer, asked(lang), inDays(1)))?.incoterm),
    toSeller: (lang: Locale) =>
      runWithLocale(
        lang,
        async () => (await findSellersOrder(testDb, made.sellerId, asked(lang), inDays(1)))?.incoterm,
      ),
  };
}

describe("the place of a delivery term", () => {
  it("that is a town is named in the reader's language", async () => {
    const { toBuyer, toSeller } = await makeWithTerm("FCA", "Baku, Azerbaijan");
    expect(await toBuyer("ru")).toBe("FCA, Баку, Азербайджан");
    expect(await toSeller("az")).toBe("FCA, Bakı, Azərbaycan");
    expect(await toBuyer("en")).toBe("FCA, Baku, Azerbaijan");
  });

  it("that is wherever the buyer is speaks to her, and tells the shop whose it is", async () => {
    const { toBuyer, toSeller } = await makeWithTerm("DAP", "buyer's address");
    expect(await toBuyer("az")).toBe("DAP, sizin ünvanınız");
    expect(await toSeller("az")).toBe("DAP, alıcının ünvanı");
    expect(await toSeller("ru")).toBe("DAP, адрес покупателя");
  });

  it("that nobody knows stays as it was written", async () => {
    const book = await referenceBook(testDb);
    const place = incotermPlaceIn("Hamburg, Speicherstadt", book, { locale: "ru", isBuyer: true });
    expect(place).toBe("Hamburg, Speicherstadt");
  });

  it("stands on documents in both of their languages", async () => {
    const { sellerId, orderId } = await makeWithTerm("DAP", "alıcının ünvanı");
    const placeIn = async (second: Locale) =>
      (await findDocumentData(testDb, sellerId, orderId, second))?.order.incotermPlace;
    expect(await placeIn("ru")).toBe("alıcının ünvanı / адрес покупателя");
    expect(await placeIn("en")).toBe("alıcının ünvanı / buyer’s address");
  });
});
