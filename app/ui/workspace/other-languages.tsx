import { Link } from "@remix-run/react";
import type { Translation } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { linkStyle } from "~/ui/primitives/button";

type Props = {
  /** `isOlder` is undefined for a language in which the shop says nothing yet. */
  others: readonly { locale: Translation; isOlder: boolean | undefined }[];
};

/** The languages that can follow the Azerbaijani texts, and how far they do. */
export function OtherLanguages({ others }: Props) {
  const paths = useAllPaths();
  return (
    <section aria-labelledby="other-languages" className="mt-10 border-t border-line pt-6">
      <h2 id="other-languages" className="text-lg">
        {m["sellers.texts.title"]()}
      </h2>
      <p className="mt-1 text-muted">{m["sellers.texts.lead"]()}</p>
      <ul className="mt-3 flex flex-col">
        {others.map(({ locale, isOlder }) => (
          <li key={locale} className="flex min-h-11 flex-wrap items-center gap-3">
            <Link to={paths.shopTexts(locale)} className={linkStyle}>
              {LANGUAGE_NAMES[locale]}
            </Link>
            {isOlder === undefined ? <Badge tone="plain">{m["sellers.texts.missing"]()}</Badge> : null}
            {isOlder === false ? <Badge tone="verified">{m["sellers.texts.current"]()}</Badge> : null}
            {isOlder ? <Badge tone="warning">{m["sellers.texts.older"]()}</Badge> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
