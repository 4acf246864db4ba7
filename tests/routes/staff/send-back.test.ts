import { describe, expect, it } from "vitest";
import { LISTING_FIELDS, listingReasonsFor } from "~/modules/catalog";
import { openReview } from "~/modules/reviews/index.server";
import { makePerson, makeListing, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makeSubmittedShop } from "~tests/support/shop";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor, type Visitor } from "~tests/support/visitor";

const site = siteForTests();

async function makeReviewer(): Promise<Visitor> {
  const userId = await makePerson(testDb, { role: "reviewer", hasSecondFactor: true });
  return makeSignedInVisitor(testDb, site, userId);
}

/** A shop and a listing that a reviewer has taken, each with the screen on which it is decided. */
const TAKEN = {
  shop: async () => {
    const { itemId, sellerId } = await makeSubmittedShop(testDb);
    return { itemId, subjectId: sellerId, version: "4", screen: `/en/staff/reviews/${itemId}` };
  },
  listing: async () => {
    const { listingId } = await makeListing(testDb, { status: "in_review", title: `Mis cam ${unique()}` });
    const about = { queue: "listings", subjectId: listingId, subjectVersion: 1, workingDays: 2 };
    const { itemId } = await testDb.transaction().execute((trx) => openReview(trx, about));
    return { itemId, subjectId: listingId, version: "1", screen: `/en/staff/reviews/${itemId}/listing` };
  },
} as const;

async function makeTaken(kind: keyof typeof TAKEN) {
  const [visitor, taken] = [await makeReviewer(), await TAKEN[kind]()];
  await visitor.post(`/en/staff/reviews/${taken.itemId}/claim`);
  const base = { subjectVersion: taken.version, decision: "changes_requested" };
  const sendBack = (fields: Record<string, string>) => visitor.post(taken.screen, { ...base, ...fields });
  return { ...taken, visitor, sendBack };
}

const reasonsOf = (itemId: string) =>
  testDb.selectFrom("reviewReasons").select(["field", "code", "words"]).where("itemId", "=", itemId).execute();

const itemOf = (itemId: string) =>
  testDb.selectFrom("reviewItems").select("status").where("id", "=", itemId).executeTakeFirstOrThrow();

/** What a page offers to choose from at a field. */
function offered(html: string, name: string): string[] {
  const list = html.split(`name="${name}"`)[1]?.split("</select>")[0] ?? "";
  return [...list.matchAll(/<option value="([^"]+)"/g)].map(([, value = ""]) => value);
}

describe("the reasons on a review", () => {
  it("are those of the field, for every field of a listing", async () => {
    const { visitor, screen } = await makeTaken("listing");
    const { html } = await visitor.get(screen);
    for (const field of LISTING_FIELDS) expect(offered(html, `code-${field}`)).toEqual(listingReasonsFor(field));
  });

  it("are those of the field on a shop", async () => {
    const { visitor, screen } = await makeTaken("shop");
    const { html } = await visitor.get(screen);
    expect(offered(html, "code-paper")).toEqual(["incomplete", "not-true", "unreadable-paper"]);
    expect(offered(html, "code-place")).toEqual(["not-true"]);
  });

  it.each([
    ["listing", { "code-price": "copied" }],
    ["shop", { "code-story": "unreadable-paper" }],
  ] as const)("of other fields are refused where they were given, on a %s", async (kind, reason) => {
    const { sendBack, itemId } = await makeTaken(kind);

    const answer = await sendBack({ ...reason, note: "Bir də baxın." });

    expect(answer.status).toBe(422);
    expect(answer.html).toContain("This reason does not fit this field. Choose another from the list.");
    expect(answer.html).toContain("Bir də baxın.");
    expect(await itemOf(itemId)).toEqual({ status: "open" });
    expect(await reasonsOf(itemId)).toEqual([]);
  });

  it.each([
    ["listing", "title"],
    ["shop", "story"],
  ] as const)("that fit are given to the team of a %s", async (kind, field) => {
    const { sendBack, itemId } = await makeTaken(kind);
    const answer = await sendBack({ [`code-${field}`]: "unclear", [`words-${field}`]: "Hansı?" });
    expect(answer.location).toContain(`decided=${itemId}`);
    expect(await reasonsOf(itemId)).toEqual([{ field, code: "unclear", words: "Hansı?" }]);
  });
});

describe("sending back", () => {
  it.each([
    ["listing", "title"],
    ["shop", "story"],
  ] as const)("a %s with words alone counts, and its team reads them", async (kind, field) => {
    const { sendBack, itemId } = await makeTaken(kind);

    const answer = await sendBack({ [`code-${field}`]: "", [`words-${field}`]: "Hansı usta?" });

    expect(answer.location).toContain(`decided=${itemId}`);
    expect(await reasonsOf(itemId)).toEqual([{ field, code: "other", words: "Hansı usta?" }]);
  });

  it("shows a colleague what was said in words, without a name of a list", async () => {
    const { sendBack, subjectId, visitor } = await makeTaken("shop");
    await sendBack({ "words-story": "Hansı usta?" });
    await testDb.updateTable("sellers").set({ status: "submitted" }).where("id", "=", subjectId).execute();
    const about = { queue: "sellers", subjectId, subjectVersion: 5, workingDays: 2 };
    const { itemId } = await testDb.transaction().execute((trx) => openReview(trx, about));

    const { html } = await visitor.get(`/en/staff/reviews/${itemId}`);

    expect(html).toContain(">Story: Hansı usta?<");
  });

  it.each(["listing", "shop"] as const)("a %s empty says so each time, in a box that takes the focus", async (kind) => {
    const { sendBack, itemId } = await makeTaken(kind);

    for (const answer of [await sendBack({}), await sendBack({ note: " " })]) {
      expect(answer.status).toBe(422);
      const box = /<div[^>]*role="alert"[^>]*>.*?<\/div><\/div>/s.exec(answer.html)?.[0] ?? "";
      expect(box).toContain("Say what is to be mended");
      expect(box).toContain('tabindex="-1"');
    }
    expect(await itemOf(itemId)).toEqual({ status: "open" });
  });
});
