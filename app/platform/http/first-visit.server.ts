import { env } from "~/platform/env.server";
import { isLocale, localeOfUrl, type Locale } from "~/platform/i18n/locales";
import { DEFAULT_DESTINATION, READER_CURRENCIES } from "~/platform/i18n/reader";
import { pathsFor } from "./paths";
import type { PathContext } from "./public-paths";

export const LANGUAGE_COOKIE = "karvan_lang";
export const DESTINATION_COOKIE = "karvan_to";
export const CURRENCY_COOKIE = "karvan_cur";

/** How long a reader's choice is remembered, in seconds: a year. */
const REMEMBERED_SECONDS = 31_536_000;

export function readCookie(request: Request, name: string): string | undefined {
  const header = request.headers.get("cookie") ?? "";
  for (const pair of header.split(";")) {
    const [key = "", ...rest] = pair.trim().split("=");
    if (key === name) return decoded(rest.join("="));
  }
  return undefined;
}

/** Anybody may send a cookie that no code of ours wrote. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** `Set-Cookie` value that keeps a word for so many seconds; an empty value forgets it. */
export function makeCookie(name: string, value: string, seconds: number): string {
  const age = value === "" ? 0 : seconds;
  const secure = env.SITE_URL.startsWith("https:") ? "; Secure" : "";
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${age}; SameSite=Lax${secure}`;
}

/** `Set-Cookie` values that remember how a person reads; an empty country or currency is the language's own. */
export function rememberChoice({ lang, to = "", cur = "" }: PathContext): string[] {
  return [
    makeCookie(LANGUAGE_COOKIE, lang, REMEMBERED_SECONDS),
    makeCookie(DESTINATION_COOKIE, to, REMEMBERED_SECONDS),
    makeCookie(CURRENCY_COOKIE, cur, REMEMBERED_SECONDS),
  ];
}

/** `Set-Cookie` value that remembers for which country something was put into the cart. */
export function rememberDestination(country: string): string {
  return makeCookie(DESTINATION_COOKIE, country, REMEMBERED_SECONDS);
}

/**
 * Where a private page is that names no country though its reader has chosen one: a typed address in another language would
 * quietly count a cart for that language's country. Public pages go by their address alone, since caches keep them by it.
 *
 * @returns undefined when the address names a country, or the chosen one is the language's own
 */
export function withChosenDestination(request: Request, url: URL): string | undefined {
  if (url.searchParams.has("to")) return undefined;
  const chosen = /^[A-Z]{2}$/.exec(readCookie(request, DESTINATION_COOKIE) ?? "")?.[0];
  if (chosen === undefined || chosen === DEFAULT_DESTINATION[localeOfUrl(url)]) return undefined;
  const there = new URL(url);
  there.searchParams.set("to", chosen);
  const currency = readCookie(request, CURRENCY_COOKIE);
  const isKnown = READER_CURRENCIES.some((code) => code === currency);
  if (currency !== undefined && isKnown && !there.searchParams.has("cur")) there.searchParams.set("cur", currency);
  return `${there.pathname}${there.search}`;
}

/** Where a reader who names no language goes: by cookie, then by `Accept-Language`, then to Azerbaijani. */
export function firstPath(request: Request): string {
  const accepted = acceptedTags(request.headers.get("accept-language") ?? "");
  const remembered = readCookie(request, LANGUAGE_COOKIE);
  const lang: Locale = isLocale(remembered)
    ? remembered
    : (accepted.map(({ language }) => language).find((language) => isLocale(language)) ??
      (accepted.length > 0 ? "en" : "az"));
  const to =
    readCookie(request, DESTINATION_COOKIE) ??
    (lang === "en" ? accepted.find(({ region }) => region)?.region : undefined);
  return pathsFor({
    lang,
    to: to && /^[A-Z]{2}$/.test(to) && to !== DEFAULT_DESTINATION[lang] ? to : undefined,
    cur: readCookie(request, CURRENCY_COOKIE),
  }).home();
}

/** Language tags by the reader's preference (RFC 9110, 12.5.4). */
function acceptedTags(header: string): { language: string; region: string | undefined }[] {
  return header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)/.exec(parameter)?.[1]).find(Boolean);
      const [language = "", region] = tag.split("-");
      return { language: language.toLowerCase(), region: region?.toUpperCase(), quality: Number(quality ?? 1) };
    })
    .filter(({ language, quality }) => /^[a-z]{2,3}$/.test(language) && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ language, region }) => ({ language, region: region && /^[A-Z]{2}$/.test(region) ? region : undefined }));
}
