import type { MetaFunction } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  ScrollRestoration,
  isRouteErrorResponse,
  useLocation,
  useRouteError,
} from "@remix-run/react";
import { lazy, Suspense, useContext, type ReactNode } from "react";
import { countryName, referenceBook } from "~/modules/catalog/index.server";
import { readDb } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { awayIn } from "~/platform/http/away";
import { NonceContext } from "~/platform/http/nonce";
import { forAnyone } from "~/platform/http/openers.server";
import { unsentIn } from "~/platform/http/unsent-form";
import { READER_CURRENCIES, readerOf } from "~/platform/i18n/reader";
import { ErrorPage } from "~/ui/layouts/error-page";
import { useVisitSource } from "~/ui/inquiries/source";
import { FocusRestoration } from "~/ui/layouts/focus-restoration";
import { LateScripts } from "~/ui/layouts/late-scripts";
import { DemoRibbon, SiteHeader } from "~/ui/layouts/site-header";
import { SiteFooter } from "~/ui/layouts/site-footer";
import { useSite, type SiteView } from "~/ui/layouts/site";
import "~/ui/styles/app.css";

export const loader = forAnyone({ cache: "public", isFrame: true }, async ({ url }): Promise<SiteView> => {
  const { destinations } = await referenceBook(readDb);
  const reader = readerOf(url, (country) => destinations.has(country));
  return {
    lang: reader.lang,
    destination: reader.destination,
    destinationLabel: countryName(reader.destination, reader.lang),
    currency: reader.currency,
    to: reader.to,
    cur: reader.cur,
    destinations: [...destinations.keys()].map((country) => ({ country, label: countryName(country, reader.lang) })),
    currencies: READER_CURRENCIES,
    isDemo: env.APP_MODE === "demo",
    origin: env.SITE_URL,
  };
});

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const site = useSite();
  const { pathname, search } = useLocation();
  return (
    <html lang={site.lang} data-address={`${pathname}${search}`}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#9e2a2b" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body className="flex min-h-dvh flex-col">
        {site.isDemo ? <DemoRibbon /> : null}
        <SiteHeader />
        <main id="content" tabIndex={-1} className="page-width flex-1 outline-none">
          {children}
        </main>
        <SiteFooter />
        <ScrollRestoration nonce={nonce} />
        <LateScripts nonce={nonce} />
      </body>
    </html>
  );
}

/** What a page without a title of its own is called: one that is missing or failed. */
export const meta: MetaFunction = () => [{ title: "Karvan" }];

export default function Site() {
  useVisitSource();
  return (
    <>
      <Outlet />
      <FocusRestoration />
    </>
  );
}

/** Loaded when it is needed: hardly any reader ever sees it. */
const UnsentFormPage = lazy(async () => ({ default: (await import("~/ui/layouts/unsent-form-page")).UnsentFormPage }));

export function ErrorBoundary() {
  const error = useRouteError();
  if (isConnectionLost(error)) return <ErrorPage status="offline" />;
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />;
  const unsent = unsentIn(error.data);
  if (unsent) {
    return (
      <Suspense fallback={null}>
        <UnsentFormPage unsent={unsent} />
      </Suspense>
    );
  }
  return <ErrorPage status={error.status} away={awayIn(error.data)} />;
}

/** A request of the page that nobody answered, in the words of Chrome, Firefox and Safari; the standard gives it no name. */
function isConnectionLost(error: unknown): boolean {
  return error instanceof TypeError && /^(?:Failed to fetch|NetworkError|Load failed)/.test(error.message);
}
