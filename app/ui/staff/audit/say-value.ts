import { m } from "~/paraglide/messages.js";
import { dateFormat, displayName } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { isUuid } from "~/platform/uuid";
import { LISTING_FIELD_NAMES, LISTING_REASON_NAMES } from "~/ui/workspace/listing-labels";
import { labelOf } from "~/ui/workspace/parts/field-labels";
import { REASON_NAMES } from "~/ui/workspace/shop-labels";
import { SHOP_FIELD_NAMES } from "../shop-field-names";
import { KIND_NAMES } from "./kind-names";
import { VALUE_NAMES } from "./value-names";
import { wordFor, type Words } from "./word-for";

/** In which language values are said, and what the ids among them are called. */
export type Saying = { lang: Locale; names: ReadonlyMap<string, string> };

const NOTHING = "–";

/** A recorded value in plain words; what is no code, no time and no id stays as it was recorded. */
export function sayValue(field: string, value: unknown, saying: Saying): string {
  if (value === undefined || value === null || value === "") return NOTHING;
  if (typeof value === "boolean") return sayBoolean(value);
  if (typeof value === "string") return sayText(field, value, saying);
  if (Array.isArray(value)) return sayList(field, value, saying);
  if (typeof value === "object") return sayRow(value, saying);
  // Code counts places from nought, people from one.
  return field === "position" && typeof value === "number" ? String(value + 1) : JSON.stringify(value);
}

const sayBoolean = (value: boolean) => (value ? m["catalog.yes"]() : m["reviews.audit.value.no"]());

export function sayMoment(lang: Locale, instant: Date): string {
  return dateFormat(lang, { dateStyle: "medium", timeStyle: "medium", timeZone: "Asia/Baku" }).format(instant);
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const KIND_AND_ID = /^([a-z_-]+) (\S+)$/;
const PRICE_AND_PIECES = /^(\d*) \/ (\d*)$/;
const COUNTRY_FIELDS: ReadonlySet<string> = new Set(["countries", "country", "destination", "companyCountry"]);

function sayText(field: string, text: string, saying: Saying): string {
  const { lang, names } = saying;
  const known = names.get(text) ?? wordFor(VALUE_NAMES[field] ?? {}, text);
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

const JUDGED: Words = { ...SHOP_FIELD_NAMES, ...LISTING_FIELD_NAMES };
const REASONS: Words = { ...REASON_NAMES, ...LISTING_REASON_NAMES };

/** Reasons of a review are `field: code`. */
function sayReason(text: string): string {
  const [field = "", code = ""] = text.split(": ");
  return `${wordFor(JUDGED, field) ?? field}: ${wordFor(REASONS, code) ?? code}`;
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
