import type { Locale } from "~/platform/i18n/locales";
import type { ReadinessReference, WordedRule } from "../reference.server";
import type { PaperOnTheWay } from "./market-types";
import { saidIn } from "./rule-words.server";

/** What of a rule goes along, in the reader's words, with where that is said. */
export function paperView(
  rule: WordedRule,
  paper: Readonly<Record<Locale, string>>,
  { model }: ReadinessReference,
  lang: Locale,
): PaperOnTheWay {
  return { id: rule.id, text: paper[lang], ...saidIn(rule, model, lang) };
}
