import type { NextFunction, Request, Response } from "express";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const duration = new Histogram({
  name: "http_request_duration_seconds",
  help: "Time from request to the last byte",
  labelNames: ["method", "area", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});

/** First parts of our paths; anything else counts as `other`, so that a stranger cannot make new series. */
const AREAS = new Set([
  "search",
  "listings",
  "sellers",
  "categories",
  "regions",
  "crafts",
  "collections",
  "api",
  "media",
  "assets",
]);

export function measureRequests(request: Request, response: Response, next: NextFunction): void {
  const stop = duration.startTimer();
  response.on("finish", () => {
    const [, first = "", second = ""] = request.path.split("/");
    const name = /^(az|en|ru)$/.test(first) ? second || "home" : first;
    stop({
      method: request.method,
      area: AREAS.has(name) || name === "home" ? name : "other",
      status: String(response.statusCode),
    });
  });
  next();
}
