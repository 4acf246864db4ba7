import { etagOf, isHeld, PUBLIC_CACHE } from "./cache-headers.server";

type PublicAnswer = {
  body: string | Uint8Array<ArrayBuffer>;
  type: string;
  etag?: string;
  headers?: Record<string, string>;
};

/** Something public that is no page, kept by shared caches like one; who holds this version already is not sent it again. */
export function publicAnswer(request: Request, { body, type, etag, headers }: PublicAnswer): Response {
  const version = etag ?? etagOf(body);
  const kept = { ...headers, "Cache-Control": PUBLIC_CACHE, ETag: version };
  if (isHeld(request.headers.get("if-none-match"), version)) return new Response(null, { status: 304, headers: kept });
  return new Response(body, { headers: { ...kept, "Content-Type": type } });
}
