import { describe, expect, it } from "vitest";
import { LISTING_FIELDS, LISTING_REASONS, listingReasonsFor } from "~/modules/catalog/working/listing-queues";
import { decisionInput } from "~/modules/reviews/decision-input.server";
import { reasonsFor, SHOP_FIELDS, SHOP_REASONS } from "~/modules/sellers/shop-reasons";

const input = decisionInput(["title", "category"], (field) => (field === "title" ? ["unclear"] : ["wrong-place"]));
const base = { subjectVersion: "3", decision: "changes_requested" };

describe("the reviewer's form", () => {
  it("says what is to be mended, field by field", () => {
    const form = { ...base, note: "Sağ olun", "code-title": "unclear", "words-title": "Hansı?", "code-category": "" };
    expect(input.parse(form)).toEqual({
      subjectVersion: 3,
      decision: "changes_requested",
      note: "Sağ olun",
      reasons: [{ field: "title", code: "unclear", words: "Hansı?" }],
      confirmed: [],
    });
  });

  it("hears only the ticks that the queue asks for, when they are set", () => {
    const ticking = decisionInput(["title"], () => [], ["paperless"]);
    const confirmed = (ticks: Record<string, string>) => ticking.parse({ ...base, ...ticks }).confirmed;
    expect(confirmed({ paperless: "on", other: "on" })).toEqual(["paperless"]);
    expect(confirmed({ paperless: "" })).toEqual([]);
    expect(confirmed({})).toEqual([]);
  });

  it("takes words alone for a reason", () => {
    const form = { ...base, "code-title": "", "words-title": " Hansı? ", "words-category": "" };
    expect(input.parse(form).reasons).toEqual([{ field: "title", code: "other", words: "Hansı?" }]);
  });

  it.each([
    ["a reason of another field", { "code-title": "wrong-place" }],
    ["a reason that no list has", { "code-title": "sunday" }],
  ])("refuses %s at the field", (_what, reason) => {
    const { error } = input.safeParse({ ...base, ...reason });
    expect(error?.issues).toEqual([
      expect.objectContaining({
        path: ["code-title"],
        message: "Bu səbəb bu sahəyə uyğun deyil. Siyahıdan başqasını seçin.",
      }),
    ]);
  });
});

describe("the reasons", () => {
  it("leave every field of a listing and of a shop something that may be wrong with it", () => {
    expect(LISTING_FIELDS.filter((field) => listingReasonsFor(field).length === 0)).toEqual([]);
    expect(SHOP_FIELDS.filter((field) => reasonsFor(field).length === 0)).toEqual([]);
  });

  it("offer for no field the whole list", () => {
    for (const field of LISTING_FIELDS) expect(listingReasonsFor(field)).not.toEqual(LISTING_REASONS);
    for (const field of SHOP_FIELDS) expect(reasonsFor(field)).not.toEqual(SHOP_REASONS);
  });

  it("say of a category only that it is the wrong one, and of no price that it is not handmade", () => {
    expect(listingReasonsFor("category")).toEqual(["wrong-place"]);
    expect(listingReasonsFor("price")).toEqual(["incomplete", "unclear", "not-true"]);
    expect(LISTING_FIELDS.filter((field) => listingReasonsFor(field).includes("copied"))).toEqual([
      "pictures",
      "rights",
    ]);
  });
});
