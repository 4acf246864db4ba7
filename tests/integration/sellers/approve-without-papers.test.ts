import { describe, expect, it } from "vitest";
import { approveChosen } from "~/modules/catalog/index.server";
import { claimReview } from "~/modules/reviews/index.server";
import { decideShop, saveStory } from "~/modules/sellers/index.server";
import { makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { messagesTo } from "~tests/support/visitor";
import { newKey } from "~tests/support/form-key";
import {
  APPROVED_PAPERLESS,
  makeApprovedShop,
  makeRegisteredShop,
  makeSubmittedShop,
  openItemOf,
  shopOf,
  STORY,
} from "~tests/support/shop";

const APPROVED = { decision: "approved", reasons: [], note: undefined } as const;

const statusOf = async (sellerId: string) => (await shopOf(testDb, sellerId)).status;

async function makeClaimed(itemId: string) {
  const staff = await makeStaff(testDb, "reviewer");
  await claimReview(testDb, staff, itemId);
  return staff;
}

describe("approving a new shop", () => {
  it("without papers is refused while it is not said that there are none, and decides nothing", async () => {
    const { sellerId, itemId } = await makeSubmittedShop(testDb);
    const staff = await makeClaimed(itemId);

    const decided = await decideShop(testDb, staff, newKey(), { itemId, subjectVersion: 4, ...APPROVED });

    expect(decided).toEqual({ ok: false, refusal: "papers-missing" });
    expect(await statusOf(sellerId)).toBe("submitted");
    expect(await openItemOf(testDb, sellerId)).toBe(itemId);
  });

  it("that has its paper needs no tick, though other things are missing, and its team is told what", async () => {
    const { seller, sellerId, itemId, subjectVersion } = await makeRegisteredShop(testDb);
    await testDb.updateTable("sellers").set({ voen: null }).where("id", "=", sellerId).execute();
    const staff = await makeClaimed(itemId);

    const decided = await decideShop(testDb, staff, newKey(), { itemId, subjectVersion, ...APPROVED });

    expect(decided.ok).toBe(true);
    const { email } = await testDb
      .selectFrom("users")
      .select("email")
      .where("id", "=", seller.userId)
      .executeTakeFirstOrThrow();
    const texts = (await messagesTo(testDb, email)).map(({ text }) => text).join();
    expect(texts).toContain("hüquqi forma və VÖEN, bank hesabı");
    expect(texts).not.toContain("qeydiyyat sənədi");
  });

  it("that lacks only a paper is refused, too", async () => {
    const { sellerId, itemId, subjectVersion } = await makeRegisteredShop(testDb);
    await testDb.deleteFrom("privateFiles").where("ownerId", "=", sellerId).execute();
    const staff = await makeClaimed(itemId);

    const decided = await decideShop(testDb, staff, newKey(), { itemId, subjectVersion, ...APPROVED });

    expect(decided).toEqual({ ok: false, refusal: "papers-missing" });
  });

  it("without papers is done by who says so", async () => {
    const { sellerId, itemId } = await makeSubmittedShop(testDb);
    const staff = await makeClaimed(itemId);

    const decided = await decideShop(testDb, staff, newKey(), { itemId, subjectVersion: 4, ...APPROVED_PAPERLESS });

    expect(decided.ok).toBe(true);
    expect(await statusOf(sellerId)).toBe("approved");
  });

  it("with number and paper asks nothing more", async () => {
    const { itemId, subjectVersion } = await makeRegisteredShop(testDb);
    const staff = await makeClaimed(itemId);
    expect((await decideShop(testDb, staff, newKey(), { itemId, subjectVersion, ...APPROVED })).ok).toBe(true);
  });

  it("together with others leaves out the one without papers", async () => {
    const [paperless, registered] = [await makeSubmittedShop(testDb), await makeRegisteredShop(testDb)];
    const staff = await makeStaff(testDb, "reviewer");
    for (const { itemId } of [paperless, registered]) await claimReview(testDb, staff, itemId);
    const items = [
      { itemId: paperless.itemId, subjectVersion: 4 },
      { itemId: registered.itemId, subjectVersion: registered.subjectVersion },
    ];

    const outcomes = await approveChosen(testDb, staff, newKey(), { queue: "sellers", items });

    expect(outcomes.map(({ refusal }) => refusal)).toEqual(["papers-missing", undefined]);
    expect(await Promise.all([paperless, registered].map(({ sellerId }) => statusOf(sellerId)))).toEqual([
      "submitted",
      "approved",
    ]);
  });
});

describe("what an approved shop without papers has changed", () => {
  it("is approved without saying it again", async () => {
    const { seller, sellerId, staff } = await makeApprovedShop(testDb);
    await saveStory(testDb, seller, newKey(), { version: 4, tagline: "Mis", story: `${STORY} Bu il gümüş də.` });
    const itemId = await openItemOf(testDb, sellerId, "seller_changes");
    await claimReview(testDb, staff, itemId);

    const decided = await decideShop(testDb, staff, newKey(), { itemId, subjectVersion: 5, ...APPROVED });

    expect(decided.ok).toBe(true);
  });
});
