import { m } from "~/paraglide/messages.js";
import { dateFormat, displayName, percentOf } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { isUuid } from "~/platform/uuid";
import { labelOf } from "~/ui/workspace/parts/field-labels";
import { REPORT_VERDICTS, reasonWords } from "../reason-words";
import { KIND_NAMES } from "./kind-names";
import { VALUE_NAMES } from "./value-names";
import { wordFor } from "./word-for";

export type Saying = {
  /** In which language values are said. */
  lang: Locale;
  /** What the ids among them are called. */
  names: ReadonlyMap<string, string>;
  /** What the codes of places, categories and the like are called. */
  codes?: ReadonlyMap<string, string>;
  /** What the entry is about. */
  about?: string;
  /** Of its amounts. */
  currency?: string;
};

export const NOTHING = "–";

/** A recorded value in plain words; what is no code, no time and no id stays as it was recorded. */
export function sayValue(field: string, value: unknown, saying: Saying): string {
  if (value === undefined || value === null || value === "") return NOTHING;
  if (typeof value === "boolean") return sayBoolean(value);
  const counted = sayCounted(field, value, saying);
  if (counted !== undefined) return counted;
  if (typeof value === "string") return sayText(field, value, saying);
  if (Array.isArray(value)) return sayList(field, value, saying);
  if (typeof value === "object") return sayRow(value, saying);
  // Code counts places from nought, people from one.
  return field === "position" && typeof value === "number" ? String(value + 1) : JSON.stringify(value);
}

/** Amounts are recorded in minor units as text, shares in hundredths of a per cent. */
function sayCounted(field: string, value: unknown, { lang, currency }: Saying): string | undefined {
  if (field.endsWith("BasisPoints") && typeof value === "number") return percentOf(value, lang);
  if (!field.endsWith("Minor") || typeof value !== "string" || currency === undefined || !/^-?\d+$/.test(value)) {
    return undefined;
  }
  return formatMoney({ amountMinor: BigInt(value), currency }, lang);
}

const sayBoolean = (value: boolean) => (value ? m["catalog.yes"]() : m["reviews.audit.value.no"]());

export function sayMoment(lang: Locale, instant: Date): string {
  return dateFormat(lang, { dateStyle: "medium", timeStyle: "medium", timeZone: "Asia/Baku" }).format(instant);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const KIND_AND_ID = /^([a-z_-]+) (\S+)$/;
const PRICE_AND_PIECES = /^(\d*) \/ (\d*)$/;
/** Fields whose values are ids of the reference tables: a name of a shop may be the same word. */
const CODED_FIELDS: ReadonlySet<string> = new Set([
  "placeId",
  "categoryId",
  "categoryIds",
  "techniqueId",
  "materialIds",
]);
const COUNTRY_FIELDS: ReadonlySet<string> = new Set(["countries", "country", "destination", "companyCountry"]);

function sayText(field: string, text: string, saying: Saying): string {
  const { lang, names } = saying;
  const known =
    names.get(text) ??
    (CODED_FIELDS.has(field) ? saying.codes?.get(text) : undefined) ??
    // A report that is upheld is not a listing that is approved.
    (field === "decision" && saying.about === "reports" ? wordFor(REPORT_VERDICTS, text) : undefined) ??
    wordFor(VALUE_NAMES[field] ?? {}, text);
  if (known !== undefined) return known;
  if (INSTANT.test(text)) return sayMoment(lang, new Date(text));
  // A calendar day is the same day wherever it is read.
  if (DAY.test(text)) return dateFormat(lang, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(text));
  if (COUNTRY_FIELDS.has(field) && /^[A-Z]{2}$/.test(text)) return displayName("region", text, lang);
  if (field === "reasons") return sayReason(text);
  if (field === "owner") return sayOwner(text, saying);
  // A box that is ticked.
  if (/^(?:is|has)[A-Z]/.test(field) && text === "on") return sayBoolean(true);
  return isUuid(field) ? sayStock(text, saying) : text;
}

/** The table of prices and stock keeps `12500 / 3` by the id of a listing: minor units of AZN and pieces. */
function sayStock(text: string, { lang }: Saying): string {
  const [, amount, pieces] = PRICE_AND_PIECES.exec(text) ?? [];
  if (amount === undefined || pieces === undefined) return text;
  const price = amount === "" ? NOTHING : formatMoney({ amountMinor: BigInt(amount), currency: "AZN" }, lang);
  return m["reviews.audit.value.pieces"]({ price, count: pieces || NOTHING });
}

/** Reasons of a review are `field: code`, with the reviewer's words after them if there were any. */
function sayReason(text: string): string {
  const [field = "", code = "", ...words] = text.split(": ");
  return reasonWords({ field, code, words: words.length === 0 ? undefined : words.join(": ") });
}

/** Owners of papers are `kind id`. */
function sayOwner(text: string, { names }: Saying): string {
  const [, kind = "", id = ""] = KIND_AND_ID.exec(text) ?? [];
  return id === "" ? text : `${wordFor(KIND_NAMES, kind) ?? kind}: ${names.get(id) ?? id}`;
}

/** Rows of a table stand below each other; those of which nothing was filled in are left out. */
function sayList(field: string, values: readonly unknown[], saying: Saying): string {
  const isTable = values.some((value) => typeof value === "object" && value !== null);
  const said = values.map((value) => sayValue(field, value, saying)).filter((text) => text !== NOTHING);
  return said.length === 0 ? NOTHING : said.join(isTable ? "\n" : ", ");
}

function sayRow(row: object, saying: Saying): string {
  const said = Object.entries(row).flatMap(([field, value]) => {
    const text = sayValue(field, value, saying);
    const isId: boolean = isUuid(text);
    return isId || text === NOTHING ? [] : [`${labelOf(field)}: ${text}`];
  });
  return said.length === 0 ? NOTHING : said.join("; ");
}
