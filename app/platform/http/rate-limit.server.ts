import type { NextFunction, Request, Response } from "express";
import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from "rate-limiter-flexible";

/** How many requests of one kind an address may send in a window. */
export type Limit = { name: string; points: number; seconds: number };

/**
 * Counts per process. Another store with the same interface (`RateLimiterPostgres` of the same library) makes the limit
 * hold over several.
 */
function limiterOf({ name, points, seconds }: Limit): RateLimiterAbstract {
  return new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
}

/** Refuses with 429 and `Retry-After` what comes too often from one address. */
export function rateLimit(limit: Limit) {
  const limiter = limiterOf(limit);
  return (request: Request, response: Response, next: NextFunction) => {
    limiter.consume(request.ip ?? "unknown").then(
      () => next(),
      (reason: unknown) => {
        if (!(reason instanceof RateLimiterRes)) return next(reason);
        response
          .status(429)
          .set({ "Retry-After": String(Math.ceil(reason.msBeforeNext / 1000)), "Cache-Control": "no-store" })
          .type("text/plain")
          .send("Too many requests. Please wait a moment and try again.\n");
      },
    );
  };
}
