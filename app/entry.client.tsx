import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { speakAs } from "~/platform/i18n/in-language";
import { localeOfUrl } from "~/platform/i18n/locales";

speakAs(() => localeOfUrl(new URL(window.location.href)));

const reload = () => window.location.reload();

/** A reader who goes back twice changes the address of a page whose scripts have not come yet: it shows another one. */
function isAnswerForThisAddress(): boolean {
  const { pathname, search } = window.location;
  const { address } = document.documentElement.dataset;
  const [loaded] = performance.getEntriesByType("navigation");
  const wasReloaded = loaded instanceof PerformanceNavigationTiming && loaded.type === "reload";
  return address === `${pathname}${search}` || address === undefined || wasReloaded;
}

/** From here on the router answers to back and forward. */
function Hydrated() {
  useEffect(() => window.removeEventListener("popstate", reload), []);
  return null;
}

if (isAnswerForThisAddress()) {
  window.addEventListener("popstate", reload);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
        <Hydrated />
      </StrictMode>,
    );
  });
} else {
  reload();
}
