import type { DraftFacts } from "./draft-facts";
import { THINGS } from "./listing-words";

type Noun = { implies: readonly string[] };

/** Names of things in one language, and how a category calls what it has no name for. */
export type Nouns<Own extends Noun> = {
  things: Readonly<Record<string, Own>>;
  noun: Own;
  /** Said where no material is, so that the name tells at least what it is made of. */
  bareNoun?: Own | undefined;
};

/**
 * What a listing is called, and the technique and material that the name says already: by its title, else by a technique
 * that a thing is named after, else by its category.
 */
export function nounFor<Own extends Noun>(
  { thing, techniqueId, categoryId }: DraftFacts,
  nouns: Nouns<Own>,
  { isMaterialNamed }: { isMaterialNamed: boolean },
): { noun: Own; implied: readonly string[] } {
  const known =
    THINGS.find(({ id }) => id === thing?.id) ??
    THINGS.find(
      ({ technique, categories }) =>
        technique === techniqueId && technique !== undefined && categories.includes(categoryId),
    );
  const named = known && nouns.things[known.id];
  if (named)
    return { noun: named, implied: [...named.implies, ...(known.technique === undefined ? [] : [known.technique])] };
  const noun = isMaterialNamed ? nouns.noun : (nouns.bareNoun ?? nouns.noun);
  return { noun, implied: noun.implies };
}
