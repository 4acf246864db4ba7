import { numberInWords, type NumberLanguage } from "./number-words";
import { plainWord } from "./plain-word";

/** A word of the text; a number told in words is one of them, however many it has. */
export type Token = {
  written: string;
  /** As patterns see it: `plainWord` without the signs around; a number in words as digits; nothing of what is quoted. */
  plain: string;
  /** It is written together with the one before: the number of "€30", the sign of "30€". */
  isGlued: boolean;
  /** A comma or the like stands behind it. */
  endsPart: boolean;
  /** The language of a number told in words. */
  numberIn?: NumberLanguage;
};

/** What a pattern fits in the words. */
export type Found = { from: number; count: number; groups: Readonly<Record<string, string | undefined>> };

const QUOTED = /«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"]*"/g;
const SIGNS_AROUND = /^[([{'"‘“«„*•]+|[)\]}'"’”»,;:.!?…*]+$/gu;
const SEPARATOR = /^[-–—,;:|/·•]+$/;

/** A number with a sign or a short word on it, which are words of their own. */
const GLUED: readonly RegExp[] = [
  /^([([]*[€$£₼₽₺₸₾])(\d.*)$/u,
  /^([([]*\d[\d.,–-]*)((?:[x×х]|[€$£₼₽₺₸₾]|pcs?|шт|ədəd|eur|usd|gbp|azn|manat|avro|евро|руб)(?:-\p{L}{1,4})?[.,;:!?)\]]*)$/iu,
  /^([([]*[x×х])(\d{1,7}[.,;:!?)\]]*)$/iu,
  /^([([]*[\p{L}-]{3,}[:=])(\d{1,7}[.,;:!?)\]]*)$/u,
];

/** What only Azerbaijani has, or words that only "on" as ten goes with: "on ədəd", "on gün". */
const AZERBAIJANI = /[əğışƏĞİŞ]/;
const AFTER_TEN = /^(?:eded|dene|gun|gune|hefte|hefteye|ay|aya|bir|iki|uc|dord|bes|alti|yeddi|sekkiz|doqquz|dujun)$/;

/** The words of a text as patterns look at them. */
export function tokensOf(text: string): Token[] {
  return withNumbers(withThousands(wordsOf(text)));
}

function wordsOf(text: string): Token[] {
  const quoted = [...text.matchAll(QUOTED)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  const found: Token[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    const [written] = match;
    const last = found.at(-1);
    if (SEPARATOR.test(written)) {
      if (last) found[found.length - 1] = { ...last, written: `${last.written} ${written}`, endsPart: true };
      continue;
    }
    if (last && /^[([]/.test(written)) last.endsPart = true;
    const isQuoted = quoted.some(({ from, to }) => match.index < to && match.index + written.length > from);
    const pieces = isQuoted ? [written] : piecesOf(written);
    found.push(...pieces.map((piece, index) => tokenOf(piece, isQuoted, index > 0)));
  }
  return found;
}

function piecesOf(written: string): string[] {
  for (const pattern of GLUED) {
    const match = pattern.exec(written);
    if (match) return [match[1] ?? "", match[2] ?? ""];
  }
  return [written];
}

function tokenOf(written: string, isQuoted: boolean, isGlued: boolean): Token {
  const plain = plainWord(written.replaceAll(SIGNS_AROUND, ""));
  const isSentence = /\p{L}{4,}[.]$/u.test(written);
  const endsPart = isSentence || /[,;:!?)\]|]$/.test(written);
  return { written, plain: isQuoted || plain === "" ? "«»" : plain, isGlued, endsPart };
}

/** "1,000", "1.000" and "1 000" are one number. */
function withThousands(tokens: readonly Token[]): Token[] {
  const found: Token[] = [];
  for (const written of tokens) {
    const isGrouped = /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(written.plain);
    const token = isGrouped ? { ...written, plain: written.plain.replaceAll(/[.,]/g, "") } : written;
    const last = found.at(-1);
    if (/^\d00$/.test(token.plain) && last && /^[1-9]\d{0,2}$/.test(last.plain) && !last.endsPart && !token.isGlued) {
      found[found.length - 1] = { ...joined([last, token]), plain: last.plain + token.plain };
    } else {
      found.push(token);
    }
  }
  return found;
}

function withNumbers(tokens: readonly Token[]): Token[] {
  const isAzerbaijani = tokens.some(({ written }) => AZERBAIJANI.test(written));
  const found: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const number = numberAt(tokens, at);
    const isPreposition = tokens[at]?.plain === "on" && !isAzerbaijani && !AFTER_TEN.test(tokens[at + 1]?.plain ?? "");
    const taken = number && !isPreposition ? number.words : 1;
    const token = joined(tokens.slice(at, at + taken));
    found.push(number && !isPreposition ? { ...token, plain: number.value, numberIn: number.language } : token);
    at += taken;
  }
  return found;
}

type NumberAt = { value: string; language: NumberLanguage; words: number };

/** A number in words may have hyphens ("twenty-five"), or mean one of two ("iki-üç"). */
function numberAt(tokens: readonly Token[], at: number): NumberAt | undefined {
  const written = tokens[at]?.plain ?? "";
  if (written.includes("-")) {
    const parts = written.split("-");
    const whole = numberInWords(parts);
    if (!whole) return undefined;
    if (whole.words === parts.length) return { ...whole, value: String(whole.value), words: 1 };
    const rest = numberInWords(parts.slice(whole.words));
    const isRange = rest?.language === whole.language && whole.words + rest.words === parts.length;
    return isRange ? { value: `${whole.value}-${rest.value}`, language: whole.language, words: 1 } : undefined;
  }
  const end = tokens.findIndex(({ endsPart }, index) => index >= at && endsPart);
  const words = tokens.slice(at, end === -1 ? undefined : end + 1).map(({ plain }) => plain);
  const number = numberInWords(words);
  if (!number) return undefined;
  // "a dozen of cups" says no more than "a dozen cups".
  const isDozenOf = number.language === "en" && number.value % 12 === 0 && words[number.words - 1] === "dozen";
  const linked = isDozenOf && words[number.words] === "of" ? 1 : 0;
  return { value: String(number.value), language: number.language, words: number.words + linked };
}

function joined(tokens: readonly Token[]): Token {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (!first || !last) return { written: "", plain: "«»", isGlued: false, endsPart: false };
  return { ...first, written: writtenText(tokens), endsPart: last.endsPart };
}

export function writtenText(tokens: readonly Token[]): string {
  return tokens.map(({ written, isGlued }, index) => (isGlued || index === 0 ? written : ` ${written}`)).join("");
}

/** The words as one line for patterns: a space between words, " ," behind what ends a part. */
export function lineOf(tokens: readonly Token[]): string {
  return tokens.map(({ plain, endsPart }) => (endsPart ? `${plain} ,` : plain)).join(" ");
}

/** A pattern of whole words for `lineOf`. */
export function wholeWords(source: string): RegExp {
  return new RegExp(`(?<=^| )(?:${source})(?= |$)`, "gu");
}

/** Every place in the words that a pattern of `wholeWords` fits. */
export function findAll(tokens: readonly Token[], pattern: RegExp): Found[] {
  const starts: number[] = [];
  let length = 0;
  for (const { plain, endsPart } of tokens) {
    starts.push(length);
    length += plain.length + (endsPart ? 3 : 1);
  }
  return [...lineOf(tokens).matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    const from = starts.findIndex((start) => start >= match.index);
    return { from, count: starts.filter((start) => start < end).length - from, groups: match.groups ?? {} };
  });
}

/** Whether there is a number at all: what needs one is looked for only then. */
export function hasNumber(tokens: readonly Token[]): boolean {
  return tokens.some(({ plain }) => /\d/.test(plain));
}

/** The words without some of them; a part that they ended ends before them. */
export function without(tokens: readonly Token[], { from, count }: Pick<Found, "from" | "count">): Token[] {
  const endsPart = tokens[from + count - 1]?.endsPart === true;
  const before = tokens.slice(0, from);
  const last = before.at(-1);
  if (last && endsPart) before[before.length - 1] = { ...last, endsPart };
  return [...before, ...tokens.slice(from + count)];
}
