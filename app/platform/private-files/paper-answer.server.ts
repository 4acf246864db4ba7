import type { OpenedPaper } from "./private-files.server";

/**
 * A paper as an answer: kept by nobody, run by nothing. It opens beside the desk, so it may be shown in a page of ours, but
 * only as what it is, and sealed off from the site.
 */
export function paperAnswer({ name, contentType, content }: OpenedPaper): Response {
  const ascii = name.replace(/[^\w.-]+/g, "_");
  return new Response(new Uint8Array(content), {
    headers: {
      "Content-Type": contentType,
      "Content-Length": String(content.length),
      "Content-Disposition": `inline; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'self'",
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
