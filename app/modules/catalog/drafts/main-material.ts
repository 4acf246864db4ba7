import { isForm, wordsOf } from "./title-words";

type Named = {
  /** Azerbaijani. */
  title: string;
  /** Name of the category, Azerbaijani. */
  category: string;
  /** Materials that the category's listings name, the commonest first. */
  usual: readonly string[];
  /** Azerbaijani name of a material. */
  nameOf: (materialId: string) => string;
};

/**
 * The materials of a listing with the main one in front: what the title calls it by, else what the category is named
 * after or what is usual in it, else the one that was ticked first. The boxes stand in the order of a list, which says
 * nothing of what a thing is made of.
 */
export function mainMaterialFirst(ticked: readonly string[], { title, category, usual, nameOf }: Named): string[] {
  const main =
    materialNamedIn(title, ticked, nameOf) ??
    materialNamedIn(category, ticked, nameOf) ??
    usual.find((id) => ticked.includes(id)) ??
    ticked[0];
  return main === undefined ? [] : [main, ...ticked.filter((id) => id !== main)];
}

/**
 * The material that a text names first. `gümüş bəzəkli mis sini` is of copper: what the thing only has (-li) comes after
 * what it is.
 */
function materialNamedIn(text: string, ids: readonly string[], nameOf: Named["nameOf"]): string | undefined {
  const words = wordsOf(text);
  const found = ids
    .flatMap((id) => {
      const parts = wordsOf(nameOf(id)).filter((word) => word.length > 2);
      const at = words.findIndex((word) => parts.some((part) => isSame(word, part)));
      const length = words.slice(at).findIndex((word) => !parts.some((part) => isSame(word, part)));
      return at < 0 ? [] : [{ id, at, length: length < 0 ? words.length - at : length, isPart: isOnlyHad(words, at) }];
    })
    .toSorted((a, b) => Number(a.isPart) - Number(b.isPart) || a.at - b.at || b.length - a.length);
  const [best, next] = found;
  // Two woods and a title that says "wood" name neither.
  const isTie = best?.at === next?.at && best?.length === next?.length && best?.isPart === next?.isPart;
  return isTie ? undefined : best?.id;
}

/** Crafts are named after what they work: `misgərlik`, `dəmirçilik`. */
const CRAFT = /(?:ger|c[iu])l[iu]k$/;

function isSame(word: string, part: string): boolean {
  return isForm(part)(word) || isForm(word)(part) || word.replace(CRAFT, "") === part;
}

function isOnlyHad(words: readonly string[], at: number): boolean {
  return [words[at], words[at + 1]].some((word) => word !== undefined && /l[iu]$/.test(word));
}
