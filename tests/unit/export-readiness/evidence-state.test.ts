import { describe, expect, it } from "vitest";
import { evidenceStateOf, type HeldPaper } from "~/modules/export-readiness/evidence-state";

const TODAY = "2026-11-27";

const paper = (changes: Partial<HeldPaper>): HeldPaper => ({
  documentType: "food_contact_test",
  status: "verified",
  expiresOn: "2027-05-01",
  categoryIds: [],
  ...changes,
});

describe("what papers say about a criterion", () => {
  it("is nothing without any", () => {
    expect(evidenceStateOf([], undefined, TODAY)).toBeUndefined();
  });

  it("is the verified one that holds longest, also beside one that waits", () => {
    const papers = [
      paper({}),
      paper({ expiresOn: "2028-01-01" }),
      paper({ status: "submitted", expiresOn: "2029-01-01" }),
    ];
    expect(evidenceStateOf(papers, undefined, TODAY)).toMatchObject({ status: "verified", expiresOn: "2028-01-01" });
  });

  it("is what waits when the verified one has ended", () => {
    const papers = [paper({ expiresOn: "2026-11-26" }), paper({ status: "submitted" })];
    expect(evidenceStateOf(papers, undefined, TODAY)).toMatchObject({ status: "submitted" });
  });

  it("still holds on the day on which it ends", () => {
    const papers = [paper({ expiresOn: TODAY }), paper({ status: "submitted" })];
    expect(evidenceStateOf(papers, undefined, TODAY)).toMatchObject({ status: "verified", expiresOn: TODAY });
  });

  it("is that of the product group that is worst off", () => {
    const papers = [paper({ categoryIds: ["cups"] }), paper({ categoryIds: ["plates"], status: "submitted" })];
    expect(evidenceStateOf(papers, ["cups", "plates"], TODAY)).toMatchObject({ status: "submitted" });
    expect(evidenceStateOf(papers, ["cups"], TODAY)).toMatchObject({ status: "verified" });
  });

  it("is nothing while one product group has no paper, and one without groups covers all", () => {
    expect(evidenceStateOf([paper({ categoryIds: ["cups"] })], ["cups", "plates"], TODAY)).toBeUndefined();
    expect(evidenceStateOf([paper({})], ["cups", "plates"], TODAY)).toMatchObject({ status: "verified" });
  });
});
