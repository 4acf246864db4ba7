import { createHash } from "node:crypto";

/** Headers of every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Frame-Options": "DENY",
};

/** A year, for this host and those below. */
export const STRICT_TRANSPORT = "max-age=31536000; includeSubDomains";

const INLINE_SCRIPT = /<script(?![^>]*\b(?:src=|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/script>/g;

/**
 * CSP sources of the inline scripts of a finished page: shared caches may keep them, as a nonce they might not.
 *
 * @param page UTF-8; its tags are ASCII, so it is looked through byte by byte and never decoded
 */
export function inlineScriptHashes(page: Buffer): string[] {
  const hashes = new Set<string>();
  for (const [, content = ""] of page.toString("latin1").matchAll(INLINE_SCRIPT)) {
    hashes.add(`'sha256-${createHash("sha256").update(content, "latin1").digest("base64")}'`);
  }
  return [...hashes];
}

/** Pages whose forms end on Stripe's payment page; browsers ask the policy of the form's page about that redirect too. */
const LEADS_TO_PAYMENT = /^\/(?:az|en|ru)\/(?:checkout(?:\/|$)|orders\/)/;

/** Where Stripe's hosted payment pages are. Source: docs.stripe.com/security/guide#content-security-policy. */
const STRIPE_PAGES = "https://checkout.stripe.com";

/**
 * Where the forms of a page may end, beside the site itself.
 *
 * @param path of the page, `/az/checkout/…`
 * @param payments the settings about payments; without a key nobody is sent anywhere
 */
export function formTargets(
  path: string,
  payments: { STRIPE_SECRET_KEY?: string | undefined; STRIPE_API_BASE?: string | undefined },
): string[] {
  if (payments.STRIPE_SECRET_KEY === undefined || !LEADS_TO_PAYMENT.test(path)) return [];
  return [payments.STRIPE_API_BASE === undefined ? STRIPE_PAGES : new URL(payments.STRIPE_API_BASE).origin];
}

/**
 * The content security policy of a page.
 *
 * @param scripts hashes or a nonce of the page's inline scripts
 * @param isDevelopment the development server also needs inline styles and a web socket
 * @param targets where its forms may end beside the site itself, see `formTargets`
 */
export function contentSecurityPolicy(
  scripts: readonly string[],
  isDevelopment: boolean,
  targets: readonly string[],
): string {
  const rules: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", ...scripts],
    "style-src": ["'self'", ...(isDevelopment ? ["'unsafe-inline'"] : [])],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...(isDevelopment ? ["ws:"] : [])],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'", ...targets],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources.join(" ")}`)
    .join("; ");
}
