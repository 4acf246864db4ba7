import { describe, expect, it } from "vitest";
import { evidenceStateOf, type HeldPaper } from "~/modules/export-readiness/evidence-state";

const TODAY = "2026-11-27";

let count = 0;

/** Each is brought a day after the one before. */
const paper = (changes: Partial<HeldPaper>): HeldPaper => ({
  evidenceId: `paper ${(count += 1)}`,
  submittedAt: new Date(Date.UTC(2026, 0, count)),
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

  it("is the newer verified one, also when it ends earlier: it replaces the other", () => {
    const papers = [paper({ expiresOn: "2028-01-01" }), paper({ expiresOn: "2027-02-01" })];
    expect(evidenceStateOf(papers, undefined, TODAY)).toMatchObject({ expiresOn: "2027-02-01" });
  });

  it("is the older verified one where the newer covers less, or has ended", () => {
    const older = paper({ expiresOn: "2028-01-01" });
    const less = paper({ expiresOn: "2027-02-01", categoryIds: ["cups"] });
    const ended = paper({ expiresOn: "2026-11-01" });
    expect(evidenceStateOf([older, less, ended], ["cups"], TODAY)).toMatchObject({ expiresOn: "2028-01-01" });
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
