import type { NamedThing } from "./draft-facts";
import { THINGS } from "./listing-words";

/**
 * What an Azerbaijani title says that the listing is, with ASCII letters, too. The last thing that it names counts: of
 * `xalça yastıqüzü` the cushion cover. Of two that are joined by `və` neither does, since the listing is both.
 */
export function findThing(title: string, categoryId: string): NamedThing {
  const words = wordsOf(title);
  const found = THINGS.filter(({ categories }) => categories.includes(categoryId))
    .flatMap(({ id, az }) => az.map((term) => ({ id, ...lastPlaceOf(wordsOf(term), words) })))
    .filter(({ end }) => end > 0)
    .toSorted((a, b) => b.end - a.end || a.start - b.start);
  const [best] = found;
  const others = words.filter((_, at) => best === undefined || at < best.start || at >= best.end);
  return {
    id: best && words[best.start - 1] !== "ve" ? best.id : undefined,
    grouping: others.some(isForm("dest")) ? "set" : others.some(isForm("cut")) ? "pair" : undefined,
  };
}

/** Words in plain letters, without names in quotation marks and what stands in brackets. */
function wordsOf(text: string): string[] {
  const plain = text
    .replaceAll(/[«“"„][^»”"“]*[»”"“]|\([^)]*\)/g, " ")
    .replaceAll("İ", "i")
    .replaceAll("I", "ı")
    .toLowerCase()
    .replaceAll("ə", "e")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "");
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** Where a term stands last in a title: its end is 0 when it does not. */
function lastPlaceOf(term: readonly string[], words: readonly string[]): { start: number; end: number } {
  for (let start = words.length - term.length; start >= 0; start -= 1) {
    if (term.every((word, at) => isForm(word)(words[start + at] ?? ""))) return { start, end: start + term.length };
  }
  return { start: -1, end: 0 };
}

const forms = new Map<string, RegExp>();

/**
 * Is a word this one, maybe in the plural or as somebody's (`fincanı`, `fincanlar`, `çantası`)? A last k or q becomes y or
 * g before a vowel (`üzlüyü`, `qaşığı`); what is somebody's already has its plural without that ending (`qabı`, `qabları`).
 */
function isForm(base: string): (word: string) => boolean {
  const known = forms.get(base) ?? formsOf(base);
  forms.set(base, known);
  return (word) => known.test(word);
}

function formsOf(base: string): RegExp {
  const soft = base.replace(/k$/, "y").replace(/q$/, "g");
  const owned = /^(.{2,}?)s?[iu]$/.exec(base)?.[1]?.replace(/y$/, "k").replace(/g$/, "q");
  const all = [`${base}(?:l[ae]ri?|s?[iu])?`, `${soft}[iu]`, ...(owned === undefined ? [] : [`${owned}l[ae]ri`])];
  return new RegExp(`^(?:${all.join("|")})$`);
}
