import { describe, expect, it } from "vitest";
import { answerReportAsSeller, reportAsBuyer, writeAsSeller } from "~/modules/inquiries/index.server";
import { claimReview } from "~/modules/reviews/index.server";
import { listTasksOfSeller } from "~/modules/reporting/index.server";
import {
  decideShop,
  findRequestedChanges,
  findShop,
  openShop,
  saveContacts,
  saveMaking,
  saveStory,
  submitShop,
} from "~/modules/sellers/index.server";
import { clock } from "~/platform/clock.server";
import { pathsFor } from "~/platform/http/paths";
import type { SellerActor } from "~/platform/session/actors.server";
import { makeApprovedSeller, makeBuyer, makeListing, makePublishedListing, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makeInquiry } from "~tests/support/inquiry";

const paths = pathsFor({ lang: "az", to: undefined, cur: undefined });
const STORY = "Üç nəsildir Lahıcda mis döyürük. Hər qab əllə döyülür, qalaylanır və ustasının nişanını daşıyır.";

const ROUTES = { routes: [{ zones: [{ countries: ["AZ"] }] }] };

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
    const { sellerId } = await makeApprovedSeller(testDb, ROUTES);
    for (const status of ["draft", "draft", "published", "archived"] as const) {
      await makeListing(testDb, { sellerId, status });
    }
    await makeListing(testDb);

    expect(await tasksOf({ sellerId })).toMatchObject([
      { text: "2 qaralamanı tamamlayın", path: paths.ownListings({ status: "draft" }) },
    ]);
  });

  it("is sending the shop again, and nothing of what was asked, once that is mended", async () => {
    const seller = await makeShop();
    await fill(seller);
    await sendBack(seller, {
      reasons: [
        { field: "story", code: "unclear", words: "Kim döyür?" },
        { field: "contacts", code: "incomplete", words: "Nömrə?" },
      ],
    });
    const asked = async () => {
      const shop = await findShop(testDb, seller.sellerId);
      const changes = shop && (await findRequestedChanges(testDb, shop));
      return changes?.reasons.map(({ field, isMended }) => [field, isMended]);
    };

    await saveStory(testDb, seller, newKey(), { version: 4, tagline: "Mis", story: STORY });
    expect(await asked()).toEqual([
      ["story", false],
      ["contacts", false],
    ]);
    await saveStory(testDb, seller, newKey(), { version: 5, tagline: "Mis", story: `${STORY} Atam döyür.` });
    expect(await asked()).toEqual([
      ["story", true],
      ["contacts", false],
    ]);
    expect((await tasksOf(seller)).map(({ path }) => path)).toEqual([paths.shopStep("contacts")]);

    await saveContacts(testDb, seller, newKey(), { version: 6, phone: "+994507654321", email: undefined });
    expect((await tasksOf(seller)).map(({ path }) => path)).toEqual([paths.workspace()]);
  });

  it("is the first listing of an open shop, and the ways to send goods", async () => {
    expect((await tasksOf(await makeApprovedSeller(testDb))).map(({ path }) => path)).toEqual([
      paths.newListing(),
      paths.shipping(),
    ]);
  });

  it("is sending what was changed in published listings, unless it waits for the Federation", async () => {
    const { sellerId } = await makeApprovedSeller(testDb, ROUTES);
    const changed = await makePublishedListing(testDb, { sellerId });
    const waiting = await makePublishedListing(testDb, { sellerId });
    const ids = [changed.listingId, waiting.listingId];
    await testDb.updateTable("listings").set({ isChanged: true }).where("id", "in", ids).execute();
    await testDb.updateTable("listings").set({ submittedAt: clock() }).where("id", "=", waiting.listingId).execute();

    expect(await tasksOf({ sellerId })).toMatchObject([
      { text: "1 elanın dəyişikliyini göndərin", path: paths.ownListings({ status: "published" }) },
    ]);
  });

  it("is first of all whoever waits for an answer, until she has one", async () => {
    const { sellerId } = await makeApprovedSeller(testDb, ROUTES);
    const listing = await makePublishedListing(testDb, { sellerId });
    const day = 86_400_000;
    const first = await makeInquiry({}, { listing, now: new Date(clock().getTime() - 3 * day - 1_000) });
    await makeInquiry({}, { listing, now: clock() });
    await testDb.updateTable("listings").set({ isChanged: true }).where("id", "=", listing.listingId).execute();

    const [waiting, , ...others] = await tasksOf({ sellerId });
    expect(waiting).toEqual({
      text: "2 sorğu cavab gözləyir",
      path: paths.inbox({ status: "open" }),
      why: "Ən köhnəsi 3 gündür gözləyir.",
    });
    expect(others).toEqual([]);

    const words = { body: "Bəli, fevrala hazır olar.", locale: "az" as const, pressed: [] };
    await writeAsSeller(testDb, first.seller, newKey(), { inquiryId: first.inquiryId, ...words });
    expect((await tasksOf({ sellerId }))[0]?.text).toBe("1 sorğu cavab gözləyir");
  });

  it("is a buyer's report that the shop may answer, until it has", async () => {
    const { sellerId } = await makeApprovedSeller(testDb, ROUTES);
    const listing = await makePublishedListing(testDb, { sellerId });
    const { seller, inquirer, inquiryId } = await makeInquiry({}, { listing, now: clock() });
    const report = { inquiryId, reason: "abuse" as const, words: "Kobud yazırlar." };
    await reportAsBuyer(testDb, inquirer, newKey(), report);

    const [first] = await tasksOf({ sellerId });
    expect(first?.path).toBe(paths.sellerAnswerInquiryReport(inquiryId));
    expect(first?.why).toMatch(/^Federasiya hər iki tərəfi dinləyir\. Son vaxt: \d/);

    await answerReportAsSeller(testDb, seller, newKey(), { inquiryId, words: "Üzr istəmişik." });
    expect((await tasksOf({ sellerId })).map(({ path }) => path)).toEqual([paths.inbox({ status: "open" })]);
  });

  it("is nothing for an open shop whose listings are public and can be sent, and for one that is not there", async () => {
    const { sellerId } = await makeApprovedSeller(testDb, ROUTES);
    await makePublishedListing(testDb, { sellerId });
    expect(await tasksOf({ sellerId })).toEqual([]);
    expect(await tasksOf({ sellerId: newKey() })).toEqual([]);
  });
});
