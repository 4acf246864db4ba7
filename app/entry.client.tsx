import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLocale } from "~/platform/i18n/locales";
import { overwriteGetLocale } from "~/paraglide/runtime.js";

overwriteGetLocale(() => {
  const first = window.location.pathname.split("/")[1];
  return isLocale(first) ? first : "az";
});

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
