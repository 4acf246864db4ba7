import { Writable } from "node:stream";
import type { AppLoadContext, EntryContext, HandleDataRequestFunction, HandleErrorFunction } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { clock } from "~/platform/clock.server";
import { env } from "~/platform/env.server";
import { etagOf, isHeld, PRIVATE_CACHE, publicCacheUntil } from "~/platform/http/cache-headers.server";
import { NonceContext } from "~/platform/http/nonce";
import { contentSecurityPolicy, formTargets, inlineScriptHashes } from "~/platform/http/security.server";
import { log } from "~/platform/log.server";

export { startWeb } from "~/web.server";

/** Rendering that takes longer than this is given up, in milliseconds. */
const RENDER_TIMEOUT_MS = 8_000;

/**
 * Renders a page to its end before the first byte leaves: its inline scripts are hashed into the policy, and a version
 * that the reader holds already is not sent again.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { karvan } = context;
  const isPublic = karvan.cache === "public" && status === 200 && request.method !== "POST";
  const nonce = isPublic ? undefined : karvan.cspNonce;
  const page = await render(request, remix, nonce);
  const isDevelopment = env.APP_MODE === "development";

  headers.set("Content-Type", "text/html; charset=utf-8");
  const scripts = nonce === undefined ? inlineScriptHashes(page) : [`'nonce-${nonce}'`];
  // A public page leads to no payment: shared caches keep it, and it is the same for every setting of payments.
  const targets = isPublic ? [] : formTargets(new URL(request.url).pathname, env);
  headers.set("Content-Security-Policy", contentSecurityPolicy(scripts, isDevelopment, targets));
  if (!isPublic) {
    headers.set("Cache-Control", PRIVATE_CACHE);
    return new Response(new Uint8Array(page), { status, headers });
  }
  const etag = etagOf(page);
  headers.set("Cache-Control", publicCacheUntil(karvan.freshUntil, clock()));
  headers.set("ETag", etag);
  if (isHeld(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(page), { status, headers });
}

function render(request: Request, remix: EntryContext, nonce: string | undefined): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={RENDER_TIMEOUT_MS} />
      </NonceContext.Provider>,
      {
        ...(nonce === undefined ? {} : { nonce }),
        onAllReady() {
          clearTimeout(timer);
          const pieces: Buffer[] = [];
          const body = new Writable({
            write(piece: Buffer, _encoding, done) {
              pieces.push(piece);
              done();
            },
          });
          body.once("finish", () => resolve(withoutUnwritten(Buffer.concat(pieces))));
          body.once("error", reject);
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          log.error({ err: error, url: request.url }, "a part of a page failed to render");
        },
      },
    );
    const timer = setTimeout(() => abort(), RENDER_TIMEOUT_MS);
  });
}

/**
 * React 18 writes into views of 2,048 bytes, and where a letter of two bytes does not fit any more it sends the last byte as
 * it was before anything was written (facebook/react#26228, mended in 19). No page has such bytes of its own.
 */
function withoutUnwritten(page: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let zero = page.indexOf(0); zero !== -1; zero = page.indexOf(0, from)) {
    pieces.push(page.subarray(from, zero));
    from = zero + 1;
  }
  return from === 0 ? page : Buffer.concat([...pieces, page.subarray(from)]);
}

/** The data of a page, asked for by the browser without a reload: kept like the page itself. */
export const handleDataRequest: HandleDataRequestFunction = (response, { request, context }) => {
  const isPublic = context.karvan.cache === "public" && response.status === 200 && request.method === "GET";
  response.headers.set(
    "Cache-Control",
    isPublic ? publicCacheUntil(context.karvan.freshUntil, clock()) : PRIVATE_CACHE,
  );
  return response;
};

/** Faults are recorded once, with their request; a reader who went away is none. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  log.error({ err: error, url: request.url, requestId: context.karvan.requestId }, "a page failed");
};
