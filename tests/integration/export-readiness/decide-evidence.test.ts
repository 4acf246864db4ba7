import { describe, expect, it } from "vitest";
import { EVIDENCE_REASONS } from "~/modules/export-readiness";
import {
  claimDeskItem,
  findOwnPaper,
  listKeptFrom,
  readEvidenceAsStaff,
} from "~/modules/export-readiness/index.server";
import { claimNextReview, claimReview } from "~/modules/reviews/index.server";
import { files } from "~/platform/files/files.server";
import { FACTORY_NOW, makeSellerActor, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import {
  ASK,
  bring,
  decide,
  evidenceOf,
  itemOf,
  lettersTo,
  makeHeld,
  recomputesOf,
  REJECT,
  VERIFY,
} from "~tests/support/evidence";
import { newKey } from "~tests/support/form-key";
import { doneOf } from "~tests/support/shop";
import { waitFor } from "~tests/support/waiting";

const DONE = { ok: true, value: null };
const no = (refusal: string) => ({ ok: false, refusal });
const later = (minutes: number) => new Date(FACTORY_NOW.getTime() + minutes * 60_000);

async function auditOf(evidenceId: string) {
  const rows = await testDb
    .selectFrom("auditEntries")
    .select(["action", "subjectKind"])
    .where("subjectId", "=", evidenceId)
    .orderBy("id")
    .execute();
  return rows.map(({ action, subjectKind }) => `${subjectKind} ${action}`);
}

/** The person has once filled the shop for its maker. */
function fill(sellerId: string, staffId: string) {
  return testDb
    .insertInto("caretakings")
    .values({ sellerId, staffId, phone: null, since: FACTORY_NOW, endedAt: FACTORY_NOW, isCurrent: false })
    .execute();
}

describe("deciding a paper", () => {
  it("verifies it with the last day that the reviewer has read, tells owner and managers, and is recorded", async () => {
    const { staff, seller, sellerId, itemId, evidenceId } = await makeHeld();
    const manager = await makeSellerActor(testDb, sellerId, "manager");
    const editor = await makeSellerActor(testDb, sellerId, "editor");

    expect(await decide(staff, itemId, { decision: "verify", expiresOn: "2027-05-31" })).toEqual(DONE);

    expect(await evidenceOf(evidenceId)).toMatchObject({
      status: "verified",
      expiresOn: "2027-05-31",
      decidedBy: staff.userId,
    });
    for (const { userId } of [seller, manager]) expect(await lettersTo(userId)).toEqual(["evidence-verified"]);
    expect(await lettersTo(editor.userId)).toEqual([]);
    expect(await auditOf(evidenceId)).toEqual([
      "evidence submit-evidence",
      "evidence decide-review",
      "evidence verify-evidence",
    ]);
    expect(await recomputesOf(sellerId)).toBe(1);
  });

  it("rejects it with a reason that its seller reads", async () => {
    const { staff, seller, sellerId, itemId, evidenceId } = await makeHeld();

    expect(await decide(staff, itemId, REJECT)).toEqual(DONE);

    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "rejected" });
    expect(await lettersTo(seller.userId)).toEqual(["evidence-rejected"]);
    const paper = await findOwnPaper(testDb, { sellerId, documentType: "bank_letter" }, FACTORY_NOW);
    expect(paper?.standing).toBe("rejected");
    expect(paper?.said?.reasons).toMatchObject([{ code: "unreadable", words: "Möhür görünmür." }]);
  });

  it.each(EVIDENCE_REASONS)("takes %s for a reason", async (reason) => {
    const { staff, itemId, evidenceId } = await makeHeld();
    expect(await decide(staff, itemId, { decision: "reject", reason, words: "Möhür görünmür." })).toEqual(DONE);
    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "rejected" });
  });

  it("asks, and the paper waits for its seller", async () => {
    const { staff, seller, itemId, evidenceId } = await makeHeld();
    expect(await decide(staff, itemId, ASK)).toEqual(DONE);
    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "submitted" });
    expect(await lettersTo(seller.userId)).toEqual(["evidence-asked"]);
    await expect(itemOf(evidenceId)).rejects.toThrow(/no result/);
  });

  it.each([
    ["lasts-too-long", "2028-11-02"],
    ["expired", "2026-11-23"],
    ["ends-before-issue", "2026-10-31"],
  ])("is refused as %s with such a last day", async (refusal, expiresOn) => {
    const { staff, itemId, evidenceId } = await makeHeld();
    expect(await decide(staff, itemId, { decision: "verify", expiresOn })).toEqual(no(refusal));
    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "submitted", expiresOn: "2027-11-01" });
  });

  it("is refused to who has filled the shop, who neither takes it nor gets it as the next one", async () => {
    const { seller, sellerId, staff, itemId } = await makeHeld();
    await fill(sellerId, staff.userId);
    const caretaker = await makeStaff(testDb, "reviewer");
    const own = await makeHeld();
    await fill(own.sellerId, caretaker.userId);
    const fresh = doneOf(await bring(own.seller, { documentType: "sales_terms" })).evidenceId;

    expect(await decide(staff, itemId, VERIFY)).toEqual(no("filled-by-you"));
    expect(await readEvidenceAsStaff(testDb, files(), staff, itemId, FACTORY_NOW)).toEqual(no("paper-missing"));
    expect(await claimDeskItem(testDb, caretaker, await itemOf(fresh), FACTORY_NOW)).toEqual(no("filled-by-you"));
    const except = await listKeptFrom(testDb, caretaker, "evidence");
    expect(except).toEqual(expect.arrayContaining([fresh, own.evidenceId]));
    expect(except).toHaveLength(2);
    expect(await listKeptFrom(testDb, caretaker, "sellers")).toEqual([own.sellerId]);
    const next = await claimNextReview(testDb, caretaker, { queue: "evidence", except }, later(60));
    expect(next?.itemId).not.toBe(await itemOf(fresh));
    expect(seller.sellerId).toBe(sellerId);
  });

  it("is done once by a form that is sent twice", async () => {
    const { staff, seller, itemId } = await makeHeld();
    const key = newKey();
    const results = await Promise.all([decide(staff, itemId, VERIFY, { key }), decide(staff, itemId, VERIFY, { key })]);
    expect(results).toEqual([DONE, DONE]);
    expect(await lettersTo(seller.userId)).toEqual(["evidence-verified"]);
  });

  it("is refused to who does not hold the item, and for a state that was not on the screen", async () => {
    const { staff, itemId } = await makeHeld();
    const other = await makeStaff(testDb, "reviewer");
    expect(await decide(other, itemId, VERIFY)).toEqual(no("claimed-by-other"));
    expect(await decide(staff, itemId, VERIFY, { now: later(16) })).toEqual(no("not-claimed"));
    expect(await decide(staff, itemId, VERIFY, { subjectVersion: 2 })).toEqual(no("subject-changed"));
  });

  it("of two reviewers, one whose claim has run out, is done by one", async () => {
    const { staff, itemId, evidenceId } = await makeHeld();
    const other = await makeStaff(testDb, "reviewer");
    doneOf(await claimReview(testDb, other, itemId, later(16)));

    const results = await Promise.all([
      decide(staff, itemId, REJECT, { now: later(16) }),
      decide(other, itemId, VERIFY, { now: later(16) }),
    ]);

    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "verified", decidedBy: other.userId });
  });

  it("finds nothing to decide when the seller has replaced the paper meanwhile", async () => {
    const { staff, seller, itemId, evidenceId } = await makeHeld();
    doneOf(await bring(seller, { seen: evidenceId }, { now: later(1) }));
    expect(await decide(staff, itemId, VERIFY, { now: later(1) })).toEqual(no("item-missing"));
    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "withdrawn" });
  });

  const DEEDS: readonly [who: string, deed: (made: Made) => Promise<{ ok: boolean }>][] = [
    ["who decides", (made: Made) => decide(made.staff, made.itemId, VERIFY)],
    ["who brings another one", (made: Made) => bring(made.seller, { seen: made.evidenceId }, { now: later(1) })],
  ];
  it.each(DEEDS)("waits for the shop before anything else: %s", async (_who, deed) => {
    const made = await makeHeld();
    const done = await waitFor(
      (trx) => trx.selectFrom("sellers").select("id").where("id", "=", made.sellerId).forNoKeyUpdate().execute(),
      () => deed(made),
      // Were it held already, this would wait for the deed and the deed for this.
      (trx) => trx.selectFrom("reviewItems").select("id").where("id", "=", made.itemId).forUpdate().execute(),
    );
    expect(done.ok).toBe(true);
  });

  it("leaves either the decision or the replacement when both come at the same moment", async () => {
    const { staff, seller, itemId, evidenceId } = await makeHeld();
    const [decided, brought] = await Promise.all([
      decide(staff, itemId, VERIFY, { now: later(1) }),
      bring(seller, { seen: evidenceId }, { now: later(1) }),
    ]);
    expect(brought.ok).toBe(true);
    expect((await evidenceOf(evidenceId)).status).toBe(decided.ok ? "verified" : "withdrawn");
  });
});

type Made = Awaited<ReturnType<typeof makeHeld>>;

describe("a paper on the desk", () => {
  it("is opened by who holds it, who is written down, and by no colleague", async () => {
    const { staff, itemId, evidenceId } = await makeHeld();
    const paperId = (await evidenceOf(evidenceId)).paperId ?? "";
    const other = await makeStaff(testDb, "reviewer");

    expect((await readEvidenceAsStaff(testDb, files(), staff, itemId, FACTORY_NOW)).ok).toBe(true);
    expect(await readEvidenceAsStaff(testDb, files(), other, itemId, FACTORY_NOW)).toEqual(no("paper-missing"));

    const reads = await testDb
      .selectFrom("auditEntries")
      .select(["actorKind", "actorId"])
      .where("action", "=", "read-paper")
      .where("subjectId", "=", paperId)
      .execute();
    expect(reads).toEqual([{ actorKind: "staff", actorId: staff.userId }]);
  });

  it("is opened by nobody of staff once it is decided", async () => {
    const { staff, itemId } = await makeHeld();
    doneOf(await decide(staff, itemId, VERIFY));
    expect(await readEvidenceAsStaff(testDb, files(), staff, itemId, FACTORY_NOW)).toEqual(no("paper-missing"));
  });
});
