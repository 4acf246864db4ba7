import { randomBytes, randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { FACTORY_NOW, makeBuyer, makePublishedListing, makeSeller, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";

const LATER = new Date(FACTORY_NOW.getTime() + 86_400_000);
const DAY = "2026-11-26";

/** Rows below what is made once; each call of the function tries to write one, always the same but for its own id. */
type Writer = () => Promise<() => Promise<unknown>>;

const reviewItem = () => ({
  queue: "listings",
  subjectId: randomUUID(),
  subjectVersion: 1,
  status: "open",
  openedAt: FACTORY_NOW,
  dueAt: LATER,
});

async function makeItem(): Promise<string> {
  const { id } = await testDb.insertInto("reviewItems").values(reviewItem()).returning("id").executeTakeFirstOrThrow();
  return id;
}

async function makeTeamId(): Promise<string> {
  const organisationId = randomUUID();
  const team = { id: organisationId, name: "Usta", slug: `team-${unique()}`, createdAt: FACTORY_NOW };
  await testDb.insertInto("organisations").values(team).execute();
  return organisationId;
}

type Invited = { role: string; email?: string; phone?: string; tokenDigest?: string };

/** @param invited of each invitation in turn, so that nothing but the key in question is the same */
async function invitations(invited: (at: number) => Invited): ReturnType<Writer> {
  const organisationId = await makeTeamId();
  let at = 0;
  return () => {
    at += 1;
    const times = { createdAt: FACTORY_NOW, sentAt: FACTORY_NOW, expiresAt: LATER };
    const row = { organisationId, tokenDigest: randomUUID(), ...times, ...invited(at) };
    return testDb.insertInto("teamInvitations").values(row).execute();
  };
}

async function makeCase() {
  const { listingId, sellerId } = await makePublishedListing(testDb);
  const row = { listingId, sellerId, listingVersion: 1, status: "open", openedAt: FACTORY_NOW, answerBy: LATER };
  return row;
}

const care = (sellerId: string, staffId: string, isCurrent: boolean) =>
  testDb.insertInto("caretakings").values({ sellerId, staffId, isCurrent, since: FACTORY_NOW }).execute();

const WRITERS: readonly (readonly [constraint: string, make: Writer])[] = [
  [
    "review_items_one_open",
    async () => {
      const row = reviewItem();
      return () => testDb.insertInto("reviewItems").values(row).execute();
    },
  ],
  [
    "review_reasons_pkey",
    async () => {
      const row = { itemId: await makeItem(), position: 0, field: "title", code: "unclear" };
      return () => testDb.insertInto("reviewReasons").values(row).execute();
    },
  ],
  [
    "review_looks_pkey",
    async () => {
      const { userId } = await makeStaff(testDb, "reviewer");
      const row = { itemId: await makeItem(), userId, subjectVersion: 1, lookedAt: FACTORY_NOW };
      return () => testDb.insertInto("reviewLooks").values(row).execute();
    },
  ],
  [
    "seller_approvals_pkey",
    async () => {
      const { sellerId } = await makeSeller(testDb);
      const row = { sellerId, version: 1, state: "{}", approvedAt: FACTORY_NOW };
      return () => testDb.insertInto("sellerApprovals").values(row).execute();
    },
  ],
  [
    "seller_suspensions_one_open",
    async () => {
      const { sellerId } = await makeSeller(testDb);
      const { userId } = await makeStaff(testDb, "reviewer");
      const row = { sellerId, reason: "other", words: "Söz.", suspendedBy: userId, suspendedAt: FACTORY_NOW };
      return () => testDb.insertInto("sellerSuspensions").values(row).execute();
    },
  ],
  [
    "team_invitations_token_digest_key",
    () => invitations((at) => ({ role: "editor", email: `${at}@example.org`, tokenDigest: "one" })),
  ],
  ["team_invitations_one_open_email", () => invitations(() => ({ role: "editor", email: "one@example.org" }))],
  ["team_invitations_one_open_phone", () => invitations(() => ({ role: "editor", phone: "+994501234567" }))],
  ["team_invitations_one_open_owner", () => invitations((at) => ({ role: "owner", phone: `+99450123456${at}` }))],
  [
    "caretakings_one_open",
    async () => {
      const { sellerId } = await makeSeller(testDb);
      return async () => care(sellerId, (await makeStaff(testDb, "reviewer")).userId, false);
    },
  ],
  [
    "caretakings_one_current",
    async () => {
      const { userId } = await makeStaff(testDb, "reviewer");
      return async () => care((await makeSeller(testDb)).sellerId, userId, true);
    },
  ],
  [
    "shop_closures_pkey",
    async () => {
      const { sellerId } = await makeSeller(testDb);
      const row = { sellerId, fromOn: DAY, untilOn: DAY, updatedAt: FACTORY_NOW };
      return () => testDb.insertInto("shopClosures").values(row).execute();
    },
  ],
  [
    "default_route_zones_pkey",
    async () => {
      const row = { service: "digital", position: 99, countries: ["DE"], daysMin: 0, daysMax: 1, rates: "[]" };
      return () => testDb.insertInto("defaultRouteZones").values(row).execute();
    },
  ],
  [
    "report_cases_one_open",
    async () => {
      const row = await makeCase();
      return () => testDb.insertInto("reportCases").values(row).execute();
    },
  ],
  [
    "reports_once_a_person",
    async () => {
      const { id: caseId } = await testDb
        .insertInto("reportCases")
        .values(await makeCase())
        .returning("id")
        .executeTakeFirstOrThrow();
      const { userId } = await makeBuyer(testDb);
      const row = { caseId, userId, reason: "other", locale: "az", reportedAt: FACTORY_NOW };
      return () => testDb.insertInto("reports").values(row).execute();
    },
  ],
  [
    "listing_view_days_pkey",
    async () => {
      const { listingId } = await makePublishedListing(testDb);
      return () => testDb.insertInto("listingViewDays").values({ listingId, day: DAY, views: 1 }).execute();
    },
  ],
  [
    "view_salts_pkey",
    async () => {
      const row = { day: "2026-11-01", salt: randomBytes(32) };
      return () => testDb.insertInto("viewSalts").values(row).execute();
    },
  ],
  [
    "listing_view_marks_pkey",
    async () => {
      const { listingId } = await makePublishedListing(testDb);
      const day = "2026-11-02";
      await testDb
        .insertInto("viewSalts")
        .values({ day, salt: randomBytes(32) })
        .execute();
      const row = { day, listingId, visitor: randomBytes(32) };
      return () => testDb.insertInto("listingViewMarks").values(row).execute();
    },
  ],
];

// What a deed reads before it writes may be old by then; these hold for whoever writes.
it.each(WRITERS)("%s lets the same be there once", async (constraint, make) => {
  const write = await make();
  await write();

  await expect(write()).rejects.toMatchObject({ constraint });
});

it("listings_submitted_when lets no listing be in review that nobody has sent", async () => {
  const { listingId } = await makePublishedListing(testDb);
  const sent = testDb.updateTable("listings").set({ status: "in_review" }).where("id", "=", listingId).execute();
  await expect(sent).rejects.toMatchObject({ constraint: "listings_submitted_when" });
});
