import { randomBytes } from "node:crypto";
import { createRequestHandler, type RequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import type { Request } from "express";
import { env } from "~/platform/env.server";
import { routeTables } from "./route-tables.server";

/** The routes of the site; in development they are read anew. */
export type SiteBuild = ServerBuild | (() => Promise<ServerBuild>);

/** Answers with the site's pages. */
export function remixHandler(build: SiteBuild): RequestHandler {
  if (typeof build === "function") return answerWith(build);
  const handlerFor = routeTables(build, answerWith);
  return (request, response, next) => handlerFor(request.path)(request, response, next);
}

function answerWith(build: SiteBuild): RequestHandler {
  const mode = env.APP_MODE === "development" ? "development" : "production";
  return createRequestHandler({ build, mode, getLoadContext });
}

function getLoadContext(request: Request) {
  return {
    karvan: {
      requestId: String(request.headers["x-request-id"]),
      cspNonce: randomBytes(16).toString("base64"),
      cache: "unset" as const,
    },
  };
}
