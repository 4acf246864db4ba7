import type { DraftFacts, DraftLocale, DraftTexts } from "./draft-facts";
import { englishTexts } from "./english";
import { russianTexts } from "./russian";

/**
 * A first title and description in English or Russian, of nothing but the facts: the templates and words are those of
 * `db/reference/listing-words`. The seller reads and mends it; until then it is marked as a draft.
 *
 * @returns a title of at most 90 letters; the description may be as short as the title when little is known
 * @throws Error when the category has no template: every leaf of the tree has one
 */
export function draftTexts(facts: DraftFacts, locale: DraftLocale): DraftTexts {
  const texts = locale === "en" ? englishTexts(facts) : russianTexts(facts);
  if (!texts) throw new Error(`category ${facts.categoryId} has no template for drafts`);
  return texts;
}
