import { expect, it } from "vitest";
import { makePublishedListing, type ListingOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { tagsOf } from "~tests/support/html";
import { visitAsSeller } from "~tests/support/seller-visit";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const FACTS = ["woodSpecies", "fibres[0].fibre", "copperWeightGrams"];

/** Of the facts that some goods are asked for, those that are seen and those in the closed box. */
async function factsOf(listing: ListingOptions) {
  const { ask, listingId } = await visitAsSeller(testDb, site, { listing });
  const html = await (await ask(`/en/seller/listings/${listingId}/export`)).text();
  const [whole = ""] = /<details[^>]*><summary[^>]*>If it applies:.*?<\/details>/s.exec(html) ?? [];
  const named = (part: string) => FACTS.filter((name) => part.includes(`name="${name}"`));
  return { seen: named(html.replace(whole, "")), boxed: named(whole), isOpen: /^<details[^>]*open/.test(whole) };
}

it.each<[string, ListingOptions, string[]]>([
  ["copper of a coppersmith", { categoryId: "copperware", hsCode: null }, ["copperWeightGrams"]],
  ["fibres of a weaver", { categoryId: "carpets-pile", hsCode: null }, ["fibres[0].fibre"]],
  ["wood of a carver", { categoryId: "carved-wood", hsCode: null }, ["woodSpecies"]],
  ["nothing of the kind of a potter", { categoryId: "pottery-tableware", hsCode: null }, []],
  ["fibres where the customs code asks", { categoryId: "leather-bags", hsCode: "420222" }, ["fibres[0].fibre"]],
  [
    "what is written already",
    { categoryId: "copperware", hsCode: null, fibres: [{ fibre: "wool", percent: 100 }] },
    ["fibres[0].fibre", "copperWeightGrams"],
  ],
])("asks for %s, and keeps the rest in a closed box", async (_, listing, seen) => {
  expect(await factsOf(listing)).toMatchObject({
    seen,
    boxed: FACTS.filter((name) => !seen.includes(name)),
    isOpen: false,
  });
});

it("opens the box where something in it has to be mended, and loses nothing", async () => {
  const { ask, listingId } = await visitAsSeller(testDb, site, {
    listing: { categoryId: "pottery-tableware", hsCode: null },
  });
  const path = `/en/seller/listings/${listingId}/export`;
  const page = await (await ask(path)).text();
  const sent = tagsOf(page, "input").filter(({ name = "" }) => name === "formKey" || name === "base");
  const body = new URLSearchParams(sent.map(({ name = "", value = "" }) => [name, value]));
  body.set("copperWeightGrams", "a lot");

  const refused = await ask(path, { method: "POST", body });
  const html = await refused.text();

  expect(refused.status).toBe(422);
  expect(html).toMatch(/<details open=""[^>]*><summary[^>]*>If it applies:/);
  expect(tagsOf(html, "input").find(({ name }) => name === "copperWeightGrams")?.value).toBe("a lot");
});

it("shows the materials of the category's published listings first", async () => {
  for (const materialIds of [["clay", "glass"], ["clay"]])
    await makePublishedListing(testDb, { categoryId: "decorative-ceramics", materialIds });
  const { ask, listingId } = await visitAsSeller(testDb, site, {
    listing: { categoryId: "decorative-ceramics", materialIds: ["gold_leaf"] },
  });
  const html = await (await ask(`/en/seller/listings/${listingId}/about`)).text();
  const [seen = ""] = html.split(/<details[^>]*><summary[^>]*>All materials/);

  const shown = tagsOf(seen, "input").filter(({ name }) => name === "materialIds");
  expect(shown.map(({ value }) => value)).toEqual(["clay", "glass", "gold_leaf"]);
  expect(shown.filter(({ checked }) => checked !== undefined).map(({ value }) => value)).toEqual(["gold_leaf"]);
  expect(tagsOf(html, "input").filter(({ name }) => name === "materialIds").length).toBeGreaterThan(40);
});
