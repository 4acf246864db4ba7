import { formatDay } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";
import type { WordedModel } from "../model";
import type { WordedRule } from "../reference.server";

const DAY = /\d{4}-\d{2}-\d{2}/;

/**
 * Of which day a source is, in words. The reference writes a day, "undated", both for several sources, or nothing where no
 * source was found.
 */
export function asOfText(asOf: string | undefined, sourceCount: number, lang: Locale): string {
  if (sourceCount === 0) return m["passports.asOf.unconfirmed"]();
  const day = DAY.exec(asOf ?? "")?.[0];
  return day === undefined ? m["passports.asOf.undated"]() : m["passports.asOf.day"]({ day: formatDay(day, lang) });
}

type Source = { title: string; url?: string | undefined };

/** Sources as they are shown: one that stands at no address is what the Federation itself has decided. */
export function shownSources(sources: readonly Source[]): { title: string; url: string | undefined }[] {
  return sources.map(({ title, url }) => ({ title: url === undefined ? m["passports.policy"]() : title, url }));
}

/** Where a rule is said, and of which day that is. */
export function saidIn({ sources, asOf }: Pick<WordedRule, "sources" | "asOf">, model: WordedModel, lang: Locale) {
  const known = sources.flatMap((id) => model.sources.get(id) ?? []);
  return { asOf: asOfText(asOf, known.length, lang), sources: shownSources(known) };
}
