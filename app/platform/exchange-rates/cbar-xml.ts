import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import type { DailyRates } from "./port";

/** The bank's list is about 10 kB; ten times that is not its list. */
const LARGEST_BYTES = 100_000;

/** Digits after the point that a rate can have here: manats are kept in millionths. */
const RATE_DIGITS = 6;

const FOREIGN_CURRENCIES = "Xarici valyutalar";

const valute = z.object({ "@Code": z.string(), Nominal: z.string(), Name: z.string(), Value: z.string() });
const list = z.object({
  ValCurs: z.object({
    "@Date": z.string(),
    ValType: z.array(z.object({ "@Type": z.string(), Valute: z.array(valute) })),
  }),
});

/**
 * Reads the daily list of the Central Bank of Azerbaijan (`https://www.cbar.az/currencies/20.11.2026.xml`): its foreign
 * currencies, not its metals. A nominal of 100 (yen, roubles) is divided out.
 *
 * @throws Error naming what is wrong: size, document type, malformed XML, a code, nominal or value that is not one
 */
export function readCbarRates(xml: string): DailyRates {
  if (Buffer.byteLength(xml) > LARGEST_BYTES) throw new Error(`the list of rates is over ${LARGEST_BYTES} bytes`);
  // Entities could expand without end or name files; the bank's list has none.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new Error("the list of rates declares a document type");
  const valid = XMLValidator.validate(xml);
  if (valid !== true) throw new Error(`the list of rates is not XML: ${valid.err.msg} (line ${valid.err.line})`);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    parseAttributeValue: false,
    processEntities: false,
    isArray: (name) => name === "ValType" || name === "Valute",
  });
  const parsed = list.safeParse(parser.parse(xml));
  if (!parsed.success) throw new Error(`the list of rates has another form: ${z.prettifyError(parsed.error)}`);
  const { ValCurs } = parsed.data;
  const foreign = ValCurs.ValType.find((type) => type["@Type"] === FOREIGN_CURRENCIES);
  if (!foreign) throw new Error(`the list of rates has no "${FOREIGN_CURRENCIES}"`);
  const rates = foreign.Valute.map((entry) => {
    const currency = entry["@Code"];
    if (!/^[A-Z]{3}$/.test(currency)) throw new Error(`not a currency code in the list of rates: "${currency}"`);
    return { currency, aznMillionths: rateOf(currency, entry.Value, entry.Nominal) };
  });
  const twice = rates.find(({ currency }, index) => rates.findIndex((rate) => rate.currency === currency) !== index);
  if (twice) throw new Error(`${twice.currency} is twice in the list of rates`);
  return { quotedOn: dayOf(ValCurs["@Date"]), source: "Central Bank of Azerbaijan", rates };
}

function rateOf(currency: string, value: string, nominal: string): bigint {
  if (!/^[1-9]\d{0,5}$/.test(nominal)) throw new Error(`not a nominal of ${currency}: "${nominal}"`);
  const match = /^(\d{1,9})(?:\.(\d{1,12}))?$/.exec(value);
  if (!match) throw new Error(`not a rate of ${currency}: "${value}"`);
  const digits = (match[2] ?? "").padEnd(12, "0");
  const trillionths = BigInt((match[1] ?? "") + digits);
  const scale = 10n ** BigInt(12 - RATE_DIGITS) * BigInt(nominal);
  const millionths = (trillionths + scale / 2n) / scale;
  if (millionths <= 0n) throw new Error(`a rate of ${currency} that is nothing: "${value}" for ${nominal}`);
  return millionths;
}

function dayOf(date: string): string {
  const match = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(date);
  const day = match ? `${match[3]}-${match[2]}-${match[1]}` : "";
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== day) {
    throw new Error(`not a date of a list of rates: "${date}"`);
  }
  return day;
}
