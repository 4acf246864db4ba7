import { expect, it } from "vitest";
import {
  answerReport,
  decideReport,
  draftListingText,
  fileReport,
  findCase,
  withdrawListing,
} from "~/modules/catalog/index.server";
import {
  beginCollection,
  changeFeature,
  endFeature,
  moveFeature,
  placeFeature,
  takeCollectionStep,
} from "~/modules/curation/index.server";
import { claimReview } from "~/modules/reviews/index.server";
import {
  changeMember,
  decideShop,
  findTeam,
  inviteMember,
  openShopForMaker,
  reinstateSeller,
  revokeHandOver,
  saveClosure,
  saveStory,
  sendHandOver,
  stopWorkingForShop,
  submitShop,
  suspendSeller,
  workForShop,
} from "~/modules/sellers/index.server";
import type { FormKey } from "~/platform/db/once.server";
import type { Result } from "~/platform/result";
import { findCaredShop } from "~/platform/session/membership.server";
import {
  FACTORY_NOW,
  makeApprovedSeller,
  makePublishedListing,
  makeSellerActor,
  makeStaff,
  unique,
} from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { APPROVED_PAPERLESS, doneOf, makeFilledShop, makeSubmittedShop, STORY } from "~tests/support/shop";
import { makePhone, makeShopInCare, openInCare, sendLink } from "~tests/support/shop-in-care";
import { later, makeDraft, makeWorkshop, submit } from "~tests/support/workshop";

/** Sends one form; made anew for each test, with all that the form needs. */
type Post = (key: FormKey) => Promise<Result<unknown, string>>;

const reviewer = await makeStaff(testDb, "reviewer");
const curator = await makeStaff(testDb, "curator");
const WHY = { reason: "other", words: "Yoxlanılır." } as const;
const minutes = (count: number) => new Date(FACTORY_NOW.getTime() + count * 60_000);

async function makeReported() {
  const listing = await makePublishedListing(testDb);
  const post: Post = (key) =>
    fileReport(testDb, { buyer: undefined, clientAddress: unique() }, key, {
      listingId: listing.listingId,
      reason: "other",
      words: "Söz.",
      email: undefined,
      locale: "az",
    });
  return { ...listing, post };
}

async function makeCase() {
  const { listingId, sellerId, post } = await makeReported();
  doneOf(await post(newKey()));
  const found = await testDb
    .selectFrom("reportCases")
    .innerJoin("reviewItems", "reviewItems.subjectId", "reportCases.id")
    .select(["reportCases.id as caseId", "reviewItems.id as itemId"])
    .where("listingId", "=", listingId)
    .executeTakeFirstOrThrow();
  return { ...found, sellerId };
}

async function makeFeatures(): Promise<string[]> {
  const placed = [];
  for (const at of [1, 2, 3]) {
    const { sellerId: subjectId } = await makeApprovedSeller(testDb);
    const window = { startsAt: minutes(10), endsAt: minutes(60), reason: `${at}` };
    const feature = { slot: "home_seller", subjectId, ...window } as const;
    placed.push(doneOf(await placeFeature(testDb, curator, newKey(), feature, FACTORY_NOW)).featureId);
  }
  return placed;
}

async function makeEditor() {
  const { sellerId, seller: owner } = await makeWorkshop();
  const editor = await makeSellerActor(testDb, sellerId, "editor");
  const members = (await findTeam(testDb, sellerId))?.members ?? [];
  return { owner, memberId: members.find(({ userId }) => userId === editor.userId)?.memberId ?? "" };
}

