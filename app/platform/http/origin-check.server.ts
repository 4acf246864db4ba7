import type { NextFunction, Request, Response } from "express";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a post that another site sent: with `Origin`, it must be ours; without it, the browser must say that the
 * request comes from the same origin (Fetch Metadata) or not be a browser at all.
 */
export function originCheck(origin: string) {
  return (request: Request, response: Response, next: NextFunction) => {
    if (SAFE.has(request.method)) return next();
    const from = request.headers.origin;
    const site = request.headers["sec-fetch-site"];
    const isOurs =
      from === undefined ? site === undefined || site === "same-origin" || site === "none" : from === origin;
    if (isOurs) return next();
    response.status(403).type("text/plain").send("This form was sent from another site and was not accepted.\n");
  };
}
