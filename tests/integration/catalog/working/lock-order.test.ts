import { describe, expect, it } from "vitest";
import {
  decideListing,
  decideReport,
  fileReport,
  restListing,
  submitListing,
  withdrawListing,
} from "~/modules/catalog/index.server";
import { REPORT_QUEUE } from "~/modules/catalog";
import { findWorkingListing } from "~/modules/catalog/working/read-listing.server";
import { claimReview, holdReviews } from "~/modules/reviews/index.server";
import { lockTrust } from "~/modules/sellers/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Trx } from "~/platform/db/db.server";
import { makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { waitFor } from "~tests/support/waiting";
import {
  APPROVED,
  claimed,
  later,
  makeDraft,
  makeChecked,
  makeWorkshop,
  publish,
  save,
  SENT_BACK,
  submit,
  trust,
  type Workshop,
  workingOf,
} from "~tests/support/workshop";

const reviewer = await makeStaff(testDb, "reviewer");

type Held = { listingId: string; sellerId: string };
type Begun = Held & { deed: () => Promise<{ ok: boolean }> };

/** What deeds about a listing hold, in the order in which all of them take it. */
const ORDER: readonly [name: string, hold: (trx: Trx, held: Held) => Promise<unknown>][] = [
  ["what waits of it", (trx, { listingId }) => holdReviews(trx, listingId)],
  ["its shop", (trx, { sellerId }) => lockTrust(trx, sellerId)],
  ["the listing", (trx, { listingId }) => findWorkingListing(trx, { listingId }, { lock: true })],
  [
    "the audit log",
    (trx, { listingId }) =>
      recordAudit(trx, {
        actor: { kind: "system", id: undefined },
        action: "test",
        subject: { kind: "listing", id: listingId },
      }),
  ],
];

async function makeSending(): Promise<Begun> {
  const made = await makeChecked();
  return { ...made, deed: () => submitListing(testDb, made.seller, newKey(), made.listingId, later()) };
}

async function makeTakingBack(): Promise<Begun> {
  const workshop = await makeWorkshop();
  const listingId = await makeDraft(workshop);
  await submit(workshop, listingId);
  return { ...workshop, listingId, deed: () => withdrawListing(testDb, workshop.seller, newKey(), listingId, later()) };
}

async function makeDeciding(): Promise<Begun> {
  const made = await makeChecked();
  const { itemId, subjectVersion } = await claimed(reviewer, made.listingId);
  const decision = { itemId, subjectVersion, ...SENT_BACK };
  return { ...made, deed: () => decideListing(testDb, reviewer, newKey(), decision, later()) };
}

async function makeTakingDown(): Promise<Begun> {
  const workshop = await makeWorkshop();
  const listingId = await publish(workshop, reviewer);
  await save(workshop, listingId, "about", { title: "Gümüş sini" });
  await submit(workshop, listingId);
  const report = { listingId, reason: "other", words: undefined, email: undefined, locale: "az" } as const;
  await fileReport(testDb, { buyer: undefined, clientAddress: unique() }, newKey(), report, later());
  const { id: itemId } = await testDb
    .selectFrom("reviewItems")
    .innerJoin("reportCases", "reportCases.id", "reviewItems.subjectId")
    .select("reviewItems.id")
    .where("reportCases.listingId", "=", listingId)
    .where("queue", "=", REPORT_QUEUE)
    .executeTakeFirstOrThrow();
  const at = later();
  await claimReview(testDb, reviewer, itemId, at);
  const found = { outcome: "taken_down", rule: "handmade", facts: "Fabrikdə tökülüb.", isUnheard: true } as const;
  const decision = { itemId, subjectVersion: 1, ...found };
  return { ...workshop, listingId, deed: () => decideReport(testDb, reviewer, newKey(), decision, at) };
}

describe.each<[string, () => Promise<Begun>, readonly string[]]>([
  ["who sends a listing", makeSending, ["what waits of it", "its shop", "the listing"]],
  ["who takes a listing back", makeTakingBack, ["what waits of it", "the listing"]],
  ["who decides a listing", makeDeciding, ["what waits of it", "its shop", "the listing"]],
  ["who takes a reported listing down", makeTakingDown, ["what waits of it", "its shop", "the listing"]],
])("%s", (_who, make, held) => {
  it.each(ORDER.filter(([name]) => held.includes(name)))(
    "waits for %s before anything that is taken after it is held",
    async (name, hold) => {
      const { deed, ...about } = await make();
      const after = ORDER.slice(ORDER.findIndex(([own]) => own === name) + 1);

      const answer = await waitFor(
        (trx) => hold(trx, about),
        deed,
        async (trx) => {
          for (const [, take] of after) await take(trx, about);
        },
      );

      expect(answer.ok).toBe(true);
    },
  );
});

describe("a seller who has begun to pause a listing", () => {
  async function makeWaiting() {
    const workshop = await makeWorkshop();
    const listingId = await publish(workshop, reviewer);
    await save(workshop, listingId, "about", { title: "Gümüş sini" });
    return { ...workshop, listingId };
  }

  it.each<[string, (made: Workshop & { listingId: string }) => Promise<() => Promise<{ ok: boolean }>>]>([
    [
      "colleague sends a change of it",
      async ({ seller, listingId }) =>
        () =>
          submitListing(testDb, seller, newKey(), listingId, later()),
    ],
    [
      "colleague publishes a change of it at once",
      async (made) => {
        await trust(made);
        return () => submitListing(testDb, made.seller, newKey(), made.listingId, later());
      },
    ],
    [
      "colleague takes a change of it back",
      async (made) => {
        await submit(made, made.listingId);
        return () => withdrawListing(testDb, made.seller, newKey(), made.listingId, later());
      },
    ],
    [
      "reviewer approves a change of it",
      async (made) => {
        await submit(made, made.listingId);
        const { itemId, subjectVersion } = await claimed(reviewer, made.listingId);
        return () => decideListing(testDb, reviewer, newKey(), { itemId, subjectVersion, ...APPROVED }, later());
      },
    ],
  ])("finds it paused when a %s", async (_what, prepare) => {
    const made = await makeWaiting();
    const deed = await prepare(made);

    const answer = await waitFor(
      (trx) => restListing(trx, made.seller, newKey(), { listingId: made.listingId, deed: "pause" }, later()),
      deed,
    );

    expect(answer.ok).toBe(true);
    expect((await workingOf(made.listingId)).status).toBe("paused");
  });
});

describe("a reviewer who approves several, and so has taken an item before its shop", () => {
  it.each([
    ["sends a change of", makeSending, true],
    ["takes back", makeTakingBack, false],
  ] as const)("never blocks a seller who %s one of them", async (_what, make, isDone) => {
    const { listingId, deed } = await make();
    const { itemId, subjectVersion } = await claimed(reviewer, listingId);

    const answer = await waitFor(
      (trx) => claimReview(trx, reviewer, itemId, later()),
      deed,
      async (trx) => {
        const decided = await decideListing(trx, reviewer, newKey(), { itemId, subjectVersion, ...APPROVED }, later());
        expect(decided.ok).toBe(true);
      },
    );

    expect(answer.ok).toBe(isDone);
  });
});
