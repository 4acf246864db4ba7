import { Agent, request as httpRequest } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { checkReadiness } from "~/platform/http/health.server";
import { SECURITY_HEADERS, STRICT_TRANSPORT } from "~/platform/http/security.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { makeApp } from "~/web.server";
import { serve } from "~tests/support/http";
import { testDb } from "~tests/support/database";

const siteUrl = env.SITE_URL;

/** What stands in front of the pages; whatever comes through to them meets a fault. */
const broken = () => makeApp(() => Promise.reject(new Error("the build is broken")), []);

const site = serve(broken);
const siteOfTwoTokens = serve(() => {
  const { METRICS_TOKEN, OPERATOR_TOKEN } = env;
  Object.assign(env, { METRICS_TOKEN: "token of metrics", OPERATOR_TOKEN: "token of operator" });
  const app = broken();
  Object.assign(env, { METRICS_TOKEN, OPERATOR_TOKEN });
  return app;
});
afterEach(() => {
  env.SITE_URL = siteUrl;
});

const ask = (path: string, init?: RequestInit) => fetch(`${site.origin}${path}`, init);
const bearing = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

type Sent = { method: string; pieces?: readonly string[]; agent?: Agent; headers?: Record<string, string> };

/** Sends a body piece by piece; without `Content-Length` nothing is said of its length. @returns the status */
function send(path: string, { pieces = [], ...options }: Sent): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${site.origin}${path}`, options, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0));
    });
    request.on("error", reject);
    for (const piece of pieces) request.write(piece);
    request.end();
  });
}

describe("every answer", () => {
  it.each([
    ["that lives", "/healthz", "GET", 200],
    ["that asks for a token", "/metrics", "GET", 401],
    ["that a picture is missing", "/media/none", "GET", 404],
    ["that a form came from elsewhere", "/az/preferences", "POST", 403],
    ["that a page failed", "/az", "GET", 500],
  ])("%s bears the headers of security", async (_what, path, method, status) => {
    const answer = await ask(path, { method, headers: method === "POST" ? { origin: "https://evil.example" } : {} });

    expect(answer.status).toBe(status);
    // Who may embed depends on what is asked for; pages.test.ts proves it.
    const { "Cross-Origin-Resource-Policy": _embedding, ...headers } = SECURITY_HEADERS;
    expect(Object.fromEntries(answer.headers)).toMatchObject(
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    );
    expect(answer.headers.get("x-powered-by")).toBeNull();
  });

  it("asks browsers for TLS where the site has it, and only there", async () => {
    const plain = await ask("/healthz");
    env.SITE_URL = "https://karvan.example";
    const secure = await ask("/healthz");

    expect(plain.headers.get("strict-transport-security")).toBeNull();
    expect(secure.headers.get("strict-transport-security")).toBe(STRICT_TRANSPORT);
  });

  it("bears the request id that a proxy gave", async () => {
    const answer = await ask("/healthz", { headers: { "x-request-id": "proxy-0123456789" } });
    expect(answer.headers.get("x-request-id")).toBe("proxy-0123456789");
  });

  it.each(["short", "x".repeat(65), "with spaces in it", "<script>alert(1)</script>"])(
    "bears a fresh request id in place of '%s'",
    async (given) => {
      const answer = await ask("/healthz", { headers: { "x-request-id": given } });
      expect(answer.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it("that a page failed tells the reference and nothing of the cause", async () => {
    const answer = await ask("/az", { headers: { "x-request-id": "request-of-a-fault" } });

    const text = await answer.text();
    expect(text).toContain("request-of-a-fault");
    expect(text).not.toContain("the build is broken");
  });
});

describe("a body", () => {
  const post = (bytes: number) =>
    ask("/az/preferences", { method: "POST", body: "x".repeat(bytes), headers: { origin: env.SITE_URL } });

  it("as large as a form may be comes through", async () => {
    expect((await post(1_000_000)).status).toBe(500);
  });

  it("that is larger is refused", async () => {
    expect((await post(1_000_001)).status).toBe(413);
  });

  it("of pictures may be larger where they are brought, and nowhere else", async () => {
    const listing = "/az/seller/listings/00000000-0000-8000-8000-000000000000";
    const sizes = { [`${listing}/pictures`]: 500, "/az/seller/shop/pictures": 500, [`${listing}/pictures/order`]: 413 };
    for (const [path, status] of Object.entries(sizes)) {
      const answer = await ask(path, {
        method: "POST",
        body: "x".repeat(1_000_001),
        headers: { origin: env.SITE_URL },
      });
      expect([path, answer.status]).toEqual([path, status]);
    }
  });

  it("of what is delivered digitally may be larger where it is delivered, and nowhere else", async () => {
    const order = "/az/seller/orders/00000000-0000-8000-8000-000000000000";
    for (const [path, status] of [
      [`${order}/deliver`, 500],
      [`${order}/ship`, 413],
    ] as const) {
      const body = "x".repeat(1_000_001);
      const answer = await ask(path, { method: "POST", body, headers: { origin: env.SITE_URL } });
      expect([path, answer.status]).toEqual([path, status]);
    }
  });

  it("of unknown length is refused", async () => {
    expect(await send("/az/preferences", { method: "POST", pieces: ["a", "b"] })).toBe(413);
  });

  it("that no page reads leaves its connection to the next request", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const pieces = Array.from({ length: 9 }, () => "x".repeat(100_000));
    const headers = { "content-length": "900000" };

    expect(await send("/az", { method: "POST", pieces, headers, agent })).toBe(500);
    expect(await send("/healthz", { method: "GET", agent })).toBe(200);
    agent.destroy();
  });
});

describe("the operator's pages", () => {
  it("/metrics shows requests by area and status to who bears its token", async () => {
    await ask("/healthz");

    const answer = await ask("/metrics", bearing(env.METRICS_TOKEN));

    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/plain");
    expect(await answer.text()).toMatch(
      /http_request_duration_seconds_count\{method="GET",area="other",status="200"\} \d+/,
    );
  });

  it("/operator/dead-jobs lists jobs that gave up to who bears its token", async () => {
    await testDb
      .transaction()
      .execute((trx) => enqueue(trx, "index-seller", { sellerId: "seller-1" }, { maxAttempts: 1 }));
    await testDb
      .withSchema("graphile_worker")
      // The job is dead as the worker leaves it; the table is the queue's own.
      .updateTable("_private_jobs" as never)
      .set({ attempts: 1, last_error: "the engine is down" } as never)
      .execute();

    const answer = await ask("/operator/dead-jobs", bearing(env.OPERATOR_TOKEN));

    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toMatchObject({
      deadJobs: [{ kind: "index-seller", attempts: 1, lastError: "the engine is down" }],
    });
  });

  it.each(["/metrics", "/operator/dead-jobs"])("%s is refused without its token", async (path) => {
    for (const init of [undefined, bearing("guessed"), bearing("")]) {
      const answer = await ask(path, init);
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
      expect(await answer.text()).toBe("a bearer token is needed\n");
    }
  });

  it("have a token each", async () => {
    const status = async (path: string, token: string) =>
      (await fetch(`${siteOfTwoTokens.origin}${path}`, bearing(token))).status;

    expect(await status("/metrics", "token of operator")).toBe(401);
    expect(await status("/operator/dead-jobs", "token of metrics")).toBe(401);
    expect(await status("/metrics", "token of metrics")).toBe(200);
    expect(await status("/operator/dead-jobs", "token of operator")).toBe(200);
  });
});

describe("health", () => {
  it("of the process is told without a token", async () => {
    const answer = await ask("/healthz");
    expect(await answer.text()).toBe("alive\n");
  });

  it("of database and search is told, and kept by nobody", async () => {
    const answer = await ask("/readyz");

    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.json()).toEqual({
      isReady: true,
      database: "up",
      search: env.MEILI_URL === undefined ? "unset" : "up",
    });
  });

  it("is bad without a database", async () => {
    const nowhere = openDatabase("postgres://karvan:word@127.0.0.1:1/karvan", 1);

    const readiness = await checkReadiness(nowhere);

    await nowhere.destroy();
    expect(readiness).toMatchObject({ isReady: false, database: "down" });
  });

  it("is good without a search engine: PostgreSQL stands in", async () => {
    const { MEILI_URL } = env;
    env.MEILI_URL = "http://127.0.0.1:1";

    const readiness = await checkReadiness(testDb);

    env.MEILI_URL = MEILI_URL;
    expect(readiness).toEqual({ isReady: true, database: "up", search: "down" });
  });
});
