/**
 * One skeleton for every way a word of this catalogue is typed: Azerbaijani Latin, plain ASCII, English romanisation,
 * Azerbaijani and Russian Cyrillic. `kəlağayı`, `kelagayi`, `kalaghayi` and `келагаи` all give `kalagai`.
 *
 * Letters that some spelling writes alike become one: e, ə and a (Şəki is also Shaki); i, ı and y; c, ç and j;
 * g, ğ and q; h and x; o and ö; u and ü; s and ş. Double letters count once.
 */
export function foldText(text: string): string {
  return plainWords(text).map(foldWord).join(" ");
}

/**
 * One word in the letters of the skeleton, but as many as were typed: what slips of the hand are counted in. A letter
 * that was put between two equal ones has not made four of three.
 */
export function spellingOf(word: string): string {
  return plainWords(word).map(foldLetters).join("");
}

function plainWords(text: string): string[] {
  const latin = fromCyrillic(lowerCase(text))
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "");
  return latin
    .replaceAll(/['’ʼʻ`´ʹ]/g, "")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .split(" ")
    .filter((word) => word !== "");
}

/** Lower case by the Azerbaijani rule, İ to i and I to ı, in composed form. */
export function lowerCase(text: string): string {
  return text.normalize("NFKC").replaceAll("İ", "i").replaceAll("I", "ı").toLowerCase().normalize("NFKC");
}

/** Letters that differ only between spellings. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  ə: "a",
  ǝ: "a",
  e: "a",
  æ: "a",
  ı: "i",
  y: "i",
  j: "c",
  q: "g",
  w: "v",
  x: "h",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  ß: "s",
  ſ: "s",
};

/** What English romanisation writes with two letters, once x is already h (BGN/PCGN 1993 for Azerbaijani and its everyday forms). */
const TWO_LETTERS: Readonly<Record<string, string>> = { sh: "s", ch: "c", zh: "c", kh: "h", gh: "g", ph: "f" };

function foldLetters(word: string): string {
  return word.replaceAll(/dzh|dj/g, "j").replaceAll(/[əǝeæıyjqwxøđðłħŧßſ]/g, (letter) => SAME_LETTER[letter] ?? letter);
}

function foldWord(word: string): string {
  let folded = foldLetters(word);
  // A replaced pair may stand before another h ("gkh"), so this goes on until nothing is left to join.
  for (let before = ""; before !== folded;) {
    before = folded;
    folded = folded.replaceAll(/[sczkgp]h/g, (pair) => TWO_LETTERS[pair] ?? pair).replaceAll(/(\p{L})\1+/gu, "$1");
  }
  return folded;
}

/** Russian letters, and the Azerbaijani Cyrillic of 1958–1991 (ә ғ ҝ ҹ һ ј ө ү); the signs ь and ъ have no sound. */
const CYRILLIC: Readonly<Record<string, string>> = {
  ...{ а: "a", ә: "ə", б: "b", в: "v", г: "g", ғ: "g", ҝ: "g", д: "d", е: "e", ё: "e", ж: "j", ҹ: "j", з: "z" },
  ...{ и: "i", й: "y", ј: "y", к: "k", қ: "g", л: "l", м: "m", н: "n", о: "o", ө: "o", п: "p", р: "r", с: "s" },
  ...{ т: "t", у: "u", ү: "u", ұ: "u", ф: "f", х: "x", һ: "h", ц: "c", ч: "c", ш: "s", щ: "s", ъ: "", ы: "i" },
  ...{ ь: "", э: "e", і: "i", ї: "i", є: "e", ґ: "g" },
};

const CYRILLIC_WORD = /[\u0400-\u04FF]+/g;

function fromCyrillic(text: string, letters = CYRILLIC): string {
  return text.replaceAll(CYRILLIC_WORD, (word) =>
    Array.from(word, (letter, index) => {
      // After a consonant я and ю are how Russian writes ə and ü (Гянджа, Кюрдамир); elsewhere they begin with a y.
      if (letter === "я" || letter === "ю") {
        const vowel = letter === "я" ? "a" : "u";
        return index === 0 || /[аәеёиоөуүыэюяьъ]/.test(word[index - 1] ?? "") ? `y${vowel}` : vowel;
      }
      return letters[letter] ?? letters[letter.normalize("NFD")[0] ?? ""] ?? letter;
    }).join(""),
  );
}

/** Azerbaijani Latin for Azerbaijani Cyrillic, with Russian letters (э, й, дж) where a keyboard has no others. */
const AZERBAIJANI: Readonly<Record<string, string>> = {
  ...CYRILLIC,
  ...{ ә: "ə", ғ: "ğ", ҝ: "g", г: "q", қ: "q", ж: "j", ҹ: "c", ч: "ç", ш: "ş", щ: "ş", ы: "ı", ё: "ö", ө: "ö", ү: "ü" },
};

/** Does a word have a letter that Azerbaijani Cyrillic has and Russian has not? */
export function hasAzerbaijaniCyrillic(word: string): boolean {
  return /[әғҝҹһјөү]/.test(word);
}

/** A word of Azerbaijani in Cyrillic letters as it is written today: `халчалар` is `xalçalar`. */
export function azerbaijaniLatin(word: string): string {
  return fromCyrillic(word.replaceAll("дж", "ҹ"), AZERBAIJANI);
}
