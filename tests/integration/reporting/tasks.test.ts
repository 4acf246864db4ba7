import { describe, expect, it } from "vitest";
import { claimReview } from "~/modules/reviews/index.server";
import { listTasksOfSeller } from "~/modules/reporting/index.server";
import { decideShop, openShop, saveContacts, saveMaking, saveStory, submitShop } from "~/modules/sellers/index.server";
import { pathsFor } from "~/platform/http/paths";
import type { SellerActor } from "~/platform/http/openers.server";
import { makeApprovedSeller, makeBuyer, makeListing, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const paths = pathsFor({ lang: "az", to: undefined, cur: undefined });
const STORY = "Üç nəsildir Lahıcda mis döyürük. Hər qab əllə döyülür, qalaylanır və ustasının nişanını daşıyır.";

async function makeShop() {
  const buyer = await makeBuyer(testDb);
  const input = { name: `Atelye ${unique()}`, offering: "goods" as const, placeId: "baki-seher" };
  const opened = await openShop(testDb, buyer, newKey(), input);
  if (!opened.ok) throw new Error(opened.refusal);
  return { userId: buyer.userId, sellerId: opened.value.sellerId, role: "owner" } as SellerActor;
}

async function fill(seller: SellerActor) {
  await saveMaking(testDb, seller, newKey(), { version: 1, offering: "goods", categoryIds: ["copperware"] });
  await saveContacts(testDb, seller, newKey(), { version: 2, phone: "+994501234567", email: undefined });
  await saveStory(testDb, seller, newKey(), { version: 3, tagline: undefined, story: STORY });
}

async function sendBack(seller: SellerActor, words: { reasons: { field: string; code: string; words: string }[] }) {
  await submitShop(testDb, seller, newKey());
  const staff = await makeStaff(testDb, "reviewer");
  const { id } = await testDb
    .selectFrom("reviewItems")
    .select("id")
    .where("subjectId", "=", seller.sellerId)
    .executeTakeFirstOrThrow();
  await claimReview(testDb, staff, id);
  const note = words.reasons.length === 0 ? "Ad kimindir?" : undefined;
  const decision = { itemId: id, subjectVersion: 4, decision: "changes_requested" as const, note, ...words };
  await decideShop(testDb, staff, newKey(), decision);
}

const tasksOf = ({ sellerId }: { sellerId: string }) => listTasksOfSeller(testDb, { sellerId, paths });

describe("what needs a seller's attention", () => {
  it("is each step of the shop that lacks something, with what it lacks", async () => {
    const tasks = await tasksOf(await makeShop());

    expect(tasks.map(({ path }) => path)).toEqual(["making", "contacts", "story"].map((step) => paths.shopStep(step)));
    expect(tasks.every(({ text, why }) => text !== "" && why !== "")).toBe(true);
  });

  it("is sending the shop when nothing lacks, and nothing while the Federation looks at it", async () => {
    const seller = await makeShop();
    await fill(seller);
    expect((await tasksOf(seller)).map(({ path }) => path)).toEqual([paths.workspace()]);

    await submitShop(testDb, seller, newKey());

    expect(await tasksOf(seller)).toEqual([]);
  });

  it("is what the Federation wants changed, in its words", async () => {
    const seller = await makeShop();
    await fill(seller);
    await sendBack(seller, { reasons: [{ field: "story", code: "unclear", words: "Kim döyür?" }] });

    expect(await tasksOf(seller)).toEqual([
      { text: expect.stringContaining("Hekayəniz"), path: paths.shopStep("story"), why: "Kim döyür?" },
    ]);
  });

  it("is the Federation's word to the team when it named no field", async () => {
    const seller = await makeShop();
    await fill(seller);
    await sendBack(seller, { reasons: [] });

    expect(await tasksOf(seller)).toMatchObject([{ path: paths.workspace(), why: "Ad kimindir?" }]);
  });

  it("is the drafts that were begun and not sent, however many, as one task", async () => {
    const { sellerId } = await makeApprovedSeller(testDb);
    for (const status of ["draft", "draft", "published", "archived"] as const) {
      await makeListing(testDb, { sellerId, status });
    }
    await makeListing(testDb);

    expect(await tasksOf({ sellerId })).toMatchObject([
      { text: "2 qaralamanı tamamlayın", path: paths.ownListings({ status: "draft" }) },
    ]);
  });

  it("is nothing for an approved shop, and for one that is not there", async () => {
    expect(await tasksOf(await makeApprovedSeller(testDb))).toEqual([]);
    expect(await tasksOf({ sellerId: newKey() })).toEqual([]);
  });
});
