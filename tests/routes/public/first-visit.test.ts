import { describe, expect, it } from "vitest";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

describe("the bare address", () => {
  it.each([
    [
      "the remembered language before that of the browser",
      { cookie: "karvan_lang=ru", "accept-language": "en" },
      "/ru",
    ],
    [
      "the remembered country and currency",
      { cookie: "karvan_lang=az; karvan_to=FR; karvan_cur=USD" },
      "/az?to=FR&cur=USD",
    ],
    ["the browser's best language that the site has", { "accept-language": "de, ru;q=0.7, en;q=0.9" }, "/en"],
    ["the country that an English browser names", { "accept-language": "en-GB,en;q=0.8" }, "/en?to=GB"],
    ["English for a browser that has none of ours", { "accept-language": "de-DE,de;q=0.9" }, "/en"],
    ["Azerbaijani when nothing is known", {}, "/az"],
    ["Azerbaijani for a browser that refuses every language", { "accept-language": "*;q=0" }, "/az"],
    [
      "the browser's language when the cookie is of no language",
      { cookie: "karvan_lang=xx", "accept-language": "ru" },
      "/ru",
    ],
    ["the default when the cookie cannot be read", { cookie: "karvan_lang=%E0%A4%A; karvan_to=%" }, "/az"],
    ["no country that is none", { cookie: "karvan_lang=az; karvan_to=//evil.example" }, "/az"],
  ])("leads by %s", async (_what, headers: Record<string, string>, target) => {
    const answer = await site.get("/", { "accept-language": "", ...headers });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(target);
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
  });
});
