import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { publicPathsFor, type PublicPaths } from "~/platform/http/public-paths";
import { localeOfUrl, type Locale } from "~/platform/i18n/locales";

/** What every page knows about its reader and the site; the root loader makes it from the URL alone. */
export type SiteView = {
  lang: Locale;
  destination: string;
  destinationLabel: string;
  currency: string;
  to: string | undefined;
  cur: string | undefined;
  destinations: { country: string; label: string }[];
  currencies: readonly string[];
  isDemo: boolean;
  origin: string;
};

const FALLBACK: SiteView = {
  lang: "az",
  destination: "AZ",
  destinationLabel: "Azərbaycan",
  currency: "AZN",
  to: undefined,
  cur: undefined,
  destinations: [],
  currencies: [],
  isDemo: false,
  origin: "",
};

/** The reader of this page. Where the request failed before the root loader, only her language is known, by the address. */
export function useSite(): SiteView {
  const { pathname, search } = useLocation();
  const loaded = useRouteLoaderData<SiteView>("root");
  if (loaded) return loaded;
  return { ...FALLBACK, lang: localeOfUrl({ pathname, searchParams: new URLSearchParams(search) }) };
}

export function usePaths(): PublicPaths {
  return publicPathsFor(useSite());
}

/** The same view inside `meta`, where hooks cannot be used. */
export function siteOf(matches: readonly ({ id: string; data: unknown } | undefined)[]): SiteView {
  // The root loader of every page returns a SiteView; Remix types the data of another route as unknown.
  return (matches.find((match) => match?.id === "root")?.data as SiteView | undefined) ?? FALLBACK;
}
