import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { mediaHandler } from "~/modules/catalog/index.server";
import { runWithOrigin } from "~/platform/audit/origin.server";
import { closeDatabases, db, readDb } from "~/platform/db/db.server";
import { loadClockOffset } from "~/platform/clock-offset.server";
import { env } from "~/platform/env.server";
import { files } from "~/platform/files/files.server";
import { forwardRejection } from "~/platform/http/forward-rejection.server";
import { checkReadiness } from "~/platform/http/health.server";
import { measureRequests, registry } from "~/platform/http/metrics.server";
import { bearsToken } from "~/platform/http/bearer-token.server";
import { originCheck } from "~/platform/http/origin-check.server";
import { pageCache } from "~/platform/http/page-cache.server";
import { rateLimit } from "~/platform/http/rate-limit.server";
import { remixHandler, type SiteBuild } from "~/platform/http/remix-handler.server";
import { SECURITY_HEADERS, STRICT_TRANSPORT } from "~/platform/http/security.server";
import { precompressed } from "~/platform/http/static-files.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { isLocale } from "~/platform/i18n/locales";
import { listDeadJobs } from "~/platform/jobs/dead.server";
import { log } from "~/platform/log.server";
import { CLIENT_ADDRESS_HEADER } from "~/platform/session/auth.server";
import { bodyLimitOf, LONGEST_BODY_MS, UPLOAD } from "./form-limits.server";

const HEADERS_TIMEOUT_MS = 30_000;
const SHUTDOWN_MS = 10_000;
/** Published pictures and the read API: a partner's page may show them. */
const MADE_TO_BE_SHOWN_ELSEWHERE = /^\/(?:media|og|api)\//;

/** The web process: everything in front of the pages, and the pages. */
export function makeApp(build: SiteBuild, assets: express.Handler[]): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.set("trust proxy", env.TRUST_PROXY);
  app.use(identify, measureRequests, secure, discardUnreadBody);

  app.get("/healthz", (_request, response) => void response.type("text/plain").send("alive\n"));
  app.get("/readyz", forwardRejection(answerReadiness));
  app.get("/metrics", withToken(env.METRICS_TOKEN), forwardRejection(answerMetrics));
  app.get("/operator/dead-jobs", withToken(env.OPERATOR_TOKEN), forwardRejection(answerDeadJobs));

  for (const handler of assets) app.use(handler);
  app.use("/media", mediaHandler(readDb, files()));
  app.use(refuseLargeBodies, limitBodyTime, originCheck(env.SITE_URL));
  app.use(["/api", "/:lang/search"], rateLimit({ name: "search", points: limitOf(600), seconds: 60 }));
  app.use(limitCatalogues());
  app.use(limitDeeds());
  if (env.PAGE_CACHE === "on") app.use(pageCache());
  app.use(compression({ threshold: 1_000 }));
  app.all("*", inLanguage, forwardRejection(remixHandler(build)));
  app.use(answerFault);
  return app;
}

/** What pages send by themselves: a look at a listing, and a form while it is written. */
const SENT_BY_PAGES = /^\/(?:az|en|ru)\/(?:listings\/[^/]+\/view|seller\/listings\/[^/]+\/[a-z]+\/autosave)$/;

/** What changes something, by any method, comes from one address so often; what no finger sends comes more often. */
function limitDeeds(): express.Handler {
  const deeds = rateLimit({ name: "post", points: limitOf(60), seconds: 60 });
  const parts = rateLimit({ name: "upload", points: limitOf(1_200), seconds: 60 });
  const pages = rateLimit({ name: "page", points: limitOf(300), seconds: 60 });
  return (request, response, next) => {
    if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return next();
    // Stripe sends as many as it has; what is not signed by it is refused before anything is done.
    if (request.path === STRIPE_WEBHOOK) return next();
    const limit = UPLOAD.test(request.path) ? parts : SENT_BY_PAGES.test(request.path) ? pages : deeds;
    return limit(request, response, next);
  };
}

const STRIPE_WEBHOOK = "/webhooks/stripe";

/** Each of them reads every listing it shows, however many look at it. */
function limitCatalogues(): express.Handler {
  const limit = rateLimit({ name: "catalogue", points: limitOf(60), seconds: 60 });
  return (request, response, next) => (IS_CATALOGUE.test(request.path) ? limit(request, response, next) : next());
}

const IS_CATALOGUE = /^\/(?:feeds\/|[a-z]{2}\/.+\/catalogue(?:\.[a-z]+)?$)/;

