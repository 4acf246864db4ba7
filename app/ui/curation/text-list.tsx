import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { linkStyle } from "~/ui/primitives/button";

export type TextView = { locale: Locale; title: string; introduction: string; isOlder: boolean };

type Props = { collectionId: string; locales: readonly Locale[]; texts: readonly TextView[] };

/** The texts of a collection by language, which are missing and which are older than the original. */
export function TextList({ collectionId, locales, texts }: Props) {
  const paths = useAllPaths();
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {locales.map((locale) => {
        const text = texts.find((one) => one.locale === locale);
        return (
          <li key={locale} className="flex items-start gap-4 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
                {LANGUAGE_NAMES[locale]}
                {text ? null : <Badge tone="plain">{m["curation.collection.missingText"]()}</Badge>}
                {text?.isOlder ? <Badge tone="warning">{m["curation.collection.older"]()}</Badge> : null}
              </p>
              {text ? (
                <div lang={locale}>
                  <p className="font-semibold">{text.title}</p>
                  <p className="line-clamp-2 text-sm">{text.introduction}</p>
                </div>
              ) : null}
            </div>
            <Link to={paths.collectionText(collectionId, locale)} className={`${linkStyle} py-1`}>
              {text ? m["curation.collection.edit"]() : m["curation.collection.write"]()}
              <span className="sr-only"> {LANGUAGE_NAMES[locale]}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
