import type { EditionState } from "~/modules/publications";
import { m } from "~/paraglide/messages.js";
import { pathsFor } from "~/platform/http/paths";
import type { Locale } from "~/platform/i18n/locales";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { buttonStyle } from "~/ui/primitives/button";

type Row = {
  lang: Locale;
  isHome: boolean;
  country: string;
  count: number;
  status: EditionState["status"];
  to?: string | undefined;
  cur?: string | undefined;
};

const STATES: Readonly<Record<EditionState["status"], () => string>> = {
  none: m["publications.state.none"],
  waiting: m["publications.state.working"],
  gathering: m["publications.state.working"],
  setting: m["publications.state.working"],
  ready: m["publications.state.ready"],
  failed: m["publications.state.failed"],
};

/** A shop's catalogues, each with how far its PDF is and the way to its page. */
export function OwnCatalogues({ slug, catalogues }: { slug: string; catalogues: readonly Row[] }) {
  if (catalogues.every(({ count }) => count === 0)) return <p>{m["publications.page.nothing"]()}</p>;
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {catalogues.map(({ lang, isHome, country, count, status, to, cur }) => (
        <li key={`${lang} ${country}`} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-5 py-4">
          <div className="min-w-48 flex-1">
            <p className="font-semibold">{LANGUAGE_NAMES[lang]}</p>
            <p className="text-sm text-muted">
              {isHome ? m["publications.own.home"]() : m["publications.own.abroad"]({ country })}
            </p>
          </div>
          <p className="text-sm">
            {m["catalog.listingCount"]({ count })} · {STATES[status]()}
          </p>
          {/* In another language: the whole page has to be loaded anew. */}
          <a
            href={pathsFor({ lang, to, cur }).catalogue({ kind: "seller", slug })}
            className={buttonStyle.secondary}
            aria-label={`${m["publications.own.open"]()}: ${LANGUAGE_NAMES[lang]}, ${country}`}
          >
            {m["publications.own.open"]()}
          </a>
        </li>
      ))}
    </ul>
  );
}
