import { describe, expect, it } from "vitest";
import { answerReport, decideReport, fileReport, findCase } from "~/modules/catalog/index.server";
import { claimReview } from "~/modules/reviews/index.server";
import { makePublishedListing, makeSellerActor, makeStaff, unique } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";

const NOW = new Date("2026-11-24T08:00:00Z");
const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

async function makeCase() {
  const { listingId, sellerId } = await makePublishedListing(testDb);
  const report = { listingId, reason: "not_handmade", words: undefined, email: undefined, locale: "az" } as const;
  await fileReport(testDb, { buyer: undefined, clientAddress: unique() }, newKey(), report, NOW);
  const { caseId, itemId } = await testDb
    .selectFrom("reviewItems")
    .innerJoin("reportCases", "reportCases.id", "reviewItems.subjectId")
    .select(["reportCases.id as caseId", "reviewItems.id as itemId"])
    .where("reportCases.listingId", "=", listingId)
    .executeTakeFirstOrThrow();
  return { listingId, caseId, itemId, seller: await makeSellerActor(testDb, sellerId) };
}

async function decide(
  { caseId, itemId }: { caseId: string; itemId: string },
  at: Date,
  changes: { outcome?: "no_action" | "warned"; isUnheard?: boolean } = {},
) {
  const { outcome = "warned", isUnheard } = changes;
  const staff = await makeStaff(testDb, "reviewer");
  await claimReview(testDb, staff, itemId, at);
  const subjectVersion = (await findCase(testDb, caseId))?.version ?? 0;
  const rule = outcome === "no_action" ? undefined : ("handmade" as const);
  const decision = { itemId, subjectVersion, outcome, rule, facts: "Fabrikdə tökülüb.", isUnheard };
  return decideReport(testDb, staff, newKey(), decision, at);
}

describe("a decision against a seller who may still answer", () => {
  it("is refused unless who decides says that she does not wait", async () => {
    const made = await makeCase();

    expect(await decide(made, inDays(1))).toEqual({ ok: false, refusal: "answer-awaited" });
    expect((await findCase(testDb, made.caseId))?.decision).toBeUndefined();
    expect((await decide(made, inDays(1.1), { isUnheard: true })).ok).toBe(true);
  });

  it("needs no such word when nothing happens to her, when she has answered, or when her time is over", async () => {
    const [kept, answered, late] = [await makeCase(), await makeCase(), await makeCase()];
    await answerReport(testDb, answered.seller, newKey(), { caseId: answered.caseId, words: "Əllə döyülür." }, NOW);

    expect((await decide(kept, inDays(1), { outcome: "no_action" })).ok).toBe(true);
    expect((await decide(answered, inDays(1))).ok).toBe(true);
    expect((await decide(late, inDays(9))).ok).toBe(true);
  });

  it("is recorded with the state in which it leaves the listing", async () => {
    const made = await makeCase();
    await decide(made, inDays(9));

    const row = await testDb
      .selectFrom("auditEntries")
      .innerJoin("auditValues", "auditValues.entryId", "auditEntries.id")
      .select(["before", "after"])
      .where("subjectId", "=", made.caseId)
      .where("action", "=", "decide-report")
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ before: { listing: "published" }, after: { listing: "published" } });
  });
});
