import { AsyncLocalStorage } from "node:async_hooks";
import { overwriteGetLocale } from "~/paraglide/runtime.js";
import type { Locale } from "./locales";

const current = new AsyncLocalStorage<Locale>();

overwriteGetLocale(() => current.getStore() ?? "az");

/** Runs `work` with messages in a language: the whole of a request, since loaders speak before pages are rendered. */
export function runWithLocale<Value>(locale: Locale, work: () => Value): Value {
  return current.run(locale, work);
}

/** The language of the request that is being answered. */
export function currentLocale(): Locale {
  return current.getStore() ?? "az";
}
