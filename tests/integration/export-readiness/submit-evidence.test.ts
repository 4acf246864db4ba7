import { describe, expect, it } from "vitest";
import {
  answerEvidenceQuestion,
  findOwnPaper,
  listOwnPapers,
  readOwnEvidence,
  takeBackEvidence,
} from "~/modules/export-readiness/index.server";
import { clock } from "~/platform/clock.server";
import { files } from "~/platform/files/files.server";
import { destroyGivenUpPapers } from "~/platform/private-files/given-up.server";
import { FACTORY_NOW, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import {
  ASK,
  bring,
  decide,
  evidenceOf,
  itemOf,
  LETTER,
  makeHeld,
  makeSellerWithTeam,
  makeVerified,
  recomputesOf,
} from "~tests/support/evidence";
import { newKey } from "~tests/support/form-key";
import { redAndBlueHeic } from "~tests/support/heic";
import { makePdf } from "~tests/support/papers";
import { doneOf } from "~tests/support/shop";

const no = (refusal: string) => ({ ok: false, refusal });
const later = (minutes: number) => new Date(FACTORY_NOW.getTime() + minutes * 60_000);
const countOf = async (sellerId: string) =>
  (await testDb.selectFrom("evidence").select("id").where("sellerId", "=", sellerId).execute()).length;
const storedOf = (sellerId: string) =>
  testDb
    .selectFrom("privateFiles")
    .select(["id", "fileKey", "name"])
    .where("ownerKind", "in", ["evidence", "given-up"])
    .where("ownerId", "in", [sellerId, "all"])
    .execute();

describe("bringing a paper", () => {
  it("puts it before the Federation, keeps its file and asks for a new score", async () => {
    const { sellerId, seller } = await makeSellerWithTeam();

    const { evidenceId } = doneOf(await bring(seller));

    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "submitted", expiresOn: "2027-11-01" });
    expect(await itemOf(evidenceId)).toBeDefined();
    expect(await recomputesOf(sellerId)).toBe(1);
    const paper = await findOwnPaper(testDb, { sellerId, documentType: "bank_letter" }, FACTORY_NOW);
    expect(paper?.standing).toBe("waiting");
    expect(paper?.rows[0]?.paper?.name).toBe("Bank arayışı.pdf");
  });

  it("counts for as long as the criterion allows when it names no last day", async () => {
    const { seller } = await makeSellerWithTeam();
    const { evidenceId } = doneOf(await bring(seller, { expiresOn: undefined }));
    expect((await evidenceOf(evidenceId)).expiresOn).toBe("2028-11-01");
  });

  it.each([
    ["issued-in-future", { issuedOn: "2026-11-25" }],
    ["ends-before-issue", { expiresOn: "2026-10-31" }],
    ["expired", { issuedOn: "2026-01-01", expiresOn: "2026-11-23" }],
    ["lasts-too-long", { expiresOn: "2028-11-02" }],
    ["type-missing", { documentType: "love_letter" }],
    ["changed-elsewhere", { seen: "00000000-0000-8000-8000-000000000000" }],
    ["group-missing", { documentType: "product_safety_file", categoryIds: ["copperware"] }],
    ["not-a-paper", { file: { name: "a.pdf", content: Buffer.from("Salam") } }],
    ["truncated", { file: { name: "a.heic", content: redAndBlueHeic().subarray(0, -40) } }],
    ["empty", { file: { name: "a.pdf", content: Buffer.alloc(0) } }],
    ["active-content", { file: { name: "a.pdf", content: makePdf({ root: "/OpenAction << /S /JavaScript >>" }) } }],
  ])("is refused as %s, and nothing is kept", async (refusal, changes) => {
    const { sellerId, seller } = await makeSellerWithTeam();

    expect(await bring(seller, changes)).toEqual(no(refusal));

    expect(await countOf(sellerId)).toBe(0);
    expect((await storedOf(sellerId)).filter(({ fileKey }) => fileKey !== null)).toEqual([]);
    expect(await recomputesOf(sellerId)).toBe(0);
  });

  it("is refused beyond forty of a type", async () => {
    const { sellerId, seller } = await makeSellerWithTeam();
    await testDb
      .insertInto("evidence")
      .values(
        Array.from({ length: 40 }, () => ({
          sellerId,
          documentType: "bank_letter",
          status: "rejected",
          issuedOn: "2025-01-01",
          expiresOn: "2026-01-01",
          submittedAt: later(-60),
          decidedAt: later(-50),
        })),
      )
      .execute();
    const paper = await findOwnPaper(testDb, { sellerId, documentType: "bank_letter" }, FACTORY_NOW);
    expect(await bring(seller, { seen: paper?.state.latest?.evidenceId ?? "" })).toEqual(no("too-many-papers"));
  });

  it("may name product groups that the shop makes, and counts for all of them when it names none", async () => {
    const { seller } = await makeSellerWithTeam({ categoryIds: ["copperware"] });
    const file = { documentType: "product_safety_file", categoryIds: ["copperware"] };
    const { evidenceId } = doneOf(await bring(seller, file));
    const row = await testDb
      .selectFrom("evidence")
      .select("categoryIds")
      .where("id", "=", evidenceId)
      .executeTakeFirstOrThrow();
    expect(row.categoryIds).toEqual(["copperware"]);
  });

  it("is done once by a form that is sent twice, at the same moment too, and one file is kept", async () => {
    const { sellerId, seller } = await makeSellerWithTeam();
    const key = newKey();

    const [one, other] = await Promise.all([bring(seller, {}, { key }), bring(seller, {}, { key })]);

    expect(one).toEqual(other);
    expect(await countOf(sellerId)).toBe(1);
    expect(await storedOf(sellerId)).toHaveLength(1);
  });

  it("of two tabs is done for the first; the second learns that another paper was brought", async () => {
    const { sellerId, seller } = await makeSellerWithTeam();
    const results = await Promise.all([bring(seller), bring(seller)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results).toContainEqual(no("changed-elsewhere"));
    expect(await countOf(sellerId)).toBe(1);
  });

  it("takes the one that waits back, and leaves its file", async () => {
    const { seller } = await makeSellerWithTeam();
    const first = doneOf(await bring(seller)).evidenceId;

    const second = doneOf(await bring(seller, { seen: first }, { now: later(1) })).evidenceId;

    expect(await evidenceOf(first)).toMatchObject({ status: "withdrawn" });
    expect(await evidenceOf(second)).toMatchObject({ status: "submitted", replaces: first });
    await expect(itemOf(first)).rejects.toThrow(/no result/);
    const { paperId } = await evidenceOf(first);
    expect((await readOwnEvidence(testDb, files(), seller, paperId ?? "")).ok).toBe(true);
  });

  it("leaves a verified one in force until the new one is verified", async () => {
    const { seller, sellerId, evidenceId } = await makeVerified();

    doneOf(await bring(seller, { seen: evidenceId }, { now: later(1) }));

    const paper = await findOwnPaper(testDb, { sellerId, documentType: "bank_letter" }, FACTORY_NOW);
    expect(paper?.standing).toBe("verified");
    expect(paper?.state.counting.map((row) => row.evidenceId)).toEqual([evidenceId]);
    expect(paper?.state.attempt?.status).toBe("submitted");
  });

  it("lets one paper of a type wait at most, whoever writes the row", async () => {
    const { sellerId, seller } = await makeSellerWithTeam();
    doneOf(await bring(seller));
    const again = testDb
      .insertInto("evidence")
      .values({
        sellerId,
        documentType: "bank_letter",
        status: "submitted",
        issuedOn: LETTER.issuedOn,
        expiresOn: "2027-01-01",
        submittedAt: FACTORY_NOW,
      })
      .execute();
    await expect(again).rejects.toThrow(/evidence_one_waiting/);
  });
});

