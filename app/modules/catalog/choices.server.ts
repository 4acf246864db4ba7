import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { headingIn, nameIn, referenceBook } from "./reference-book.server";

export type Choice = { value: string; label: string };

/** Towns and districts by name in the reader's language, each with its region. */
export async function placeOptions(db: Db, lang: Locale): Promise<Choice[]> {
  const { places, regions } = await referenceBook(db);
  const { compare } = new Intl.Collator(lang);
  return [...places]
    .map(([value, { names, regionId }]) => {
      const [place, region] = [nameIn(names, lang), nameIn(regions.get(regionId), lang)];
      return { value, label: region === "" || region === place ? place : `${place} (${region})` };
    })
    .toSorted((a, b) => compare(a.label, b.label));
}

export type ChoiceGroup = { label: string; kind: "good" | "service"; choices: Choice[] };

/** Categories that a listing may be in, below the headings of the tree. */
export async function categoryChoices(db: Db, lang: Locale): Promise<ChoiceGroup[]> {
  const { categories } = await referenceBook(db);
  const all = [...categories.values()];
  const parents = new Set(all.map(({ parentId }) => parentId));
  return all
    .filter(({ parentId }) => parentId === undefined)
    .map(({ id, kind, names }) => ({
      label: headingIn(names, lang),
      kind,
      choices: all
        .filter((entry) => !parents.has(entry.id) && rootOf(entry.id, categories) === id)
        .map((entry) => ({ value: entry.id, label: headingIn(entry.names, lang) })),
    }))
    .filter(({ choices }) => choices.length > 0);
}

function rootOf(id: string, categories: ReadonlyMap<string, { parentId: string | undefined }>): string {
  const parentId = categories.get(id)?.parentId;
  return parentId === undefined ? id : rootOf(parentId, categories);
}

/** Names of what a shop says that it makes and of where it is. */
export async function shopNames(
  db: Db,
  { categoryIds, placeId }: { categoryIds: readonly string[]; placeId: string },
  lang: Locale,
): Promise<{ categories: string[]; place: string }> {
  const { categories, places, regions } = await referenceBook(db);
  const place = places.get(placeId);
  return {
    categories: categoryIds.map((id) => headingIn(categories.get(id)?.names, lang)),
    // A city that is a region of its own is named once.
    place: [...new Set([nameIn(place?.names, lang), nameIn(regions.get(place?.regionId ?? ""), lang)])]
      .filter(Boolean)
      .join(", "),
  };
}
