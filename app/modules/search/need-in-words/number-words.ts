import { plainWord } from "./plain-word";

export type NumberLanguage = "az" | "en" | "ru";
export type NumberInWords = { value: number; language: NumberLanguage; words: number };

type NumberWord = {
  value: number;
  language: NumberLanguage;
  /** "hundred", "dozen": what stands before is counted in them. */
  multiplies: boolean;
};

/** Values 1 to 19 in their order; then tens from 20 on. */
const COUNTED: readonly { language: NumberLanguage; ones: string; tens: string }[] = [
  {
    language: "en",
    ones:
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
      "eighteen nineteen",
    tens: "twenty thirty forty fifty sixty seventy eighty ninety",
  },
  // Azerbaijani builds 11 to 19 of ten and one.
  {
    language: "az",
    ones: "bir iki üç dörd beş altı yeddi səkkiz doqquz on",
    tens: "iyirmi otuz qırx əlli altmış yetmiş səksən doxsan",
  },
  {
    language: "ru",
    ones:
      "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать " +
      "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать",
    tens: "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
  },
  {
    language: "ru",
    ones:
      "одного двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати четырнадцати " +
      "пятнадцати шестнадцати семнадцати восемнадцати девятнадцати",
    tens: "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
  },
];

const OTHERS: Readonly<Record<NumberLanguage, string>> = {
  az: "",
  en: "fourty=40 ninty=90",
  ru: "одна=1 одну=1 одной=1 две=2 сто=100 ста=100 двести=200 двухсот=200 триста=300 трёхсот=300 четыреста=400 пятьсот=500",
};

const MULTIPLIERS: Readonly<Record<NumberLanguage, string>> = {
  az: "düjün=12 yüz=100 min=1000",
  en: "dozen=12 hundred=100 thousand=1000",
  ru:
    "десяток=10 десятка=10 десятков=10 дюжина=12 дюжину=12 дюжины=12 дюжин=12 сотня=100 сотню=100 сотни=100 сотен=100 " +
    "тысяча=1000 тысячу=1000 тысячи=1000 тысяч=1000",
};

/** Halves are named whole. */
const HALVES: readonly [phrase: string, language: NumberLanguage][] = [
  ["half a dozen", "en"],
  ["half dozen", "en"],
  ["yarım düjün", "az"],
  ["полдюжины", "ru"],
];

const numberWords = gather();

function gather(): ReadonlyMap<string, NumberWord> {
  const found = new Map<string, NumberWord>();
  const add = (word: string, value: number, language: NumberLanguage, multiplies = false) =>
    found.set(plainWord(word), { value, language, multiplies });
  for (const { language, ones, tens } of COUNTED) {
    for (const [index, word] of ones.split(" ").entries()) add(word, index + 1, language);
    for (const [index, word] of tens.split(" ").entries()) add(word, 10 * (index + 2), language);
  }
  for (const language of ["az", "en", "ru"] as const) {
    for (const [word, value] of valuesIn(OTHERS[language])) add(word, value, language);
    for (const [word, value] of valuesIn(MULTIPLIERS[language])) add(word, value, language, true);
  }
  return found;
}

function valuesIn(list: string): [word: string, value: number][] {
  return list
    .split(" ")
    .filter((entry) => entry !== "")
    .map((entry) => [entry.slice(0, entry.indexOf("=")), Number(entry.slice(entry.indexOf("=") + 1))]);
}

/**
 * The number that plain words begin with: `forty`, `two dozen`, `iyirmi beş`, `сто двадцать`, `a hundred and fifty`.
 * Who counts in thousands says no more: of "two thousand five hundred" only the first two words are one number.
 */
export function numberInWords(words: readonly string[]): NumberInWords | undefined {
  const half = HALVES.find(([phrase]) => startsWith(words, plainWord(phrase).split(" ")));
  if (half) return { value: 6, language: half[1], words: half[0].split(" ").length };
  const isArticle = words[0] === "a" && numberWords.get(words[1] ?? "")?.multiplies === true;
  let at = isArticle ? 1 : 0;
  const first = numberWords.get(words[at] ?? "");
  // "min" alone is rather a minute or the least.
  if (!first || (first.value === 1000 && first.language === "az")) return undefined;
  let value = 0;
  for (;;) {
    const isLinked = words[at] === "and" && first.language === "en" && value >= 100;
    const word = numberWords.get(words[at + (isLinked ? 1 : 0)] ?? "");
    const next = word?.language === first.language ? sumOf(value, word) : undefined;
    if (next === undefined || !word) break;
    value = next;
    at += isLinked ? 2 : 1;
    if (word.multiplies && word.value !== 100) break;
  }
  return { value, language: first.language, words: at };
}

/** A number with one more word, when the two go together. */
function sumOf(value: number, word: NumberWord): number | undefined {
  if (word.multiplies) {
    if (value === 0) return word.value;
    const mayMultiply = word.value === 1000 ? value < 1000 : value < 10;
    return mayMultiply ? value * word.value : undefined;
  }
  if (word.value >= 100) return value === 0 ? word.value : undefined;
  if (word.value >= 10) return value % 100 === 0 ? value + word.value : undefined;
  const tens = value % 100;
  const mayAdd = tens === 0 || tens >= 20 || (tens === 10 && word.language === "az");
  return mayAdd && value % 10 === 0 ? value + word.value : undefined;
}

function startsWith(words: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((word, index) => words[index] === word);
}
