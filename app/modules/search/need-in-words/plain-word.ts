import { lowerCase } from "../folding";

/** Letters that have no accent to take off. */
const BARE_LETTERS: Readonly<Record<string, string>> = { ə: "e", ǝ: "e", ı: "i", ø: "o", ł: "l", đ: "d", æ: "ae" };

/**
 * A word in small letters as a keyboard without accents types it: `60 günə` is `60 gune`, `трёх` is `трех`. The languages
 * stay apart, unlike in the skeletons of `foldText`, where China is çinə and beş is baş.
 */
export function plainWord(word: string): string {
  return lowerCase(word)
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/[əǝıøłđæ]/g, (letter) => BARE_LETTERS[letter] ?? letter)
    .replaceAll(/['’ʼ`]/g, "");
}

/** A piece of a pattern that any of these phrases fits: "within|in the next". They may hold no signs of patterns. */
export function oneOf(phrases: string): string {
  // The longest first: a pattern takes the first that fits.
  const plain = phrases.split("|").map((phrase) => plainWord(phrase.trim()));
  return `(?:${plain.toSorted((a, b) => b.length - a.length).join("|")})`;
}

/** The same for single words. */
export function oneOfWords(words: string): string {
  return oneOf(words.split(" ").join("|"));
}

/** Single words, as they are looked up. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" ").map(plainWord));
}
