import express, { type NextFunction, type Request, type Response } from "express";
import { describe, expect, it } from "vitest";
import { forwardRejection } from "~/platform/http/forward-rejection.server";
import { originCheck } from "~/platform/http/origin-check.server";
import { rateLimit } from "~/platform/http/rate-limit.server";
import { serve } from "~tests/support/http";

const OURS = "https://karvan.example";

const site = serve(() => {
  const app = express();
  app.set("trust proxy", 1);
  app.use("/form", originCheck(OURS), (_request, response) => void response.send("accepted"));
  app.get("/three", rateLimit({ name: "three", points: 3, seconds: 600 }), (_request, response) => {
    response.send("answered");
  });
  app.get("/one", rateLimit({ name: "one", points: 1, seconds: 600 }), (_request, response) => {
    response.send("answered");
  });
  app.get(
    "/broken",
    forwardRejection(() => Promise.reject(new Error("the database is gone"))),
  );
  app.use((error: Error, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    response.status(500).send(`noted: ${error.message}`);
  });
  return app;
});

const send = (path: string, method: string, headers: Record<string, string> = {}) =>
  fetch(`${site.origin}${path}`, { method, headers });
const from = (path: string, address: string) => send(path, "GET", { "x-forwarded-for": address });

describe("a form", () => {
  it.each([
    ["comes from a page of ours", { origin: OURS }],
    ["comes from a page of ours that says so twice", { origin: OURS, "sec-fetch-site": "same-origin" }],
    ["is sent without an origin from the same one", { "sec-fetch-site": "same-origin" }],
    ["was typed by the reader", { "sec-fetch-site": "none" }],
    ["is sent by a program that is no browser", {}],
  ])("is accepted when it %s", async (_how, headers) => {
    expect((await send("/form", "POST", headers)).status).toBe(200);
  });

  it.each([
    ["another site", { origin: "https://evil.example" }],
    ["our site without TLS", { origin: "http://karvan.example" }],
    ["another port of ours", { origin: `${OURS}:8443` }],
    ["a site whose name begins like ours", { origin: `${OURS}.evil.example` }],
    ["a page that hides its origin", { origin: "null" }],
    ["another site, by a browser that sends no origin", { "sec-fetch-site": "cross-site" }],
    ["a neighbour of our site", { "sec-fetch-site": "same-site" }],
  ])("is refused when it comes from %s", async (_where, headers) => {
    const answer = await send("/form", "POST", headers);

    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("another site");
  });

  it.each(["PUT", "PATCH", "DELETE"])("is refused from another site by %s too", async (method) => {
    expect((await send("/form", method, { origin: "https://evil.example" })).status).toBe(403);
  });

  it.each(["GET", "HEAD", "OPTIONS"])("is no %s: another site may link to us", async (method) => {
    expect((await send("/form", method, { origin: "https://evil.example" })).status).toBe(200);
  });
});

describe("the rate limit", () => {
  it("answers as often as it says, then refuses and tells when to come again", async () => {
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await from("/three", "192.0.2.1")).status);

    const refused = await from("/three", "192.0.2.1");

    expect(statuses).toEqual([200, 200, 200]);
    expect(refused.status).toBe(429);
    expect(refused.headers.get("cache-control")).toBe("no-store");
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(600);
  });

  it("counts every address for itself", async () => {
    await from("/one", "192.0.2.2");

    expect((await from("/one", "192.0.2.2")).status).toBe(429);
    expect((await from("/one", "192.0.2.3")).status).toBe(200);
  });

  it("counts every kind of request for itself", async () => {
    await from("/one", "192.0.2.4");
    expect((await from("/three", "192.0.2.4")).status).toBe(200);
  });
});

describe("an asynchronous handler that fails", () => {
  it("is answered by the handler of faults", async () => {
    const answer = await send("/broken", "GET");

    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe("noted: the database is gone");
  });
});
