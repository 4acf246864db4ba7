import type { MetaDescriptor } from "@remix-run/node";
import { inLanguage } from "~/platform/http/public-paths";
import { LOCALES, localeOfUrl, type Locale } from "~/platform/i18n/locales";

type PageMeta = {
  origin: string;
  /** Path without query: the canonical address. Destination and currency do not make another page. */
  pathname: string;
  title: string;
  description: string;
  /** Path of the picture that is shown where the page is shared, 1200 × 630. */
  picture?: string;
  /** schema.org objects. */
  structured?: readonly Record<string, unknown>[];
  type?: "website" | "product" | "profile" | "article";
  isIndexed?: boolean;
};

/** Title, canonical and language links, Open Graph and JSON-LD of a public page. */
export function pageMeta(page: PageMeta): MetaDescriptor[] {
  const canonical = `${page.origin}${page.pathname}`;
  return [
    { title: `${page.title} · Karvan` },
    { name: "description", content: page.description },
    { tagName: "link", rel: "canonical", href: canonical },
    ...LOCALES.map((lang) => ({
      tagName: "link" as const,
      rel: "alternate",
      hrefLang: lang,
      href: `${page.origin}${inLanguage(page.pathname, "", lang)}`,
    })),
    {
      tagName: "link",
      rel: "alternate",
      hrefLang: "x-default",
      href: `${page.origin}${inLanguage(page.pathname, "", "az")}`,
    },
    ...(page.isIndexed === false ? [{ name: "robots", content: "noindex,follow" }] : []),
    { property: "og:site_name", content: "Karvan" },
    { property: "og:type", content: page.type ?? "website" },
    { property: "og:title", content: page.title },
    { property: "og:description", content: page.description },
    { property: "og:url", content: canonical },
    {
      property: "og:image",
      content: `${page.origin}${page.picture ?? "/og/karvan.jpg"}?lang=${langOf(page.pathname)}`,
    },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { property: "og:image:alt", content: page.title },
    { name: "twitter:card", content: "summary_large_image" },
    ...(page.structured ?? []).map((object) => ({
      "script:ld+json": { "@context": "https://schema.org", ...object },
    })),
  ];
}

/** Title of a page that only its reader should see; other sites do not learn its address, which may hold a token. */
export function privateMeta(title: string): MetaDescriptor[] {
  return [
    { title: `${title} · Karvan` },
    { name: "robots", content: "noindex,nofollow" },
    { name: "referrer", content: "same-origin" },
  ];
}

/** Words on the shared picture are in the language of the page. */
function langOf(pathname: string): Locale {
  return localeOfUrl({ pathname, searchParams: new URLSearchParams() });
}

/** schema.org BreadcrumbList of a page's path. */
export function breadcrumbList(origin: string, crumbs: readonly { label: string; href: string | undefined }[]) {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map((crumb, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: crumb.label,
      ...(crumb.href ? { item: `${origin}${crumb.href.split("?")[0]}` } : {}),
    })),
  };
}
