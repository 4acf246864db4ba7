import { fromDecimal, toDecimal } from "~/platform/money";
import { oneOf, oneOfWords, wordSet } from "./plain-word";
import { findAll, hasNumber, wholeWords, type Found, type Token } from "./tokens";

/** Limits of the price of one piece. */
export type PriceLimits = {
  /** ISO 4217, one that readers may choose. */
  currency: string;
  /** Decimal text in whole units of the currency, "30" or "29.50". */
  min?: string;
  max?: string;
};

/** Names of the currencies that readers may choose. Left out is what means several: "try", "gel", ¥. */
const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  EUR: "€ eur euro euros евро avro",
  USD: "$ usd dollar dollars доллар доллара долларов",
  GBP: "£ gbp pound pounds quid фунт фунта фунтов funt",
  AZN: "₼ azn manat manats манат маната манатов",
  TRY: "₺ tl lira liras лир лиры lirə",
  RUB: "₽ rub rubles roubles ruble rouble руб рубль рубля рублей rubl",
  KZT: "₸ kzt tenge тенге",
  GEL: "₾ lari лари",
  AED: "aed dirham dirhams дирхам дирхама дирхамов dirhəm",
  CNY: "cny yuan юаней юаня yuan",
  JPY: "jpy yen иен иены",
};

const currencyOf: ReadonlyMap<string, string> = new Map(
  Object.entries(CURRENCY_NAMES).flatMap(([currency, names]) =>
    [...wordSet(names)].map((name): [string, string] => [name, currency]),
  ),
);

export function isCurrency(word: string): boolean {
  return currencyOf.has(word);
}

const escaped = (names: Iterable<string>) => [...names].map((name) => name.replace("$", String.raw`\$`)).join("|");
const CURRENCY = `(?:${escaped([...currencyOf.keys()].toSorted((a, b) => b.length - a.length))})`;
const AMOUNT = String.raw`\d+(?:[.,]\d{1,2})?`;
const MONEY = `(?:(?<before>${CURRENCY}) (?<first>${AMOUNT})|(?<last>${AMOUNT}) (?<after>${CURRENCY}))`;
/** Azerbaijani case on a currency: avroya, manata, AZN-ə; avrodan. */
const TO = "-?(?:ya|ye|a|e|na|ne)";
const FROM = "-?(?:dan|den)";

const AT = `(?:${oneOf("priced|priced at|price|costing|each|for|цена|ценой|по цене|стоимостью|стоимость|qiyməti|qiymət")} )?`;
const EACH = `(?: ${oneOf(
  "each|per piece|per unit|per item|a piece|apiece|or less|max|за штуку|за шт|штука|каждая|каждый|каждое|ədədi|bir ədədi|hər biri",
)})*`;
const AT_MOST = oneOf(
  "under|below|up to|upto|max|maximum|at most|less than|no more than|not more than|not over|cheaper than|" +
    "до|не дороже|дешевле|не более|не больше|максимум|меньше|менее|ниже|maksimum|ən çoxu",
);
const AT_LEAST = oneOf(
  "over|above|more than|at least|from|starting from|min|minimum|dearer than|more expensive than|" +
    "от|дороже|свыше|выше|более|больше|не менее|не дешевле|минимум|ən azı",
);

type Limits = { min?: boolean; max?: boolean };

const PATTERNS: readonly { pattern: RegExp; limits: Limits }[] = [
  {
    pattern: wholeWords(
      `${AT}(?:${oneOfWords("between from от")} )?(?:(?<before>${CURRENCY}) )?` +
        `(?<first>${AMOUNT})(?: ${oneOfWords("and to до и")} |[-–])(?:${CURRENCY} )?(?<last>${AMOUNT})(?: (?<after>${CURRENCY}))?${EACH}`,
    ),
    limits: { min: true, max: true },
  },
  { pattern: wholeWords(`${AT}${AT_MOST} ${MONEY}${EACH}`), limits: { max: true } },
  { pattern: wholeWords(`${AT}${MONEY} ${oneOfWords("max maximum maksimum максимум")}${EACH}`), limits: { max: true } },
  { pattern: wholeWords(`${AT}${AT_LEAST} ${MONEY}${EACH}`), limits: { min: true } },
  {
    pattern: wholeWords(
      `${AT}(?<last>${AMOUNT}) (?<after>${CURRENCY})` +
        `(?:${TO} ${oneOfWords("qədər kimi")}|-?[yn]?[ae]?dek|${FROM} ${oneOf("ucuz|az|aşağı|çox olmayan|baha olmayan")})${EACH}`,
    ),
    limits: { max: true },
  },
  {
    pattern: wholeWords(
      `${AT}(?<last>${AMOUNT}) (?<after>${CURRENCY})${FROM} ${oneOf("baha|bahalı|çox|yuxarı|artıq")}${EACH}`,
    ),
    limits: { min: true },
  },
];

/** A sum for everything is no limit for one. */
const WHOLE_SUM = /^(?:budgets?|total|altogether|бюджет\p{L}*|итого|всего|сумм\p{L}*|budce\p{L}*|cemi|umumi)$/u;

/** How dear or cheap one piece should be, with its currency: "under €30", "от 20 до 30 евро", "30 manata qədər". */
export function findPrice(tokens: readonly Token[]): (Found & { value: PriceLimits }) | undefined {
  if (!hasNumber(tokens) || tokens.some(({ plain }) => WHOLE_SUM.test(plain))) return undefined;
  for (const { pattern, limits } of PATTERNS) {
    for (const found of findAll(tokens, pattern)) {
      const value = limitsOf(found.groups, limits);
      if (value) return { ...found, value };
    }
  }
  return undefined;
}

function limitsOf({ before, first, last, after }: Found["groups"], limits: Limits): PriceLimits | undefined {
  const currency = currencyOf.get(before ?? after ?? "");
  if (currency === undefined) return undefined;
  const low = amountOf(limits.max ? first : (first ?? last), currency);
  const high = amountOf(last ?? first, currency);
  if ((limits.min && low === undefined) || (limits.max && high === undefined)) return undefined;
  if (limits.min && limits.max && Number(low) >= Number(high)) return undefined;
  return { currency, ...(limits.min ? { min: low } : {}), ...(limits.max ? { max: high } : {}) };
}

/** An amount as the address writes it: 30 for "30.00". */
function amountOf(text: string | undefined, currency: string): string | undefined {
  const amount = fromDecimal(text ?? "", currency);
  return amount && amount.amountMinor > 0n ? toDecimal(amount).replace(/\.00$/, "") : undefined;
}
