import { describe, expect, it } from "vitest";
import { mainMaterialFirst } from "~/modules/catalog/drafts/main-material";
import materials from "~db/reference/materials.json" with { type: "json" };

const nameOf = (id: string) => materials.materials.find((material) => material.id === id)?.name.az ?? "";
const mainOf = (ticked: string[], text: { title?: string; category?: string; usual?: string[] }) =>
  mainMaterialFirst(ticked, { title: "", category: "", usual: [], nameOf, ...text })[0];

describe("the main material of a listing", () => {
  it.each([
    ["Döymə mis cəzvə", ["tin", "copper"], "copper"],
    ["DOYME MIS CEZVE", ["tin", "copper"], "copper"],
    ["Gümüş sırğa", ["copper", "silver925"], "silver925"],
    ["İpək kəlağayı, yun saçaqlı", ["wool", "silk"], "silk"],
    ["Gümüş bəzəkli mis sini", ["silver925", "copper"], "copper"],
    ["Ağac qutu", ["brass", "walnut"], "walnut"],
    ["Qoz ağacından qutu", ["beech", "walnut"], "walnut"],
  ])("is what %s names, whatever was ticked first", (title, ticked, expected) => {
    expect(mainOf(ticked, { title })).toBe(expected);
    expect(mainOf(ticked.toReversed(), { title })).toBe(expected);
  });

  it("is what the category is named after, then what is usual in it, then what was ticked first", () => {
    const ticked = ["tin", "copper", "wool"];
    expect(mainOf(ticked, { title: "Cəzvə", category: "Misgərlik məmulatları", usual: ["wool"] })).toBe("copper");
    expect(mainOf(ticked, { title: "Cəzvə", usual: ["silk", "wool", "tin"] })).toBe("wool");
    expect(mainOf(ticked, { title: "Cəzvə" })).toBe("tin");
  });

  it("leaves the others behind it in their order", () => {
    const text = { title: "Mis cəzvə", category: "", usual: [], nameOf };
    expect(mainMaterialFirst(["tin", "wool", "copper"], text)).toEqual(["copper", "tin", "wool"]);
    expect(mainMaterialFirst([], text)).toEqual([]);
  });
});
