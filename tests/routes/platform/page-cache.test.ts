import compression from "compression";
import express, { type Response as ExpressResponse } from "express";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { etagOf, isHeld, PRIVATE_CACHE, PUBLIC_CACHE } from "~/platform/http/cache-headers.server";
import { pageCache } from "~/platform/http/page-cache.server";
import { serve } from "~tests/support/http";

let renderings = 0;

/** Every answer tells how many there were before it: one that was kept tells the number again. */
function render(response: ExpressResponse, cacheControl: string): void {
  renderings += 1;
  const body = `${renderings} ${"ə".repeat(2000)}`;
  response.set({ "Content-Type": "text/plain; charset=utf-8", "Cache-Control": cacheControl, ETag: etagOf(body) });
  response.setHeader("X-Request-Id", `request-${renderings}`);
  response.write(body.slice(0, 10));
  response.end(body.slice(10));
}

/** Ends the answers of `/slow` that were begun. */
let finish: (() => void)[] = [];

const site = serve(() => {
  const app = express();
  app.disable("etag");
  app.use(pageCache(), compression({ threshold: 1_000 }));
  app.all("/public", (_request, response) => render(response, PUBLIC_CACHE));
  app.get("/slow", (_request, response) => {
    finish.push(() => render(response, PUBLIC_CACHE));
  });
  app.get("/ending", (_request, response) => {
    finish.push(() => render(response, "public, max-age=0, s-maxage=1, stale-while-revalidate=0"));
  });
  app.get("/over", (_request, response) => render(response, "public, max-age=0, s-maxage=0, stale-while-revalidate=0"));
  app.all("/private", (_request, response) => render(response, PRIVATE_CACHE));
  app.all("/silent", (_request, response) => void response.send(String((renderings += 1))));
  app.get("/cookie", (_request, response) => render(response.cookie("visited", "1"), PUBLIC_CACHE));
  app.get("/status/:status", (request, response) =>
    render(response.status(Number(request.params.status)), PUBLIC_CACHE),
  );
  app.get("/large", (_request, response) => {
    renderings += 1;
    response.set({ "Cache-Control": PUBLIC_CACHE, "Content-Encoding": "identity" });
    response.end(Buffer.alloc(2_000_001, String(renderings % 10)));
  });
  return app;
});

type Answer = { status: number; number: string; isHit: boolean; headers: Headers; body: string };

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(`${site.origin}${path}`, init);
  const body = await answer.text();
  const { status, headers } = answer;
  return { status, number: body.split(" ")[0] ?? "", isHit: headers.get("x-page-cache") === "hit", headers, body };
}

/** Two answers of the same address; the second one is asked for when the first has come. */
const askTwice = async (path: string, init?: RequestInit) => [await ask(path, init), await ask(path, init)] as const;

describe("a finished public page", () => {
  it("is rendered once and answered again as it was", async () => {
    const [first, second] = await askTwice("/public?again");

    expect(second).toMatchObject({ status: 200, isHit: true, body: first.body });
    for (const name of ["content-type", "cache-control", "etag", "content-encoding"]) {
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    }
  });

  it("is another page at another address", async () => {
    const first = await ask("/public?to=DE");
    const second = await ask("/public?to=GB");

    expect(second.isHit).toBe(false);
    expect(second.number).not.toBe(first.number);
  });

  it.each([
    ["br", "br"],
    ["gzip", "gzip"],
    ["identity", null],
    ["br;q=0, gzip;q=0", null],
    ["gzip, br;q=0", "gzip"],
  ])("is packed as the reader with '%s' can unpack it", async (accepted, encoding) => {
    // What others asked for before is there, in the other packings.
    for (const other of ["br", "gzip", "identity"]) {
      await ask("/public?packing", { headers: { "accept-encoding": other } });
    }

    const answer = await ask("/public?packing", { headers: { "accept-encoding": accepted } });

    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.body).toContain("əəə");
  });

  it("is not sent again to a reader who holds it", async () => {
    const first = await ask("/public?held");
    const etag = first.headers.get("etag") ?? "";

    const second = await ask("/public?held", { headers: { "if-none-match": etag } });

    expect(second).toMatchObject({ status: 304, body: "" });
    expect(second.headers.get("etag")).toBe(etag);
  });

  it("is sent to a reader who holds another version", async () => {
    await ask("/public?older");
    const second = await ask("/public?older", { headers: { "if-none-match": '"another"' } });
    expect(second).toMatchObject({ status: 200, isHit: true });
  });

  it("does not lend its request id to others", async () => {
    const [first, second] = await askTwice("/public?request");

    expect(second.isHit).toBe(true);
    expect(first.headers.get("x-request-id")).not.toBeNull();
    expect(second.headers.get("x-request-id")).toBeNull();
  });
});

