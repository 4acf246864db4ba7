import type { Db } from "~/platform/db/db.server";
import { pathsFor } from "~/platform/http/paths";
import { LOCALES } from "~/platform/i18n/locales";
import { listCollections, listListings, listPages, listPlaces, listSellers } from "./sitemap-entries.server";
import type { KindOfPage } from "./sitemap-entry";

/** Pages of one part: three languages make it 3,000 addresses (the protocol allows 50,000) and two megabytes. */
const PAGES_PER_PART = 1_000;

const KINDS = {
  pages: listPages,
  places: listPlaces,
  listings: listListings,
  sellers: listSellers,
  collections: listCollections,
} as const satisfies Record<string, KindOfPage>;

type Kind = keyof typeof KINDS;

/** The index of the sitemap (sitemaps.org, 0.9). */
export async function sitemapIndex(db: Db, origin: string): Promise<string> {
  const kinds = Object.entries(KINDS);
  const parts = await Promise.all(kinds.map(([, kind]) => kind.parts(db, PAGES_PER_PART)));
  const maps = kinds.flatMap(([name], index) =>
    (parts[index] ?? []).map(({ part, changedAt }) => {
      const tail = part === 1 ? "" : `?part=${part}`;
      return `<sitemap><loc>${origin}/sitemap-${name}.xml${tail}</loc>${lastModified(changedAt)}</sitemap>`;
    }),
  );
  return `${XML}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps.join("\n")}\n</sitemapindex>\n`;
}

/**
 * One part of the sitemap: every page in every language with links to the others.
 *
 * @param name the kind as it stands in the address, `listings` in `/sitemap-listings.xml`
 * @param part from 1
 * @returns undefined when there is no such part
 */
export async function sitemapPart(
  db: Db,
  { name, part, origin }: { name: string; part: number; origin: string },
): Promise<string | undefined> {
  if (!isKind(name) || !Number.isSafeInteger(part) || part < 1 || part > 50_000) return undefined;
  const slice = { limit: PAGES_PER_PART, offset: (part - 1) * PAGES_PER_PART };
  const entries = await KINDS[name].entries(db, slice);
  if (entries.length === 0 && part > 1) return undefined;
  const places = LOCALES.map((lang) => ({ lang, paths: pathsFor({ lang, to: undefined, cur: undefined }) }));
  const urls = entries.flatMap(({ path, changedAt }) => {
    const addresses = places.map(({ lang, paths }) => ({ lang, href: `${origin}${path(paths)}` }));
    const alternates = [...addresses, { lang: "x-default", href: addresses[0]?.href ?? origin }]
      .map(({ lang, href }) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${href}"/>`)
      .join("");
    return addresses.map(({ href }) => `<url><loc>${href}</loc>${lastModified(changedAt)}${alternates}</url>`);
  });
  return `${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`;
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

function isKind(name: string): name is Kind {
  return Object.hasOwn(KINDS, name);
}

function lastModified(at: Date | undefined): string {
  return at === undefined ? "" : `<lastmod>${at.toISOString().slice(0, 10)}</lastmod>`;
}