describe("a paper that waits", () => {
  it("is taken back with its file, once", async () => {
    const { seller, sellerId, evidenceId } = await makeHeld();
    const { paperId } = await evidenceOf(evidenceId);
    const take = () => takeBackEvidence(testDb, seller, newKey(), { documentType: "bank_letter", evidenceId });

    expect(await take()).toEqual({ ok: true, value: null });
    expect(await take()).toEqual(no("not-waiting"));

    expect(await evidenceOf(evidenceId)).toMatchObject({ status: "withdrawn" });
    expect(await readOwnEvidence(testDb, files(), seller, paperId ?? "")).toEqual(no("paper-missing"));
    await destroyGivenUpPapers(testDb, files());
    expect(await files().has(`private/${paperId}`)).toBe(false);
    expect((await findOwnPaper(testDb, { sellerId, documentType: "bank_letter" }))?.standing).toBe("none");
  });

  it("is not taken back by another shop, nor when it is decided", async () => {
    const { staff, seller, itemId, evidenceId } = await makeHeld();
    const other = await makeSellerWithTeam();
    const about = { documentType: "bank_letter", evidenceId };
    expect(await takeBackEvidence(testDb, other.seller, newKey(), about)).toEqual(no("not-waiting"));
    doneOf(await decide(staff, itemId, { decision: "verify", expiresOn: "2027-11-01" }));
    expect(await takeBackEvidence(testDb, seller, newKey(), about)).toEqual(no("not-waiting"));
  });

  it("goes back to the Federation with an answer, and only when something was asked", async () => {
    const { staff, seller, sellerId, itemId, evidenceId } = await makeHeld();
    const answer = () =>
      answerEvidenceQuestion(testDb, seller, newKey(), { documentType: "bank_letter", words: "Sonu 0042-dir." });
    expect(await answer()).toEqual(no("not-asked"));
    doneOf(await decide(staff, itemId, ASK));
    const asked = await findOwnPaper(testDb, { sellerId, documentType: "bank_letter" });
    expect([asked?.standing, asked?.said?.words]).toEqual(["asked", ASK.decision === "ask" ? ASK.words : ""]);

    expect(await answer()).toEqual({ ok: true, value: null });

    const { subjectVersion } = await testDb
      .selectFrom("reviewItems")
      .select("subjectVersion")
      .where("id", "=", await itemOf(evidenceId))
      .executeTakeFirstOrThrow();
    expect(subjectVersion).toBe(2);
    expect((await findOwnPaper(testDb, { sellerId, documentType: "bank_letter" }))?.answers).toMatchObject([
      { words: "Sonu 0042-dir." },
    ]);
    expect(await answer()).toEqual(no("not-asked"));
  });
});

