import { PRIVATE_CACHE } from "./cache-headers.server";
import { publicAnswer } from "./public-answer.server";
import type { ParameterProblem } from "./query.server";

/** Pages of other sites may read the public data; nothing in it depends on who asks. */
const OPEN_TO_ALL = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
  "Access-Control-Allow-Headers": "If-None-Match",
  "Access-Control-Expose-Headers": "ETag",
};

/** Public data as JSON, kept by shared caches like a page; who holds this version already is not sent it again. */
export function jsonAnswer(request: Request, value: unknown): Response {
  return publicAnswer(request, {
    body: JSON.stringify(value),
    type: "application/json; charset=utf-8",
    headers: OPEN_TO_ALL,
  });
}

/** Says which parameters were not understood (RFC 9457, problem details). */
export function badParameters(problems: readonly ParameterProblem[]): Response {
  const body = {
    type: "about:blank",
    title: "A parameter was not understood",
    status: 400,
    detail: problems.map(({ parameter, problem, mend }) => `${parameter}: ${problem}. ${mend}`).join("\n"),
    problems,
  };
  return new Response(JSON.stringify(body), {
    status: 400,
    headers: { ...OPEN_TO_ALL, "Cache-Control": PRIVATE_CACHE, "Content-Type": "application/problem+json" },
  });
}
