import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { UNSENT_FIELD } from "~/platform/http/unsent-form";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();
const WORDS = "Two of the forty cups have a dent in the rim.";
const KEY = randomUUID();
const PAGE = `/en/orders/${randomUUID()}/report/problem`;

type Sent = { from?: string | undefined; isScripted?: boolean; fields?: Record<string, string> };

/** Posts a form as a browser does that nobody is signed in with: by itself, or by the page's scripts. */
async function post(path: string, { from, isScripted = false, fields = {} }: Sent = {}) {
  const answer = await site.ask(isScripted ? `${path}.data` : path, {
    method: "POST",
    body: new URLSearchParams({ formKey: KEY, words: WORDS, ...fields }),
    headers: {
      accept: isScripted ? "*/*" : "text/html,application/xhtml+xml,*/*;q=0.8",
      ...(from === undefined ? {} : { referer: `${site.origin}${from}` }),
    },
  });
  return { answer, body: await answer.text() };
}

describe("a form whose sender is no longer signed in", () => {
  it("comes back without scripts with what was typed, to be sent once more under its own key", async () => {
    const { answer, body } = await post(PAGE, { from: PAGE });

    expect(answer.status).toBe(401);
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect(body).toMatch(new RegExp(`<textarea name="words"[^>]*>${WORDS}</textarea>`));
    expect(body).toContain(`action="${PAGE}"`);
    expect(body).toContain(`<input type="hidden" name="formKey" value="${KEY}"/>`);
    expect(body).toMatch(/href="\/en\/login"/);
    expect(body).toContain('<html lang="en"');
  });

  it("comes back again when it is sent before the sign-in", async () => {
    const { answer, body } = await post(PAGE, { fields: { [UNSENT_FIELD]: "1" } });

    expect(answer.status).toBe(401);
    expect(body).toContain(WORDS);
    expect(body.split(`name="${UNSENT_FIELD}"`)).toHaveLength(2);
  });

  it("stays on its page with scripts, and is told of there", async () => {
    const { answer, body } = await post(PAGE, { from: PAGE, isScripted: true });

    expect(answer.status).toBe(401);
    expect(body).toContain("isSignedOut");
    expect(body).toContain(WORDS);
    expect(body).not.toContain("unsent-form");
  });

  it("comes back with scripts where it was posted to an address that shows no page", async () => {
    const thread = `/az/seller/inquiries/${randomUUID()}`;
    const { answer, body } = await post(`${thread}/do/decline`, { from: thread, isScripted: true });

    expect(answer.status).toBe(401);
    expect(body).toContain("unsent-form");
    expect(body).toContain(WORDS);
  });

  it("never brings back a password or a code, but does a postal code", async () => {
    const page = "/en/account/addresses/new";
    const fields = { password: "secret words", code: "314159 265", postalCode: "20 457" };
    const { body } = await post(page, { from: page, fields });

    expect(body).toContain("20 457");
    for (const secret of ["secret words", "314159 265"]) expect(body).not.toContain(secret);
  });

  it("says that chosen files have to be chosen again", async () => {
    const form = new FormData();
    form.append("body", WORDS);
    form.append("files", new File([new Uint8Array(2_000_000)], "dent.jpg"));
    const page = `/en/inquiries/${randomUUID()}`;
    const headers = { accept: "text/html", referer: `${site.origin}${page}` };
    const body = await (await site.ask(page, { method: "POST", body: form, headers })).text();

    expect(body).toContain("Chosen files cannot be kept");
    expect(body).toContain('encType="multipart/form-data"');
    expect(body).toContain(WORDS);
  });

  it("leads to the sign-in and back to its page where nothing was typed", async () => {
    const fields = { words: "", sessionId: randomUUID() };
    const { answer } = await post("/en/account/sessions", { from: "/en/account/security?news=sessions", fields });

    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe("/en/login?next=%2Fen%2Faccount%2Fsecurity%3Fnews%3Dsessions");
  });
});