describe("the papers of a shop", () => {
  it("are those that concern it; the others stand apart", async () => {
    const { sellerId } = await makeSellerWithTeam({ offering: "services" });
    const { concerning, others } = await listOwnPapers(testDb, sellerId);
    const typesOf = (papers: typeof concerning) => papers.map(({ type }) => type.documentType);
    expect(typesOf(concerning)).toContain("bank_letter");
    expect(typesOf(others)).toContain("certificate_of_origin");
    expect(concerning.length + others.length).toBe(14);
  });

  it("are opened by its own people, who are written down, and are missing for another shop", async () => {
    const { seller, sellerId, evidenceId } = await makeHeld();
    const paperId = (await evidenceOf(evidenceId)).paperId ?? "";
    const manager = await makeSellerActor(testDb, sellerId, "manager");
    const other = await makeSellerWithTeam();

    expect((await readOwnEvidence(testDb, files(), manager, paperId)).ok).toBe(true);
    expect(await readOwnEvidence(testDb, files(), other.seller, paperId)).toEqual(no("paper-missing"));

    const reads = await testDb
      .selectFrom("auditEntries")
      .select("actorId")
      .where("action", "=", "read-paper")
      .where("subjectId", "=", paperId)
      .execute();
    expect(reads).toEqual([{ actorId: manager.userId }]);
    expect(seller.userId).not.toBe(manager.userId);
    expect(clock()).toBeInstanceOf(Date);
  });
});
