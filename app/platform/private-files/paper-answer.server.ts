import type { OpenedPaper } from "./private-files.server";

/** `frame-ancestors` goes before the older `X-Frame-Options`, by which all answers of ours deny (CSP 3, 6.4.2). A picture does nothing; what pretends to be one runs in no page of ours. */
const PICTURE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'self'";
/**
 * Browsers show a PDF by a page of their own, which their sandbox rule would block and which styles itself. What a PDF
 * could do was looked for when it was taken in, and its viewer cannot reach the site.
 */
const PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

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
      "Content-Security-Policy": contentType === "application/pdf" ? PDF_POLICY : PICTURE_POLICY,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
