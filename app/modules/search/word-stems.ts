import { azerbaijaniLatin, foldText, hasAzerbaijaniCyrillic } from "./folding";
import { isEnglishWord, isKnownWord, isRussianWord, RUSSIAN_WORDS } from "./known-words";

/**
 * Light stemming: the endings of plural and case that readers type differently from sellers. The language of a word is
 * guessed from its letters alone, so that index and query always agree. An ending that words of another language also
 * have is cut only when a known word remains (`known-words.ts`).
 */
const SHORTEST_STEM = 3;

/** What is left of a word: its skeleton, and the letters it was written with, which may tell skeletons apart. */
export type Stem = { skeleton: string; letters: string };

/** The stem of one lower-case word. */
export function stemOf(word: string): Stem {
  if (/[\u0400-\u04FF]/.test(word)) return cyrillicStem(word);
  const plain = stemFrom(word);
  return isUncut(word) ? plain : (latinStem(word) ?? plain);
}

function isUncut(word: string): boolean {
  return /\d/.test(word) || word.length <= SHORTEST_STEM || isKnownWord(foldText(word));
}

let russianSkeletons: ReadonlySet<string> | undefined;

/** Russian, or the Azerbaijani that many still type in Cyrillic: by its letters, else by which of them knows the word. */
function cyrillicStem(word: string): Stem {
  const latin = azerbaijaniLatin(word);
  if (isUncut(word)) return stemFrom(isRussianWord(word) ? word : latin);
  if (hasAzerbaijaniCyrillic(word)) return azerbaijaniStem(latin) ?? stemFrom(latin);
  const russian = russianStem(word);
  russianSkeletons ??= new Set(RUSSIAN_WORDS.map((listed) => russianStem(listed).skeleton));
  return russianSkeletons.has(russian.skeleton) ? russian : (knownAzerbaijaniStem(latin) ?? russian);
}

function stemFrom(letters: string): Stem {
  return { skeleton: foldText(letters), letters };
}

/**
 * Azerbaijani endings as they are typed, ə also as e or a, ı i u ü also as y: plural, possessive, case, "with".
 * Longest first, so that `xalçalarının` is cut at `-larının`.
 */
const A = "[aeə]";
const I = "[ıiuüy]";
const PLURAL = new RegExp(`^(.+)l${A}r(?:${I}m?${I}?z?)?(?:n?${I}n?|n?d${A}n?|n?${A})?$`);
const KNOWN_ENDINGS = [
  `s${I}n(?:${I}n?|d${A}n?|${A})`,
  `${I}n(?:${I}n?|d${A}n?|${A})`,
  `n${I}n`,
  `d${A}k${I}`,
  `d${A}n`,
  `d${A}`,
  `s${I}`,
  `${I}n`,
  `n${I}`,
  `[yn]${A}`,
  `l${I}`,
  `l${A}`,
  I,
  A,
].map((ending) => new RegExp(`^(.{2,}?)${ending}$`));

function latinStem(word: string): Stem | undefined {
  return (isEnglishWord(word.replaceAll("ı", "i")) ? undefined : azerbaijaniStem(word)) ?? englishStem(word);
}

function azerbaijaniStem(word: string): Stem | undefined {
  const known = knownAzerbaijaniStem(word);
  if (known !== undefined) return known;
  const plural = PLURAL.exec(word)?.[1];
  if (plural !== undefined && plural.length >= SHORTEST_STEM && inHarmony(plural, word.slice(plural.length))) {
    return stemFrom(plural);
  }
  const source = /^(.{4,})d[aeə]n$/.exec(word)?.[1];
  return source !== undefined && inHarmony(source, word.slice(source.length)) ? stemFrom(source) : undefined;
}

function knownAzerbaijaniStem(word: string): Stem | undefined {
  for (const ending of [PLURAL, ...KNOWN_ENDINGS]) {
    const stem = ending.exec(word)?.[1];
    const base = stem === undefined ? undefined : knownForm(stem);
    if (base !== undefined) return base;
  }
  return undefined;
}

/** The known word that a stem is, also when its last k has become y before a vowel (`ipək`, `ipəyi`). */
function knownForm(stem: string): Stem | undefined {
  const forms = stem.endsWith("y") ? [stem, `${stem.slice(0, -1)}k`] : [stem];
  return forms.map(stemFrom).find(({ skeleton }) => isKnownWord(skeleton));
}

/** Azerbaijani vowel harmony: a front ending follows a front vowel, a back one a back vowel; i and y may be either. */
function inHarmony(stem: string, ending: string): boolean {
  const last = stem.match(/[aeəıioöuüy]/g)?.at(-1);
  const isFrontEnding = /[eə]/.test(ending);
  return last !== undefined && (isFrontEnding ? "eəiöü" : "aıouyi").includes(last);
}

const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  ...{ women: "woman", men: "man", children: "child", feet: "foot", teeth: "tooth", geese: "goose", mice: "mouse" },
};

/** Their ends are no endings. */
const NOT_CUT = new Set([
  "earring",
  "clothing",
  "wedding",
  "bedding",
  "ceiling",
  "building",
  "evening",
  "morning",
  "hundred",
]);

