import { NARROWING_PARAMETERS } from "~/modules/search/index.server";
import type { Settings } from "~/platform/settings.server";

/**
 * What crawlers may fetch. The demo and everything else that is not production is closed as a whole: its sellers are
 * invented, and nobody should find them for real ones. Narrowed searches are closed, since a few ticks make millions of
 * addresses of the same listings; what only says where the reader is (`to`, `cur`, `qty`) stays open for link previews,
 * and `canonical` joins those addresses.
 */
export function robotsText({ origin, mode }: { origin: string; mode: Settings["APP_MODE"] }): string {
  if (mode !== "production") return "User-agent: *\nDisallow: /\n";
  const closed = [
    "/api/",
    "/operator/",
    "/healthz",
    "/readyz",
    "/metrics",
    "/*/preferences",
    ...NARROWING_PARAMETERS.map((name) => `/*?*${name}=`),
  ];
  return ["User-agent: *", ...closed.map((path) => `Disallow: ${path}`), "", `Sitemap: ${origin}/sitemap.xml`, ""].join(
    "\n",
  );
}
