import type { Locale } from "~/platform/i18n/locales";
import type { ReadinessReference, WordedRule } from "../reference.server";
import type { PaperOnTheWay } from "./market-types";
import { asOfText, shownSources } from "./rule-words.server";

/** What of a rule goes along, in the reader's words, with where that is said. */
export function paperView(
  { id, sources, asOf }: WordedRule,
  paper: Readonly<Record<Locale, string>>,
  { model }: ReadinessReference,
  lang: Locale,
): PaperOnTheWay {
  const known = sources.flatMap((source) => model.sources.get(source) ?? []);
  return {
    id,
    text: paper[lang],
    asOf: asOfText(asOf, known.length, lang),
    sources: shownSources(known),
  };
}
