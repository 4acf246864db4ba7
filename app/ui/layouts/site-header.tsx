import { Link, useLocation } from "@remix-run/react";
import { inLanguage } from "~/platform/http/public-paths";
import { LOCALES } from "~/platform/i18n/locales";
import { carriedOver } from "~/platform/i18n/reader";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/ui/primitives/icon";
import { OrnamentStar } from "~/ui/primitives/ornament";
import { SearchBox } from "~/ui/search/search-box";
import { CartLink } from "./cart-link";
import { DeliverTo } from "./deliver-to";
import { LANGUAGE_NAMES } from "./language-names";
import { usePaths, useSite } from "./site";

function Languages() {
  const { lang, destination, currency } = useSite();
  const { pathname, search } = useLocation();
  return (
    <nav aria-label={m["site.language"]()}>
      <ul className="flex">
        {LOCALES.map((locale) => (
          <li key={locale}>
            <a
              href={inLanguage(pathname, carriedOver({ destination, currency }, search, locale), locale)}
              hrefLang={locale}
              lang={locale}
              aria-current={locale === lang ? "true" : undefined}
              className="inline-flex min-h-11 items-center px-2 text-sm uppercase max-sm:px-1 text-muted underline-offset-4 hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink"
            >
              <span aria-hidden="true">{locale}</span>
              <span className="sr-only">{LANGUAGE_NAMES[locale]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same for everybody, since public pages are: who is not signed in is asked to on the way. */
function AccountLink({ className }: { className: string }) {
  return (
    <Link
      to={usePaths().account()}
      aria-label={m["site.account"]()}
      title={m["site.account"]()}
      className={`inline-flex size-11 shrink-0 items-center justify-center text-muted hover:text-ink ${className}`}
    >
      <Icon name="person" className="size-5" />
    </Link>
  );
}

function MainMenu() {
  const paths = usePaths();
  const entries = [
    { href: paths.search(), label: m["site.menu.catalogue"]() },
    { href: paths.categories(), label: m["site.menu.categories"]() },
    { href: paths.regions(), label: m["site.menu.regions"]() },
    { href: paths.sellers(), label: m["site.menu.sellers"]() },
    { href: paths.collections(), label: m["site.menu.collections"]() },
  ];
  return (
    <nav aria-label={m["site.menu.label"]()} className="-mx-3 min-w-0 flex-1 max-sm:-mx-2">
      <ul className="flex flex-wrap">
        {entries.map((entry) => (
          <li key={entry.href}>
            <Link
              to={entry.href}
              prefetch="intent"
              className="inline-flex min-h-11 items-center whitespace-nowrap px-3 text-sm font-medium underline-offset-8 max-sm:min-h-9 max-sm:px-2 hover:underline"
            >
              {entry.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Logo, search, where to deliver, language and the menu. On a phone the search takes a row of its own, and the account stands beside the menu. */
export function SiteHeader() {
  const paths = usePaths();
  // The home page begins with a search field of its own.
  const isHome = useLocation().pathname === paths.home().split("?")[0];
  return (
    <header className="border-b border-line bg-surface">
      <a
        href="#content"
        className="absolute left-4 top-2 z-50 -translate-y-20 rounded bg-ink px-4 py-2 text-ground focus:translate-y-0"
      >
        {m["site.skip"]()}
      </a>
      <div className="page-width flex flex-wrap items-center gap-x-2 gap-y-1 pt-2 md:gap-x-6">
        <Link to={paths.home()} className="flex min-h-11 items-center gap-2" aria-label={m["site.homeLink"]()}>
          <OrnamentStar className="size-8 text-madder" />
          <span className="font-serif text-xl font-semibold tracking-tight">Karvan</span>
        </Link>
        <div
          className={`order-last w-full pb-1 md:order-none md:w-auto md:flex-1 md:pb-0 ${isHome ? "max-md:hidden" : ""}`}
        >
          <SearchBox />
        </div>
        <div className="ml-auto flex items-center">
          <DeliverTo />
          <Languages />
          <CartLink className="max-sm:hidden" />
          <AccountLink className="max-sm:hidden" />
        </div>
      </div>
      <div className="page-width flex items-start">
        <MainMenu />
        <CartLink className="-mt-1 sm:hidden" />
        <AccountLink className="-mt-1 sm:hidden" />
      </div>
    </header>
  );
}

/** Says on every page of the demo that nothing in it is for sale. */
export function DemoRibbon() {
  return (
    <aside className="bg-saffron-wash px-4 py-1.5 text-center text-xs text-on-saffron">
      <Icon name="info" className="mr-1 inline size-4 align-[-3px]" />
      {m["site.demoRibbon"]()}
    </aside>
  );
}
