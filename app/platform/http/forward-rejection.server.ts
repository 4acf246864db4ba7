import type { Handler, NextFunction, Request, Response } from "express";

/** Hands an asynchronous handler's failure to the error handler: express 4 ignores the promise that it returns. */
export function forwardRejection(
  handler: (request: Request, response: Response, next: NextFunction) => Promise<unknown>,
): Handler {
  return (request, response, next) => {
    handler(request, response, next).catch(next);
  };
}
