import { describe, expect, it } from "vitest";
import {
  answerReport,
  decideReport,
  eraseReporter,
  fileReport,
  findCase,
  findSellerCase,
  listReportsForExport,
  restListing,
} from "~/modules/catalog/index.server";
import { REPORT_QUEUE } from "~/modules/catalog";
import { MOST_STATEMENTS } from "~/modules/catalog/reports/types";
import { claimReview } from "~/modules/reviews/index.server";
import type { BuyerActor, SellerActor } from "~/platform/session/actors.server";
import { makeBuyer, makeListing, makePublishedListing, makeSellerActor, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { messagesTo } from "~tests/support/visitor";
import { waitFor } from "~tests/support/waiting";

const report = (listingId: string, changes: { email?: string } = {}) => ({
  listingId,
  reason: "not_handmade" as const,
  words: "Eynisi fabrikdə tökülür.",
  email: changes.email,
  locale: "en" as const,
});
const from = (buyer?: BuyerActor) => ({ buyer, clientAddress: unique() });
const file = (listingId: string, buyer?: BuyerActor) => fileReport(testDb, from(buyer), newKey(), report(listingId));

const casesOf = (listingId: string) =>
  testDb.selectFrom("reportCases").select(["id", "version"]).where("listingId", "=", listingId).execute();

const emailOf = async ({ userId }: { userId: string }) =>
  (await testDb.selectFrom("users").select("email").where("id", "=", userId).executeTakeFirstOrThrow()).email;

async function makeCase() {
  const listing = await makePublishedListing(testDb, { title: `Mis sini ${unique()}` });
  const seller = await makeSellerActor(testDb, listing.sellerId);
  const buyer = await makeBuyer(testDb);
  await file(listing.listingId, buyer);
  const [found] = await casesOf(listing.listingId);
  const caseId = found?.id ?? "";
  const { id: itemId } = await testDb
    .selectFrom("reviewItems")
    .select("id")
    .where("queue", "=", REPORT_QUEUE)
    .where("subjectId", "=", caseId)
    .executeTakeFirstOrThrow();
  return { ...listing, seller, buyer, caseId, itemId };
}

const FACTS = "Emalatxananın videosu əl işini göstərir.";

async function decide(
  { itemId, caseId }: { itemId: string; caseId: string },
  outcome: "no_action" | "warned" | "sent_back" | "taken_down",
) {
  const staff = await makeStaff(testDb, "reviewer");
  await claimReview(testDb, staff, itemId);
  const subjectVersion = (await findCase(testDb, caseId))?.version ?? 0;
  const rule = outcome === "no_action" ? undefined : ("handmade" as const);
  return decideReport(testDb, staff, newKey(), {
    itemId,
    subjectVersion,
    outcome,
    rule,
    facts: FACTS,
    isUnheard: true,
  });
}

const statusOf = async (listingId: string) =>
  (await testDb.selectFrom("listings").select("status").where("id", "=", listingId).executeTakeFirstOrThrow()).status;

describe("reporting a listing", () => {
  it("opens a case in the queue and asks the seller for her words, without saying who reported it", async () => {
    const { seller, buyer, caseId } = await makeCase();

    const [letter] = await messagesTo(testDb, await emailOf(seller));
    expect(letter?.text).toContain(`/az/seller/reports/${caseId}`);
    expect(letter?.text).not.toContain(await emailOf(buyer));
    expect(await findCase(testDb, caseId)).toMatchObject({
      reports: [{ reason: "not_handmade", words: "Eynisi fabrikdə tökülür." }],
      statements: [],
      decision: undefined,
    });
  });

  it("opens one case when several people do it at the same moment", async () => {
    const { listingId, sellerId } = await makePublishedListing(testDb);
    const seller = await makeSellerActor(testDb, sellerId);
    const people = await Promise.all([1, 2, 3, 4].map(() => makeBuyer(testDb)));

    const results = await Promise.all(people.map((buyer) => file(listingId, buyer)));

    expect(results.every(({ ok }) => ok)).toBe(true);
    const cases = await casesOf(listingId);
    expect(cases).toMatchObject([{ version: 4 }]);
    expect((await findCase(testDb, cases[0]?.id ?? ""))?.reports).toHaveLength(4);
    const items = await testDb
      .selectFrom("reviewItems")
      .select("subjectVersion")
      .where("subjectId", "=", cases[0]?.id ?? "")
      .execute();
    expect(items).toEqual([{ subjectVersion: 4 }]);
    expect(await messagesTo(testDb, await emailOf(seller))).toHaveLength(1);
  });

  it("waits for whoever holds the shop before it holds the listing, in the order of all who take both", async () => {
    const { listingId, sellerId } = await makePublishedListing(testDb);

    const filed = await waitFor(
      (trx) => trx.selectFrom("sellers").select("id").where("id", "=", sellerId).forUpdate().execute(),
      () => file(listingId),
      (trx) => trx.selectFrom("listings").select("id").where("id", "=", listingId).forUpdate().execute(),
    );

    expect(filed.ok).toBe(true);
  });

  it("is taken once from a person, and again from a guest", async () => {
    const { listingId, buyer, caseId } = await makeCase();

    const again = await file(listingId, buyer);
    const guest = await file(listingId);

    expect(again).toEqual({ ok: false, refusal: "already-reported" });
    expect(guest.ok).toBe(true);
    expect((await findCase(testDb, caseId))?.version).toBe(2);
  });

  it("opens another case when the first is decided", async () => {
    const made = await makeCase();
    await decide(made, "no_action");

    expect((await file(made.listingId, made.buyer)).ok).toBe(true);
    expect(await casesOf(made.listingId)).toHaveLength(2);
  });

  it("is refused for what is not public", async () => {
    const { listingId } = await makeListing(testDb);
    expect(await file(listingId)).toEqual({ ok: false, refusal: "listing-missing" });
  });

  it("is refused when an address sends too many", async () => {
    const { listingId } = await makePublishedListing(testDb);
    const address = { buyer: undefined, clientAddress: unique() };
    const results = [];
    for (let at = 0; at < 11; at += 1) results.push(await fileReport(testDb, address, newKey(), report(listingId)));

    expect(results.slice(0, 10).every(({ ok }) => ok)).toBe(true);
    expect(results[10]).toEqual({ ok: false, refusal: "throttled" });
  });
});

describe("the seller's words", () => {
  it("stand beside the report, and whoever decides without having read them is refused", async () => {
    const { seller, caseId, itemId } = await makeCase();
    const staff = await makeStaff(testDb, "reviewer");
    await claimReview(testDb, staff, itemId);

    await answerReport(testDb, seller, newKey(), { caseId, words: "Hər sini əllə döyülür." });
    const unread = { itemId, subjectVersion: 1, outcome: "no_action", rule: undefined, facts: FACTS } as const;
    const decided = await decideReport(testDb, staff, newKey(), unread);

    expect(decided).toEqual({ ok: false, refusal: "subject-changed" });
    expect((await findCase(testDb, caseId))?.statements).toMatchObject([{ words: "Hər sini əllə döyülür." }]);
  });

  it("are hers alone: another seller neither reads the case nor speaks in it", async () => {
    const { caseId } = await makeCase();
    const stranger: SellerActor = (await makeCase()).seller;

    expect(await findSellerCase(testDb, { caseId, sellerId: stranger.sellerId })).toBeUndefined();
    expect(await answerReport(testDb, stranger, newKey(), { caseId, words: "Yox." })).toEqual({
      ok: false,
      refusal: "case-missing",
    });
  });

  it("are refused after the decision", async () => {
    const made = await makeCase();
    await decide(made, "no_action");

    const answered = await answerReport(testDb, made.seller, newKey(), { caseId: made.caseId, words: "Gec." });

    expect(answered).toEqual({ ok: false, refusal: "case-decided" });
  });

  it("end at a number that can be read, also when they are sent at the same moment", async () => {
    const { seller, caseId } = await makeCase();
    const say = (words: string) => answerReport(testDb, seller, newKey(), { caseId, words });
    const results = await Promise.all(Array.from({ length: MOST_STATEMENTS + 2 }, (_, at) => say(`Söz ${at}`)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(MOST_STATEMENTS);
    expect(results.filter((result) => !result.ok && result.refusal === "said-enough")).toHaveLength(2);
  });
});

describe("the decision of a case", () => {
  it.each([
    ["no_action", "published"],
    ["warned", "published"],
    ["sent_back", "changes_requested"],
    ["taken_down", "archived"],
  ] as const)("%s leaves the listing %s and gives both sides the statement of reasons", async (outcome, status) => {
    const made = await makeCase();

    expect((await decide(made, outcome)).ok).toBe(true);

    expect(await statusOf(made.listingId)).toBe(status);
    for (const side of [made.seller, made.buyer]) {
      const [letter] = await messagesTo(testDb, await emailOf(side));
      expect(letter?.text).toContain(FACTS);
    }
    expect(await findSellerCase(testDb, { caseId: made.caseId, sellerId: made.sellerId })).toMatchObject({
      decision: { outcome, facts: FACTS },
    });
  });

  it("reaches a guest at the mailbox that she gave, which is then forgotten", async () => {
    const { listingId, ...made } = await makeCase();
    const email = `${unique()}@example.org`;
    await fileReport(testDb, from(), newKey(), report(listingId, { email }));

    await decide({ ...made }, "warned");

    expect((await messagesTo(testDb, email))[0]?.text).toContain(FACTS);
    const kept = await testDb.selectFrom("reports").select("id").where("email", "=", email).execute();
    expect(kept).toEqual([]);
  });

  it("that sends back leaves a listing in the archive, where its seller has put it meanwhile", async () => {
    const made = await makeCase();
    await restListing(testDb, made.seller, newKey(), { listingId: made.listingId, deed: "archive" });

    expect((await decide(made, "sent_back")).ok).toBe(true);
    expect(await statusOf(made.listingId)).toBe("archived");
  });

  it("against a listing needs a rule", async () => {
    const { itemId } = await makeCase();
    const staff = await makeStaff(testDb, "reviewer");
    await claimReview(testDb, staff, itemId);

    const lawless = { itemId, subjectVersion: 1, outcome: "taken_down", rule: undefined, facts: FACTS } as const;
    expect(await decideReport(testDb, staff, newKey(), lawless)).toEqual({ ok: false, refusal: "rule-missing" });
  });

  it("is refused for an item that is no case", async () => {
    const staff = await makeStaff(testDb, "reviewer");
    const itemId = "00000000-0000-4000-8000-000000000000";
    const decision = { itemId, subjectVersion: 1, outcome: "no_action", rule: undefined, facts: FACTS } as const;
    expect(await decideReport(testDb, staff, newKey(), decision)).toEqual({ ok: false, refusal: "case-missing" });
  });

  it("is made by who holds the case, and once", async () => {
    const made = await makeCase();
    const stranger = await makeStaff(testDb, "reviewer");
    const { itemId } = made;
    const decision = { itemId, subjectVersion: 1, outcome: "no_action", rule: undefined, facts: FACTS } as const;

    expect(await decideReport(testDb, stranger, newKey(), decision)).toEqual({ ok: false, refusal: "not-claimed" });
    const holder = await makeStaff(testDb, "reviewer");
    await claimReview(testDb, holder, itemId);
    const results = await Promise.all([1, 2].map(() => decideReport(testDb, holder, newKey(), decision)));

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: "case-missing" });
  });

  it("at the moment of another report or of the seller's words neither loses nor hangs", async () => {
    const made = await makeCase();
    const staff = await makeStaff(testDb, "reviewer");
    await claimReview(testDb, staff, made.itemId);
    const decision = { itemId: made.itemId, subjectVersion: 1, outcome: "no_action", rule: undefined } as const;

    const [decided, answered, reported] = await Promise.all([
      decideReport(testDb, staff, newKey(), { ...decision, facts: FACTS }),
      answerReport(testDb, made.seller, newKey(), { caseId: made.caseId, words: "Əllə." }),
      file(made.listingId),
    ]);

    expect(reported.ok).toBe(true);
    // Whichever comes first: words that are taken are read before the decision, and a decided case takes none.
    expect(decided.ok).toBe(!answered.ok);
  });
});

describe("what a person has reported", () => {
  it("is in the copy of her data, and nobody else's", async () => {
    const { listingId, buyer } = await makeCase();
    await makeCase();
    expect(await listReportsForExport(testDb, buyer.userId)).toMatchObject([{ listingId, reason: "not_handmade" }]);
  });

  it("stays with the case when she goes, without her", async () => {
    const { listingId, buyer, caseId } = await makeCase();
    const email = await emailOf(buyer);
    await fileReport(testDb, from(), newKey(), report(listingId, { email }));

    await testDb.transaction().execute((trx) => eraseReporter(trx, buyer.userId, [email]));

    const rows = await testDb
      .selectFrom("reports")
      .select(["userId", "email", "words"])
      .where("caseId", "=", caseId)
      .execute();
    const nobody = { userId: null, email: null, words: null };
    expect(rows).toEqual([nobody, nobody]);
  });
});
