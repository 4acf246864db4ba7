import type { Locale } from "~/platform/i18n/locales";

/**
 * The collation by which a statement sorts names as a language's alphabet has them (ə after e, x after h), for lists that
 * are cut into pages and so cannot be sorted afterwards. PostgreSQL has them by these names where it is built with ICU,
 * as its packages are.
 */
export const ALPHABETS: Readonly<Record<Locale, string>> = { az: "az-x-icu", en: "en-x-icu", ru: "ru-x-icu" };
