import type { Locale } from "~/platform/i18n/locales";
import { ACTION_NAMES } from "./action-names";
import { KIND_NAMES } from "./kind-names";
import { wordFor, type Words } from "./word-for";

export type Choice = { value: string; label: string };

function choices(codes: readonly string[], words: Words, lang: Locale): Choice[] {
  const { compare } = new Intl.Collator(lang);
  return codes
    .map((value) => ({ value, label: wordFor(words, value) ?? value }))
    .toSorted((a, b) => compare(a.label, b.label));
}

/** What has been done so far, in words and in their order. */
export function actionChoices(actions: readonly string[], lang: Locale): Choice[] {
  return choices(actions, ACTION_NAMES, lang);
}

/** What entries may be about, in words and in their order. */
export function kindChoices(lang: Locale): Choice[] {
  return choices(Object.keys(KIND_NAMES), KIND_NAMES, lang);
}
