import { describe, expect, it } from "vitest";
import { makePerson } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makeSubmittedShop } from "~tests/support/shop";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function makeReviewer() {
  const userId = await makePerson(testDb, { role: "reviewer", hasSecondFactor: true });
  return makeSignedInVisitor(testDb, site, userId);
}

/** What stands before a value or a control on a page. */
function labelsOf(html: string): string[] {
  return [...html.matchAll(/<(dt|label)\b[^>]*>([^<]+)/g)].map(([, , text = ""]) => text.trim());
}

/** How the site speaks to the reader of a text herself. */
const TO_THE_READER =
  /\b(siz|sizin|sizi)\b|(ınız|iniz|unuz|ünüz)\b|(ırsınız|irsiniz)|\byou(r)?\b|(^|\s)(вы|вас|вам|ваш\S*)(\s|$)/iu;

describe("the names of what a shop says", () => {
  it.each([
    ["az", "Hekayə"],
    ["en", "Story"],
    ["ru", "История"],
  ])("speak in %s of the shop to a reviewer, also of a story that is empty", async (lang, story) => {
    const visitor = await makeReviewer();
    const { itemId, sellerId } = await makeSubmittedShop(testDb);
    await testDb.updateTable("sellerTexts").set({ story: null }).where("sellerId", "=", sellerId).execute();
    await visitor.post(`/${lang}/staff/reviews/${itemId}/claim`);

    const review = labelsOf((await visitor.get(`/${lang}/staff/reviews/${itemId}`)).html);
    const seller = labelsOf((await visitor.get(`/${lang}/staff/sellers/${sellerId}`)).html);

    expect(review.filter((label) => label === story)).toHaveLength(2);
    expect(seller).toContain(story);
    expect([...review, ...seller].filter((label) => TO_THE_READER.test(label))).toEqual([]);
  });

  it.each(["az", "en", "ru"])("ask in %s about the maker's shop, not about the reviewer's own", async (lang) => {
    const visitor = await makeReviewer();
    const { html } = await visitor.get(`/${lang}/staff/shops/new`);
    expect(labelsOf(html).filter((label) => TO_THE_READER.test(label))).toEqual([]);
  });
});