/** English: plural, -ing and -ed. */
function englishStem(given: string): Stem | undefined {
  // Capitals have been lowered by the Azerbaijani rule, which makes ı of I.
  const word = given.replaceAll("ı", "i");
  const plain = word.replace(/['’ʼ]s?$/, "");
  const singular =
    IRREGULAR_PLURALS[plain] ??
    replaced(plain, /^(.{2,})ies$/, "$1y") ??
    replaced(plain, /^(.*(?:scar|shel|lea|hal|loa|wol|cal))ves$/, "$1f") ??
    replaced(plain, /^(.*(?:kni|li|wi))ves$/, "$1fe") ??
    replaced(plain, /^(.{2,}(?:ss|x|ch|sh))es$/, "$1") ??
    replaced(plain, /^(.{2,}[^suiə])s$/, "$1");
  const base = singular ?? plain;
  const known = singular === undefined && plain.endsWith("s") ? stemFrom(plain.slice(0, -1)) : undefined;
  if (known && isKnownWord(known.skeleton)) return known;
  const cut = NOT_CUT.has(base) ? undefined : /^(.{4,})(?:ing|ed)$/.exec(base)?.[1];
  // The silent e comes back where the word is known with it: framed, frame.
  const stem = cut === undefined ? base : isEnglishWord(`${cut}e`) ? `${cut}e` : cut;
  return stem === word ? undefined : stemFrom(stem);
}

function replaced(word: string, pattern: RegExp, by: string): string | undefined {
  return pattern.test(word) ? word.replace(pattern, by) : undefined;
}

const ADJECTIVE = /(?:ыми|ими|ого|его|ому|ему|ый|ий|ая|яя|ое|ее|ые|ие|ым|им|ую|юю|ых|их)$/;
/** Endings that nouns have as well: only what ends like an adjective before them is one (медной, but картиной). */
const EITHER = /(?:ой|ом|ем|ей|ою|ею)$/;
const LIKE_ADJECTIVE = /(?:[бвгджзйклмпрстфхцчшщь]н|нн|ян|[жш]ан|ов|ев|ск)$/;
const NOUN =
  /(?:иями|ями|ами|иях|иям|ием|ией|ях|ах|ов|ев|ей|ам|ям|ом|ем|ой|ою|ею|ия|ии|ию|ие|ье|ья|ью|а|я|о|е|и|ы|у|ю|ь|й)$/;
/** Endings that make an adjective of a noun: медь, медный; шёлк, шёлковый; серебро, серебряный; музыка, музыкальный. */
const OF_NOUN = /(?:янн?|анн?|(?<=.{4})альн|ионн|ов|ев|н)$/;
/** What is done: украшение, плетением, вязания. Its last н belongs to it. */
const OF_DEED = /^(.{2,}[аяе]н)(?:и[еяюий]|ием|иям|иями|иях)$/;

/** Russian: case and number; adjectives made of nouns meet their noun; чашек meets чашка, ковёр meets ковры. */
function russianStem(word: string): Stem {
  const plain = word.replaceAll("ё", "е");
  const asName = nameOfPlace(plain);
  if (asName !== undefined) return asName;
  const deed = OF_DEED.exec(plain)?.[1];
  if (deed !== undefined) return stemFrom(deed);
  const stem = (nounOfAdjective(plain) ?? cutTo(plain, NOUN) ?? plain).replace(/ь$/, "");
  return isKnownWord(foldText(stem)) ? stemFrom(stem) : stemFrom(withoutFleetingVowel(stem));
}

/** The noun's stem in an adjective; a к before н has become ч there (войлок, войлочный). */
function nounOfAdjective(word: string): string | undefined {
  const either = cutTo(word, EITHER);
  const stem = cutTo(word, ADJECTIVE) ?? (either !== undefined && LIKE_ADJECTIVE.test(either) ? either : undefined);
  if (stem === undefined) return undefined;
  const noun = cutTo(stem, OF_NOUN);
  return noun === undefined ? stem : stem.endsWith("чн") ? noun.replace(/ч$/, "к") : noun;
}

function cutTo(word: string, ending: RegExp): string | undefined {
  const stem = word.replace(ending, "");
  return stem === word || stem.length < SHORTEST_STEM ? undefined : stem;
}

function withoutFleetingVowel(stem: string): string {
  return stem.length > 3 ? stem.replace(/([бвгджзклмнпрстфхцчшщ])[ео]([кнлрц])$/, "$1$2") : stem;
}

/** The Azerbaijani word or place that a Russian form is of: в Гяндже, из Лагича, шекинский. */
function nameOfPlace(word: string): Stem | undefined {
  const stems = [
    word.replace(/(?:инск|ск)(?:ий|ая|ое|ие|ого|ой|ому|ую|им|ом|их|ими)$/, ""),
    word.replace(/(?:ами|ах|ам|ов|ом|ой|ей|ем|а|я|е|и|ы|у|ю)$/, ""),
  ];
  for (const stem of stems) {
    if (stem === word || stem.length < SHORTEST_STEM) continue;
    const name = ["", "и", "а", "у"]
      .map((ending) => stemFrom(stem + ending))
      .find(({ skeleton }) => isKnownWord(skeleton));
    if (name !== undefined) return name;
  }
  return undefined;
}
