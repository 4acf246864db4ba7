import { foldText, lowerCase } from "./folding";
import { isKnownWord } from "./known-words";

/**
 * Light stemming: the endings of plural and case that readers type differently from sellers. The language of a word is
 * guessed from its letters alone, so that index and query always agree. An ending that words of another language also
 * have is cut only when a known word remains (`known-words.ts`).
 */
const SHORTEST_STEM = 3;

/** Words that say nothing about what is looked for, as they are written; a query of nothing else keeps them. */
const EMPTY_WORDS = new Set(
  [
    ...["və", "ve", "ilə", "ile", "üçün", "ucun", "bir", "bu", "ki", "olan", "həm", "da", "də"],
    ...["a", "an", "the", "and", "or", "for", "of", "with", "in", "on", "to", "from", "by", "at", "is", "as"],
    ...["и", "в", "во", "на", "с", "со", "из", "для", "от", "по", "к", "у", "о", "об", "или", "под", "не", "это"],
  ].map(lowerCase),
);

const WORD = /[\p{L}\p{M}\p{N}'’ʼ]+/gu;

/**
 * The words of a text as they are indexed and searched for: without empty words, cut to stems, folded.
 * A word with a hyphen or a dash counts as several.
 */
export function searchTerms(text: string): string[] {
  const words = lowerCase(text).match(WORD) ?? [];
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return (telling.length > 0 ? telling : words).map(stemWord).filter((term) => term !== "");
}

/** Stems that this process has found; a catalogue has few words and says them often. */
const found = new Map<string, string>();
const MOST_KEPT = 50_000;

/** The folded stem of one lower-case word. */
export function stemWord(word: string): string {
  const kept = found.get(word);
  if (kept !== undefined) return kept;
  if (found.size >= MOST_KEPT) found.clear();
  const stem = stemOf(word);
  found.set(word, stem);
  return stem;
}

function stemOf(word: string): string {
  const folded = foldText(word);
  if (/\d/.test(word) || word.length <= SHORTEST_STEM || isKnownWord(folded)) return folded;
  return /[\u0400-\u04FF]/.test(word) ? russianStem(word) : latinStem(word, folded);
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
  I,
  A,
].map((ending) => new RegExp(`^(.{2,}?)${ending}$`));

function latinStem(word: string, folded: string): string {
  return azerbaijaniStem(word) ?? englishStem(word) ?? folded;
}

function azerbaijaniStem(word: string): string | undefined {
  const plural = PLURAL.exec(word)?.[1];
  if (plural !== undefined) {
    const base = knownForm(plural);
    if (base !== undefined) return base;
    if (plural.length >= SHORTEST_STEM && inHarmony(plural, word.slice(plural.length))) return foldText(plural);
  }
  for (const ending of KNOWN_ENDINGS) {
    const stem = ending.exec(word)?.[1];
    const base = stem === undefined ? undefined : knownForm(stem);
    if (base !== undefined) return base;
  }
  const source = /^(.{4,})d[aeə]n$/.exec(word)?.[1];
  return source !== undefined && inHarmony(source, word.slice(source.length)) ? foldText(source) : undefined;
}

/** The known word that a stem is, also when its last k has become y before a vowel (`ipək`, `ipəyi`). */
function knownForm(stem: string): string | undefined {
  const folded = foldText(stem);
  if (isKnownWord(folded)) return folded;
  const hardened = stem.endsWith("y") ? foldText(`${stem.slice(0, -1)}k`) : "";
  return hardened !== "" && isKnownWord(hardened) ? hardened : undefined;
}

/** Azerbaijani vowel harmony: a front ending follows a front vowel, a back one a back vowel; i and y may be either. */
function inHarmony(stem: string, ending: string): boolean {
  const last = stem.match(/[aeəıioöuüy]/g)?.at(-1);
  const isFrontEnding = /[eə]/.test(ending);
  return last !== undefined && (isFrontEnding ? "eəiöü" : "aıouyi").includes(last);
}

/** English: plural, -ing and -ed. */
function englishStem(word: string): string | undefined {
  const plain = word.replace(/['’ʼ]s?$/, "");
  const singular =
    replaced(plain, /^(.{2,})ies$/, "$1y") ??
    replaced(plain, /^(.{3,})ves$/, "$1f") ??
    replaced(plain, /^(.{2,}(?:s|x|z|ch|sh))es$/, "$1") ??
    replaced(plain, /^(.{2,}[^suiə])s$/, "$1");
  const base = singular ?? plain;
  const known = singular === undefined && plain.endsWith("s") ? foldText(plain.slice(0, -1)) : "";
  if (isKnownWord(known)) return known;
  const cut = replaced(base, /^(.{4,})ing$/, "$1") ?? replaced(base, /^(.{4,})ed$/, "$1") ?? singular;
  return cut === undefined ? undefined : foldText(cut);
}

function replaced(word: string, pattern: RegExp, by: string): string | undefined {
  return pattern.test(word) ? word.replace(pattern, by) : undefined;
}

const ADJECTIVE = /(?:ыми|ими|ого|его|ому|ему|ый|ий|ой|ая|яя|ое|ее|ые|ие|ым|им|ом|ем|ую|юю|ых|их|ей|ою|ею)$/;
const NOUN =
  /(?:иями|ями|ами|иях|иям|ием|ией|ях|ах|ов|ев|ей|ам|ям|ом|ем|ой|ою|ею|ия|ии|ию|ие|ье|ья|ью|а|я|о|е|и|ы|у|ю|ь|й)$/;
/** Endings that make an adjective of a noun: медь, медный; шёлк, шёлковый; серебро, серебряный. */
const OF_NOUN = /(?:янн?|анн?|ов|ев|ичн|н)$/;

/** Russian: case and number; adjectives made of nouns meet their noun; чашек meets чашка, ковёр meets ковры. */
function russianStem(word: string): string {
  const plain = word.replaceAll("ё", "е");
  const asName = nameOfPlace(plain);
  if (asName !== undefined) return asName;
  const withoutCase = cutTo(plain, ADJECTIVE);
  const stem = withoutCase === undefined ? (cutTo(plain, NOUN) ?? plain) : (cutTo(withoutCase, OF_NOUN) ?? withoutCase);
  return foldText(withoutFleetingVowel(stem.replace(/ь$/, "")));
}

function cutTo(word: string, ending: RegExp): string | undefined {
  const stem = word.replace(ending, "");
  return stem === word || stem.length < SHORTEST_STEM ? undefined : stem;
}

function withoutFleetingVowel(stem: string): string {
  return stem.length > 3 ? stem.replace(/([бвгджзклмнпрстфхцчшщ])[ео]([кнлрц])$/, "$1$2") : stem;
}

/** The Azerbaijani word or place that a Russian form is of: в Гяндже, из Лагича, шекинский. */
function nameOfPlace(word: string): string | undefined {
  const stems = [
    word.replace(/(?:инск|ск)(?:ий|ая|ое|ие|ого|ой|ому|ую|им|ом|их|ими)$/, ""),
    word.replace(/(?:ами|ах|ам|ов|ом|ой|ей|ем|а|я|е|и|ы|у|ю)$/, ""),
  ];
  for (const stem of stems) {
    if (stem === word || stem.length < SHORTEST_STEM) continue;
    const name = ["", "и", "а", "у"].map((ending) => foldText(stem + ending)).find(isKnownWord);
    if (name !== undefined) return name;
  }
  return undefined;
}
