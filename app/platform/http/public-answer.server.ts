import { etagOf, isHeld, PUBLIC_CACHE } from "./cache-headers.server";

type PublicAnswer = {
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
  etag?: string;
  headers?: Record<string, string>;
};

/** Something public that is no page, kept by shared caches like one; who holds this version already is not sent it again. */
export function publicAnswer(request: Request, { body, type, etag, headers }: PublicAnswer): Response {
  // What is hashed is what is sent, and its length is known: it goes out in one piece.
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const version = etag ?? etagOf(bytes);
  const kept = { ...headers, "Cache-Control": PUBLIC_CACHE, ETag: version };
  if (isHeld(request.headers.get("if-none-match"), version)) return new Response(null, { status: 304, headers: kept });
  const about = { "Content-Type": type, "Content-Length": String(bytes.byteLength) };
  return new Response(bytes, { headers: { ...kept, ...about } });
}
