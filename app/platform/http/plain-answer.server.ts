import { PRIVATE_CACHE } from "./cache-headers.server";

/** An answer to a script of ours: a status, headers, and at most one sentence for the person. */
export function plainAnswer(status: number, text: string, headers: Record<string, string> = {}): Response {
  // 204 and its like may have no body at all.
  return new Response(text === "" ? null : text, {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": PRIVATE_CACHE, ...headers },
  });
}