describe("a page that is grown old", () => {
  const START = new Date("2026-11-26T08:00:00Z").getTime();

  beforeEach(() => {
    finish = [];
    vi.useFakeTimers({ toFake: ["Date"], now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const drawn = async (path: string) => {
    const answer = ask(path);
    await vi.waitFor(() => expect(finish).toHaveLength(1));
    finish.pop()?.();
    return answer;
  };

  it("is drawn for one reader while the others get the last one", async () => {
    const first = await drawn("/slow?crowd");
    vi.setSystemTime(START + 1_600);

    const renewed = ask("/slow?crowd");
    await vi.waitFor(() => expect(finish).toHaveLength(1));
    const others = await Promise.all([ask("/slow?crowd"), ask("/slow?crowd")]);
    finish.pop()?.();

    expect(others.map(({ isHit, number }) => ({ isHit, number }))).toEqual([
      { isHit: true, number: first.number },
      { isHit: true, number: first.number },
    ]);
    expect((await renewed).number).not.toBe(first.number);
  });

  it("is given to nobody two seconds after it was begun, however long the next one takes", async () => {
    await drawn("/slow?old");
    vi.setSystemTime(START + 1_600);
    const renewed = ask("/slow?old");
    await vi.waitFor(() => expect(finish).toHaveLength(1));
    vi.setSystemTime(START + 1_960);

    const late = ask("/slow?old");
    await vi.waitFor(() => expect(finish).toHaveLength(2));
    for (const end of finish) end();

    expect((await Promise.all([renewed, late])).map(({ isHit }) => isHit)).toEqual([false, false]);
  });

  it("is kept no longer than it says itself", async () => {
    await drawn("/ending");
    vi.setSystemTime(START + 999);
    const before = await ask("/ending");
    vi.setSystemTime(START + 1_000);
    const after = ask("/ending");
    await vi.waitFor(() => expect(finish).toHaveLength(1));
    finish.pop()?.();

    expect([before.isHit, (await after).isHit]).toEqual([true, false]);
  });

  it("counts its age from when it was begun, not from when it was done", async () => {
    const slow = ask("/slow?begun");
    await vi.waitFor(() => expect(finish).toHaveLength(1));
    vi.setSystemTime(START + 1_600);
    finish.pop()?.();
    await slow;

    const next = ask("/slow?begun");
    await vi.waitFor(() => expect(finish).toHaveLength(1));
    finish.pop()?.();

    expect((await next).isHit).toBe(false);
  });
});

describe("an answer that is not kept", () => {
  it.each([
    ["a private page", "/private"],
    ["a page that says nothing about caches", "/silent"],
    ["a page that sets a cookie", "/cookie"],
    ["a page that is another one in a moment", "/over"],
    ["a page that is missing", "/status/404"],
    ["a page that failed", "/status/500"],
    ["a page that moved", "/status/301"],
    ["a page of part of a thing", "/status/206"],
    ["a page that is larger than a page", "/large"],
  ])("%s is rendered every time", async (_what, path) => {
    const [first, second] = await askTwice(path, { redirect: "manual" });

    expect(second.isHit).toBe(false);
    expect(second.body).not.toBe(first.body);
  });

  it.each(["POST", "PUT", "DELETE"])("%s is neither answered from it nor kept", async (method) => {
    const [before] = await askTwice(`/public?${method}`);
    const [first, second] = await askTwice(`/public?${method}`, { method });
    const after = await ask(`/public?${method}`);

    expect([first.isHit, second.isHit]).toEqual([false, false]);
    expect(second.number).not.toBe(first.number);
    expect(after.number).toBe(before.number);
  });
});

describe("the version that a reader holds", () => {
  const etag = etagOf("a page");

  it.each([
    [etag, true],
    [`W/${etag}`, true],
    [`"another", ${etag}`, true],
    ["*", true],
    [etagOf("another page"), false],
    [etag.replaceAll('"', ""), false],
    ["", false],
    [undefined, false],
    [null, false],
  ])("%s: %s", (held, expected) => {
    expect(isHeld(held, etag)).toBe(expected);
  });
});