/** Outside production one machine is every reader, and a bench is a crowd. */
function limitOf(points: number): number {
  return env.APP_MODE === "production" ? points : points * 10_000;
}

function identify(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers["x-request-id"];
  const requestId = typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  request.headers["x-request-id"] = requestId;
  request.headers[CLIENT_ADDRESS_HEADER] = request.ip ?? "";
  response.setHeader("X-Request-Id", requestId);
  const started = performance.now();
  response.on("finish", () => {
    const { statusCode: status } = response;
    // Only the path, and not all of it: what people search for, and links that open something, are not written down.
    const path = request.path.replace(/^(\/[a-z]{2}\/links\/)[^/]+/, "$1…");
    log.info(
      { requestId, method: request.method, path, status, ms: Math.round(performance.now() - started) },
      "request",
    );
  });
  next();
}

function secure(request: Request, response: Response, next: NextFunction): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (MADE_TO_BE_SHOWN_ELSEWHERE.test(request.path)) {
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  }
  if (env.SITE_URL.startsWith("https:")) response.setHeader("Strict-Transport-Security", STRICT_TRANSPORT);
  next();
}

/**
 * Lets go of a body that no page read to its end. It would fill the connection, and the next request on it (of a proxy:
 * of another reader) would wait in vain.
 */
function discardUnreadBody(request: Request, response: Response, next: NextFunction): void {
  response.once("finish", () => {
    if (request.complete) return;
    // Who began to read it pauses it when nobody fetches what was read.
    request.removeAllListeners("data");
    request.resume();
  });
  next();
}

function withToken(token: string): express.Handler {
  return (request, response, next) => {
    if (bearsToken(request.headers.authorization, token)) return next();
    response.status(401).set("WWW-Authenticate", "Bearer").type("text/plain").send("a bearer token is needed\n");
  };
}

function refuseLargeBodies(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.headers["content-length"] ?? 0);
  const isStreamed = request.headers["transfer-encoding"] !== undefined;
  if (length <= bodyLimitOf(request.path).bytes && !isStreamed) return next();
  response.status(413).type("text/plain").send("This form is larger than a form may be.\n");
}

/** Ends a connection whose body trickles in: it would be held for as long as the largest form may take. */
function limitBodyTime(request: Request, _response: Response, next: NextFunction): void {
  if (request.headers["content-length"] === undefined) return next();
  const timer = setTimeout(() => request.destroy(), bodyLimitOf(request.path).timeoutMs);
  const stop = () => clearTimeout(timer);
  request.once("end", stop);
  request.once("close", stop);
  next();
}

async function answerReadiness(_request: Request, response: Response): Promise<void> {
  const readiness = await checkReadiness(db);
  response
    .status(readiness.isReady ? 200 : 503)
    .set("Cache-Control", "no-store")
    .json(readiness);
}

async function answerMetrics(_request: Request, response: Response): Promise<void> {
  response.type(registry.contentType).send(await registry.metrics());
}

async function answerDeadJobs(_request: Request, response: Response): Promise<void> {
  response.set("Cache-Control", "no-store").json({ deadJobs: await listDeadJobs(db) });
}

function inLanguage(request: Request, _response: Response, next: NextFunction): void {
  const first = request.path.split("/")[1];
  const asked = request.query.lang;
  const locale = isLocale(first) ? first : typeof asked === "string" && isLocale(asked) ? asked : "az";
  const origin = { requestId: String(request.headers["x-request-id"]), clientAddress: request.ip ?? "" };
  runWithOrigin(origin, () => runWithLocale(locale, next));
}

function answerFault(error: unknown, request: Request, response: Response, next: NextFunction): void {
  log.error({ err: error, requestId: request.headers["x-request-id"] }, "a request failed");
  if (response.headersSent) return next(error);
  response
    .status(500)
    .type("text/plain")
    .send(`Something went wrong. Reference: ${String(request.headers["x-request-id"])}\n`);
}

/** Serves the production build until asked to stop; running requests are finished first. */
export async function startWeb(build: ServerBuild): Promise<void> {
  await loadClockOffset(db, env.APP_MODE);
  const app = makeApp(build, [precompressed("build/client")]);
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: LONGEST_BODY_MS, keepAliveTimeout: 65_000 },
    app,
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  log.info({ host: env.HOST, port: env.PORT, mode: env.APP_MODE }, "listening");

  const stop = () => {
    server.close(() => {
      void closeDatabases().then(() => process.exit(0));
    });
    server.closeIdleConnections();
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
