import { useLocation } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import type { InquirySource } from "~/modules/inquiries";

const KEY = "karvan source";

export type VisitSource = { source: InquirySource; detail: string };

/** Parts of the site where something is found, by the word that their address begins with. */
const FINDING: Readonly<Record<string, InquirySource>> = {
  search: "search",
  categories: "category",
  regions: "region",
  crafts: "craft",
  collections: "collection",
};

/**
 * Remembers in this tab, and nowhere else, where a reader found what she looks at: the last list that she came by, or the
 * printed code or fair whose link says so itself.
 */
export function useVisitSource(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    const [, , place = "", detail = ""] = pathname.split("/");
    const query = new URLSearchParams(search);
    const named = query.get("src");
    const byLink = named === "qr" || named?.startsWith("fair") ? (named === "qr" ? "qr" : "fair") : undefined;
    const source = byLink ?? (place === "" ? "home" : pathname.endsWith("/account/saved") ? "saved" : FINDING[place]);
    if (!source) return;
    const about = byLink ? (named ?? "") : place === "search" ? (query.get("q") ?? "") : detail;
    sessionStorage.setItem(KEY, JSON.stringify({ source, detail: about.slice(0, 200) }));
  }, [pathname, search]);
}

/** What was remembered, once the page is alive; before that, and without scripts, what the address says. */
export function useRememberedSource(fallback: VisitSource): VisitSource {
  const kept = useSyncExternalStore(
    () => () => undefined,
    () => sessionStorage.getItem(KEY),
    () => null,
  );
  if (kept === null) return fallback;
  // Written by the hook above, and by nobody else.
  return JSON.parse(kept) as VisitSource;
}