const FORMS: readonly (readonly [what: string, make: () => Promise<Post>])[] = [
  [
    "taking a listing back",
    async () => {
      const workshop = await makeWorkshop();
      const listingId = await makeDraft(workshop);
      await submit(workshop, listingId);
      return (key) => withdrawListing(testDb, workshop.seller, key, listingId, later());
    },
  ],
  [
    "drafting a listing's text",
    async () => {
      const workshop = await makeWorkshop();
      const listingId = await makeDraft(workshop, { title: { az: "Mis sini" } });
      return (key) => draftListingText(testDb, workshop.seller, key, { listingId, locale: "en" }, later());
    },
  ],
  ["reporting a listing as a guest", async () => (await makeReported()).post],
  [
    "answering a report",
    async () => {
      const { caseId, sellerId } = await makeCase();
      const seller = await makeSellerActor(testDb, sellerId);
      return (key) => answerReport(testDb, seller, key, { caseId, words: "Əl işidir." });
    },
  ],
  [
    "deciding a report",
    async () => {
      const { caseId, itemId } = await makeCase();
      await claimReview(testDb, reviewer, itemId);
      const subjectVersion = (await findCase(testDb, caseId))?.version ?? 0;
      const decision = { itemId, subjectVersion, outcome: "no_action", rule: undefined, facts: "Əl işidir." } as const;
      return (key) => decideReport(testDb, reviewer, key, decision);
    },
  ],
  [
    "writing on a shop",
    async () => {
      const { seller } = await makeFilledShop(testDb);
      return (key) => saveStory(testDb, seller, key, { version: 4, tagline: "Mis", story: STORY });
    },
  ],
  [
    "sending a shop",
    async () => {
      const { seller } = await makeFilledShop(testDb);
      return (key) => submitShop(testDb, seller, key);
    },
  ],
  [
    "deciding a shop",
    async () => {
      const { itemId } = await makeSubmittedShop(testDb);
      await claimReview(testDb, reviewer, itemId);
      const decision = { itemId, subjectVersion: 4, ...APPROVED_PAPERLESS };
      return (key) => decideShop(testDb, reviewer, key, decision);
    },
  ],
  [
    "suspending a shop",
    async () => {
      const { sellerId } = await makeApprovedSeller(testDb);
      return (key) => suspendSeller(testDb, reviewer, key, { sellerId, ...WHY });
    },
  ],
  [
    "reinstating a shop",
    async () => {
      const { sellerId } = await makeApprovedSeller(testDb);
      doneOf(await suspendSeller(testDb, reviewer, newKey(), { sellerId, ...WHY }));
      return (key) => reinstateSeller(testDb, reviewer, key, { sellerId, words: "Yoxlanıldı." });
    },
  ],
  [
    "opening a shop for its maker",
    async () => {
      const input = { name: `Usta ${unique()}`, offering: "goods", placeId: "baki-seher", phone: makePhone() } as const;
      return (key) => openShopForMaker(testDb, reviewer, key, input);
    },
  ],
  [
    "choosing a shop to work in",
    async () => {
      const { staff, sellerId } = await makeShopInCare();
      return (key) => workForShop(testDb, staff, key, sellerId);
    },
  ],
  [
    "sending the link of a shop",
    async () => {
      const { staff, sellerId, phone } = await makeShopInCare();
      return (key) => sendHandOver(testDb, staff, key, { sellerId, phone });
    },
  ],
  [
    "taking the link of a shop back",
    async () => {
      const { staff, sellerId, phone } = await makeShopInCare();
      await sendLink(staff, sellerId, phone);
      return (key) => revokeHandOver(testDb, staff, key, sellerId);
    },
  ],
  [
    "inviting a colleague",
    async () => {
      const { seller } = await makeWorkshop();
      const contact = { email: `${unique()}@example.org` };
      return (key) => inviteMember(testDb, seller, key, { role: "editor", contact });
    },
  ],
  [
    "putting a colleague out",
    async () => {
      const { owner, memberId } = await makeEditor();
      return (key) => changeMember(testDb, owner, key, { memberId, deed: "remove" });
    },
  ],
  [
    "closing a shop",
    async () => {
      const { seller } = await makeWorkshop();
      const closure = {
        fromOn: "2027-02-01",
        untilOn: "2027-02-13",
        noteAz: "Bayram",
        noteEn: undefined,
        noteRu: undefined,
      };
      const now = new Date("2027-01-20T09:00:00Z");
      return (key) => saveClosure(testDb, seller, key, { version: 1, ...closure }, now);
    },
  ],
  [
    "changing a feature",
    async () => {
      const [featureId = ""] = await makeFeatures();
      const changed = { featureId, version: 1, startsAt: minutes(20), endsAt: minutes(90), reason: "Yaz" };
      return (key) => changeFeature(testDb, curator, key, changed, FACTORY_NOW);
    },
  ],
  [
    "ending a feature",
    async () => {
      const [featureId = ""] = await makeFeatures();
      return (key) => endFeature(testDb, curator, key, featureId, minutes(20));
    },
  ],
  [
    "moving a feature up by one of two places",
    async () => {
      const [, , featureId = ""] = await makeFeatures();
      return (key) => moveFeature(testDb, curator, key, { featureId, by: -1 }, FACTORY_NOW);
    },
  ],
  [
    "beginning a collection",
    async () => {
      const begun = { slug: `twice-${unique()}`, title: "Mis" };
      return (key) => beginCollection(testDb, curator, key, begun);
    },
  ],
  [
    "putting something into a collection",
    async () => {
      const begun = await beginCollection(testDb, curator, newKey(), { slug: `twice-${unique()}`, title: "Mis" });
      const { collectionId } = doneOf(begun);
      const { sellerId: subject } = await makeApprovedSeller(testDb);
      const step = { step: "add", version: 1, kind: "seller", subject } as const;
      return (key) => takeCollectionStep(testDb, curator, key, collectionId, step);
    },
  ],
];

async function countEntries(): Promise<bigint> {
  const { count } = await testDb
    .selectFrom("auditEntries")
    .select((eb) => eb.fn.countAll<bigint>().as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

it.each(FORMS)("%s is done once, and answered alike when its form is sent again", async (_what, make) => {
  const post = await make();
  const key = newKey();
  const first = await post(key);
  const entries = await countEntries();

  const second = await post(key);

  expect(first.ok).toBe(true);
  expect(second).toEqual(first);
  expect(await countEntries()).toBe(entries);
});

it("stopping to work in a shop, sent again, does not end what was chosen since", async () => {
  const { staff, sellerId } = await openInCare(reviewer);
  const key = newKey();
  await stopWorkingForShop(testDb, staff, key);
  await workForShop(testDb, staff, newKey(), sellerId);

  await stopWorkingForShop(testDb, staff, key);

  expect((await findCaredShop(testDb, staff.userId))?.sellerId).toBe(sellerId);
});
