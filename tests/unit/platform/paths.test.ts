import { describe, expect, it } from "vitest";
import { pathsFor } from "~/platform/http/paths";
import { craftSlug, inLanguage, mediaPath, techniqueOfSlug } from "~/platform/http/public-paths";

const plain = pathsFor({ lang: "az", to: undefined, cur: undefined });
const abroad = pathsFor({ lang: "en", to: "GB", cur: "USD" });

describe("a path of the site", () => {
  it.each([
    [plain.home(), "/az"],
    [plain.search({ q: "mis fincan", page: 2 }), "/az/search?q=mis+fincan&page=2"],
    [plain.category("copperware"), "/az/categories/copperware"],
    [plain.region("seki"), "/az/regions/seki"],
    [plain.craft("wheel_throwing"), "/az/crafts/wheel-throwing"],
    [plain.listing("kelagayi"), "/az/listings/kelagayi"],
    [plain.seller("ipek"), "/az/sellers/ipek"],
    [plain.collection("novruz"), "/az/collections/novruz"],
    [plain.text("terms"), "/az/terms"],
    [plain.preferences(), "/az/preferences"],
  ])("is %s", (path, expected) => {
    expect(path).toBe(expected);
  });

  it("carries the reader's destination and currency to every page", () => {
    const tail = "?to=GB&cur=USD";
    expect([
      abroad.home(),
      abroad.categories(),
      abroad.category("copperware"),
      abroad.regions(),
      abroad.region("seki"),
      abroad.craft("weaving"),
      abroad.listing("kelagayi"),
      abroad.sellers(),
      abroad.seller("ipek"),
      abroad.collections(),
      abroad.collection("novruz"),
      abroad.text("about"),
      abroad.search(),
    ]).toEqual([
      `/en${tail}`,
      `/en/categories${tail}`,
      `/en/categories/copperware${tail}`,
      `/en/regions${tail}`,
      `/en/regions/seki${tail}`,
      `/en/crafts/weaving${tail}`,
      `/en/listings/kelagayi${tail}`,
      `/en/sellers${tail}`,
      `/en/sellers/ipek${tail}`,
      `/en/collections${tail}`,
      `/en/collections/novruz${tail}`,
      `/en/about${tail}`,
      `/en/search${tail}`,
    ]);
  });

  it("leaves out what is empty and keeps what could be taken for another part of the address", () => {
    const path = plain.search({ q: "a&b=c#d", sort: undefined, region: "" });
    expect(path).toBe("/az/search?q=a%26b%3Dc%23d");
  });
});

describe("a technique in an address", () => {
  it("is found again by what was written", () => {
    expect(techniqueOfSlug(craftSlug("wheel_throwing"))).toBe("wheel_throwing");
  });
});

describe("a picture's address", () => {
  it("is made of its digest, width and format", () => {
    expect(mediaPath("ab12", 640, "webp")).toBe("/media/ab12/640.webp");
  });
});

describe("the same page in another language", () => {
  it.each([
    ["/az/listings/kelagayi", "?to=GB", "/ru/listings/kelagayi?to=GB"],
    ["/en", "", "/ru"],
    ["/", "", "/ru"],
    ["/sellers", "", "/ru/sellers"],
  ])("%s%s is %s", (pathname, search, expected) => {
    expect(inLanguage(pathname, search, "ru")).toBe(expected);
  });
});
