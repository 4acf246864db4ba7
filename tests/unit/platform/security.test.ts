import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, inlineScriptHashes } from "~/platform/http/security.server";

const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;

function ruleOf(policy: string, name: string): string {
  return policy.split("; ").find((rule) => rule.startsWith(`${name} `)) ?? "";
}

describe("the hashes of a page's inline scripts", () => {
  it("are of each script's very text, and one for the same text", () => {
    const html = `<script>go("ə")</script><p></p><script async>\n stop()\n</script><script>go("ə")</script>`;
    expect(inlineScriptHashes(html)).toEqual([hashOf('go("ə")'), hashOf("\n stop()\n")]);
  });

  it("leave out scripts of files and data that is no script", () => {
    const html = `<script src="/assets/a.js"></script><script type="application/ld+json">{"a":1}</script>`;
    expect(inlineScriptHashes(html)).toEqual([]);
  });

  it("are none on a page without scripts", () => {
    expect(inlineScriptHashes("<p>no &lt;script&gt; here</p>")).toEqual([]);
  });
});

describe("the content security policy", () => {
  it("lets run what is ours and what is named, nothing else", () => {
    const policy = contentSecurityPolicy([hashOf("a"), "'nonce-abc'"], false);

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
    expect(ruleOf(contentSecurityPolicy([], false), name)).toBe(`${name} ${sources}`);
  });

  it("gives the development server its inline styles and web socket, but no inline script", () => {
    const policy = contentSecurityPolicy([], true);

    expect(ruleOf(policy, "style-src")).toBe("style-src 'self' 'unsafe-inline'");
    expect(ruleOf(policy, "connect-src")).toBe("connect-src 'self' ws:");
    expect(ruleOf(policy, "script-src")).toBe("script-src 'self'");
  });
});
