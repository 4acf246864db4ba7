import { describe, expect, it } from "vitest";
import { claimDeskItem, findOwnPaper, listKeptFrom, recheckEvidence } from "~/modules/export-readiness/index.server";
import type { StaffActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { evidenceOf, itemOf, lettersTo, makeVerified, recomputesOf } from "~tests/support/evidence";
import { newKey } from "~tests/support/form-key";
import { doneOf } from "~tests/support/shop";

const DONE = { ok: true, value: null };
const no = (refusal: string) => ({ ok: false, refusal });
const WRONG = "Möhür başqa bankındır.";

/** A verified paper that chance has drawn, held by a second person. */
async function makeDrawn() {
  const made = await makeVerified({}, { isDrawn: true });
  const recheckId = await itemOf(made.evidenceId, "evidence_rechecks");
  const second = await makeStaff(testDb, "reviewer");
  doneOf(await claimDeskItem(testDb, second, recheckId, FACTORY_NOW));
  return { ...made, recheckId, second };
}

const look = (staff: StaffActor, itemId: string, agrees: boolean, key = newKey()) =>
  recheckEvidence(
    testDb,
    staff,
    key,
    { itemId, subjectVersion: 1, agrees, words: agrees ? undefined : WRONG },
    FACTORY_NOW,
  );

const recheckOf = (evidenceId: string) =>
  testDb
    .selectFrom("evidenceRechecks")
    .select(["verifiedBy", "decidedBy", "agrees", "words"])
    .where("evidenceId", "=", evidenceId)
    .executeTakeFirst();

const actionsOf = async (evidenceId: string) => {
  const rows = await testDb
    .selectFrom("auditEntries")
    .select("action")
    .where("subjectId", "=", evidenceId)
    .orderBy("id")
    .execute();
  return rows.map(({ action }) => action).slice(-2);
};

describe("the second look at a paper", () => {
  it("is drawn by chance when a paper is verified, and not otherwise", async () => {
    const [drawn, left] = [await makeVerified({}, { isDrawn: true }), await makeVerified()];
    expect(await recheckOf(drawn.evidenceId)).toMatchObject({ verifiedBy: drawn.staff.userId, decidedBy: null });
    expect(await recheckOf(left.evidenceId)).toBeUndefined();
  });

  it("agrees, and everything stays", async () => {
    const { second, recheckId, evidenceId, seller } = await makeDrawn();
    expect(await look(second, recheckId, true)).toEqual(DONE);
    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "verified" });
    expect(await recheckOf(evidenceId)).toMatchObject({ agrees: true, decidedBy: second.userId });
    expect(await lettersTo(seller.userId)).toEqual(["evidence-verified"]);
    expect(await actionsOf(evidenceId)).toEqual(["decide-review", "confirm-evidence"]);
  });

  it("disagrees: the paper counts no more, and its seller reads why", async () => {
    const { second, recheckId, evidenceId, seller, sellerId } = await makeDrawn();

    expect(await look(second, recheckId, false)).toEqual(DONE);

    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "rejected", decidedBy: second.userId });
    expect((await lettersTo(seller.userId)).toSorted()).toEqual(["evidence-rejected", "evidence-verified"]);
    const paper = await findOwnPaper(testDb, { sellerId, documentType: "bank_letter" }, FACTORY_NOW);
    expect([paper?.standing, paper?.said?.words]).toEqual(["rejected", WRONG]);
    expect(await actionsOf(evidenceId)).toEqual(["decide-review", "overturn-evidence"]);
    expect(await recomputesOf(sellerId)).toBe(1);
  });

  it("is not for who verified the paper: she neither takes it, nor gets it next, nor decides it", async () => {
    const { staff, evidenceId } = await makeVerified({}, { isDrawn: true });
    const itemId = await itemOf(evidenceId, "evidence_rechecks");

    expect(await claimDeskItem(testDb, staff, itemId, FACTORY_NOW)).toEqual(no("verified-by-you"));
    expect(await listKeptFrom(testDb, staff, "evidence_rechecks")).toEqual([evidenceId]);
    expect(await look(staff, itemId, true)).toEqual(no("verified-by-you"));
  });

  it("is not hers in the database either", async () => {
    const { staff, evidenceId } = await makeVerified({}, { isDrawn: true });
    const own = testDb
      .updateTable("evidenceRechecks")
      .set({ decidedAt: FACTORY_NOW, decidedBy: staff.userId, agrees: true })
      .where("evidenceId", "=", evidenceId)
      .execute();
    await expect(own).rejects.toThrow(/evidence_rechecks_by_another/);
  });

  it("is done once by a form that is sent twice, and refused to who does not hold it and without words", async () => {
    const { second, recheckId, evidenceId } = await makeDrawn();
    const third = await makeStaff(testDb, "reviewer");
    expect(await look(third, recheckId, true)).toEqual(no("claimed-by-other"));
    const mute = { itemId: recheckId, subjectVersion: 1, agrees: false };
    expect(await recheckEvidence(testDb, second, newKey(), mute, FACTORY_NOW)).toEqual(no("reason-missing"));
    const key = newKey();
    expect(await Promise.all([look(second, recheckId, true, key), look(second, recheckId, true, key)])).toEqual([
      DONE,
      DONE,
    ]);
    expect(await look(second, recheckId, false)).toEqual(no("item-missing"));
    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "verified" });
  });
});
