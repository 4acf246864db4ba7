import { beforeAll, describe, expect, it } from "vitest";
import { findOwnPaper, readOwnEvidence } from "~/modules/export-readiness/index.server";
import { countReviews } from "~/modules/reviews/index.server";
import { files } from "~/platform/files/files.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { bringEvidencePapers } from "~db/seed/evidence-papers";
import { seedUuid } from "~db/seed/ids";
import { seedDemo } from "~db/seed/seed";
import { testDb } from "~tests/support/database";

beforeAll(async () => {
  await seedDemo(testDb);
});

describe("the demo's papers", () => {
  it("wait for the reviewer, each with something to read, and are drawn once", async () => {
    const waiting = await testDb.selectFrom("evidence").select("id").where("status", "=", "submitted").execute();
    const counts = await countReviews(testDb, ["evidence"]);
    expect(counts.get("evidence")?.waiting).toBe(waiting.length);

    expect(await bringEvidencePapers(testDb, files())).toBe(waiting.length);
    expect(await bringEvidencePapers(testDb, files())).toBe(0);

    const row = await testDb
      .selectFrom("evidence")
      .select(["sellerId", "paperId", "submittedBy"])
      .where("status", "=", "submitted")
      .orderBy("id")
      .limit(1)
      .executeTakeFirstOrThrow();
    const seller = { userId: row.submittedBy ?? "", sellerId: row.sellerId, role: "owner" } as SellerActor;
    const opened = await readOwnEvidence(testDb, files(), seller, row.paperId ?? "");
    expect(opened).toMatchObject({ ok: true, value: { contentType: "application/pdf" } });
  });

  it("say why they were not accepted", async () => {
    const rejected = { sellerId: seedUuid("seller", "s07"), documentType: "tax_registration_certificate" };
    const paper = await findOwnPaper(testDb, rejected);
    expect(paper?.standing).toBe("rejected");
    expect(paper?.said?.reasons).toMatchObject([{ code: "other-holder" }]);
  });
});
