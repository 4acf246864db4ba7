import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Suggestion } from "~/modules/search";
import { suggest } from "~/modules/search/index.server";
import type { Locale } from "~/platform/i18n/locales";
import { makeApprovedSeller, makePublishedListing, makeSeller } from "~db/factories";
import { testDb } from "~tests/support/database";
import { catchUp, closeEngine, ENGINE_NAMES, engineOf } from "./both-engines";

const slugs = { listing: "", seller: "" };

beforeAll(async () => {
  const name = { az: "Şəki şəbəkəçiləri", en: "Shebeke makers of Shaki", ru: "Мастера шебеке" };
  const { sellerId, slug } = await makeApprovedSeller(testDb, { name });
  const title = { az: "Yelənli kəlağayı", en: "Kelaghayi with border", ru: "Келагаи с каймой" };
  slugs.listing = (await makePublishedListing(testDb, { sellerId, title })).slug;
  slugs.seller = slug;
  await makeSeller(testDb, { name: "Şəki qaralaması" });
  await catchUp();
});
afterAll(closeEngine);

describe.each(ENGINE_NAMES)("suggestions on %s", (name) => {
  const ask = (text: string, locale: Locale = "az") => suggest(testDb, { text, locale }, { engine: engineOf(name) });
  const targets = (found: readonly Suggestion[], kind: Suggestion["kind"]) =>
    found.filter((each) => each.kind === kind).map(({ target }) => target);

  it.each(["kəlağayı", "kelagayi", "KƏLAĞAYI", "келагаи", "kalaghayi", "kəlağ", "kelag", "келаг", "yelənli kəl"])(
    "finds a listing by '%s'",
    async (text) => {
      expect(targets(await ask(text), "listing")).toEqual([slugs.listing]);
    },
  );

  it.each(["şəki şəb", "sheki shebeke", "шеки шеб", "SEKI SEBEKE"])("finds a seller by '%s'", async (text) => {
    expect(targets(await ask(text), "seller")).toEqual([slugs.seller]);
  });

  it.each([
    ["category", "misgər", "copperware"],
    ["category", "copperw", "copperware"],
    ["craft", "tekeld", "tambour"],
    ["craft", "təkəlduz", "tambour"],
    ["region", "qarab", "qarabag"],
    ["region", "караб", "qarabag"],
  ] as const)("finds a %s by '%s'", async (kind, text, target) => {
    expect(targets(await ask(text), kind)).toContain(target);
  });

  it("labels them in the reader's language, a listing with its seller", async () => {
    const listing = (await ask("kelag", "ru")).find(({ kind }) => kind === "listing");

    expect(listing).toMatchObject({ label: "Келагаи с каймой", hint: "Мастера шебеке" });
  });

  it("shows those named in the reader's language first", async () => {
    const category = (await ask("ковр", "ru")).find(({ kind }) => kind === "category");

    expect(category?.label.toLowerCase()).toContain("ковр");
  });

  it("has none for a single letter, and none for what nobody is named", async () => {
    expect(await ask("k")).toEqual([]);
    expect(await ask("zzyzx")).toEqual([]);
  });

  it("leaves out sellers that the public does not see", async () => {
    expect(targets(await ask("şəki qaral"), "seller")).toEqual([]);
  });
});
