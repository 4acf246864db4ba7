import { describe, expect, it } from "vitest";
import { compareFacts } from "~/modules/catalog/desk/fact-diff";

const BEFORE = [
  { label: "Title", value: "Mis sini" },
  { label: "Material", value: "mis" },
  { label: "Weight", value: "900 g" },
];

describe("comparing what is written with what is public", () => {
  it("finds what was changed, what is new and what is gone, and leaves the rest", () => {
    const after = [
      { label: "Title", value: "Mis məcməyi", lang: "az" },
      { label: "Material", value: "mis" },
      { label: "Food contact", value: "yes" },
    ];

    expect(compareFacts(BEFORE, after)).toEqual({
      changed: [
        { label: "Title", lang: "az", before: "Mis sini", after: "Mis məcməyi" },
        { label: "Food contact", lang: undefined, before: "", after: "yes" },
        { label: "Weight", lang: undefined, before: "900 g", after: "" },
      ],
      same: [{ label: "Material", value: "mis" }],
    });
  });

  it("finds nothing where nothing was changed, in whatever order the facts come", () => {
    expect(compareFacts(BEFORE, BEFORE.toReversed()).changed).toEqual([]);
  });

  it("takes all for new where nothing was public", () => {
    expect(compareFacts([], BEFORE).changed.map(({ before }) => before)).toEqual(["", "", ""]);
  });
});
