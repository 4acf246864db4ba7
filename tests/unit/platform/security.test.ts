import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, formTargets, inlineScriptHashes } from "~/platform/http/security.server";

const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

function ruleOf(policy: string, name: string): string {
  return policy.split("; ").find((rule) => rule.startsWith(`${name} `)) ?? "";
}

describe("the hashes of a page's inline scripts", () => {
  it("are of each script's very text, and one for the same text", () => {
    const html = `<script>go("ə")</script><p></p><script async>\n stop()\n</script><script>go("ə")</script>`;
    expect(inlineScriptHashes(Buffer.from(html))).toEqual([hashOf('go("ə")'), hashOf("\n stop()\n")]);
  });

  it("leave out scripts of files and data that is no script", () => {
    const html = `<script src="/assets/a.js"></script><script type="application/ld+json">{"a":1}</script>`;
    expect(inlineScriptHashes(Buffer.from(html))).toEqual([]);
  });

  it("are none on a page without scripts", () => {
    expect(inlineScriptHashes(Buffer.from("<p>no &lt;script&gt; here</p>"))).toEqual([]);
  });
});

describe("the content security policy", () => {
  it("lets run what is ours and what is named, nothing else", () => {
    const policy = contentSecurityPolicy([hashOf("a"), "'nonce-abc'"], false, []);

    expect(ruleOf(policy, "script-src")).toBe(`script-src 'self' ${hashOf("a")} 'nonce-abc'`);
    expect(policy).not.toContain("unsafe");
  });

  it.each([
    ["default-src", "'self'"],
    ["style-src", "'self'"],
    ["connect-src", "'self'"],
    ["object-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'self'"],
    ["frame-ancestors", "'none'"],
  ])("keeps %s to %s", (name, sources) => {
    expect(ruleOf(contentSecurityPolicy([], false, []), name)).toBe(`${name} ${sources}`);
  });

  it("gives the development server its inline styles and web socket, but no inline script", () => {
    const policy = contentSecurityPolicy([], true, []);

    expect(ruleOf(policy, "style-src")).toBe("style-src 'self' 'unsafe-inline'");
    expect(ruleOf(policy, "connect-src")).toBe("connect-src 'self' ws:");
    expect(ruleOf(policy, "script-src")).toBe("script-src 'self'");
  });
});

describe("the forms of a page", () => {
  const withKey = { STRIPE_SECRET_KEY: "sk_live_abc" };
  const withSandbox = { STRIPE_SECRET_KEY: "sk_test_abc", STRIPE_API_BASE: "http://127.0.0.1:4242/" };

  it.each(["/az/checkout", "/en/checkout/3f1c", "/ru/checkout/3f1c/pay"])("of %s may end on Stripe's page", (path) => {
    expect(formTargets(path, withKey)).toEqual(["https://checkout.stripe.com"]);
    expect(formTargets(path, withSandbox)).toEqual(["http://127.0.0.1:4242"]);
    expect(ruleOf(contentSecurityPolicy([], false, formTargets(path, withKey)), "form-action")).toBe(
      "form-action 'self' https://checkout.stripe.com",
    );
  });

  it.each(["/az", "/az/cart", "/az/checkouts", "/az/seller/checkout", "/checkout"])("of %s end on the site", (path) => {
    expect(formTargets(path, withKey)).toEqual([]);
  });

  it("end on the site where no cards are taken", () => {
    expect(formTargets("/az/checkout", {})).toEqual([]);
  });
});
