import { describe, expect, it } from "vitest";
import { safeReturnPath } from "~/platform/http/return-path.server";
import { env } from "~/platform/env.server";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  site.ask("/en/preferences", {
    method: "POST",
    body: new URLSearchParams(fields),
    headers: { origin: env.SITE_URL, ...headers },
  });

/** Addresses of other sites in the clothes of a path. */
const FOREIGN = [
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "\\\\evil.example",
  "/.//evil.example/",
  "/x/..//evil.example/",
  "/\t/evil.example/",
  "javascript:alert(1)",
  "evil.example",
  "",
];

describe("the form for country and currency", () => {
  it("remembers language, country and currency and goes back to the page with both in its address", async () => {
    const answer = await send({ from: "/en/search?q=cup&page=2", to: "FR", cur: "USD" });

    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/en/search?q=cup&page=2&to=FR&cur=USD");
    const cookies = answer.headers.getSetCookie();
    expect(cookies.map((cookie) => cookie.split(";")[0])).toEqual(["karvan_lang=en", "karvan_to=FR", "karvan_cur=USD"]);
    for (const cookie of cookies) expect(cookie).toMatch(/; Path=\/; Max-Age=31536000; SameSite=Lax$/);
  });

  it("takes out of the address what the language gives by itself", async () => {
    const answer = await send({ from: "/en?to=FR&cur=USD", to: "DE", cur: "" });
    expect(answer.headers.get("location")).toBe("/en");
    expect(answer.headers.getSetCookie()[2]).toContain("karvan_cur=; Path=/; Max-Age=0");
  });

  it.each(FOREIGN)("leads to the home page instead of %j", async (from) => {
    const answer = await send({ from, to: "DE", cur: "" });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/en");
  });

  it.each(FOREIGN)("finds no way back in %j", (from) => {
    expect(safeReturnPath(from)).toBeUndefined();
  });

  it("keeps a way back within the site", () => {
    expect(safeReturnPath("/az/listings/mis?qty=4#top")).toBe("/az/listings/mis?qty=4");
  });

  it("remembers no country or currency that is none", async () => {
    const answer = await send({ from: "/en", to: "x; Domain=evil.example", cur: "XXX" });
    expect(answer.headers.get("location")).toBe("/en");
    expect(answer.headers.getSetCookie().slice(1)).toEqual([
      expect.stringContaining("karvan_to=; Path=/; Max-Age=0"),
      expect.stringContaining("karvan_cur=; Path=/; Max-Age=0"),
    ]);
  });

  it("takes a body that is no form for an empty one", async () => {
    const headers = { origin: env.SITE_URL, "content-type": "application/json" };
    const answer = await site.ask("/en/preferences", { method: "POST", body: "{}", headers });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/en");
  });

  it("refuses a post that another site sent", async () => {
    const answer = await send({ from: "/en", to: "FR", cur: "" }, { origin: "https://evil.example" });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});
