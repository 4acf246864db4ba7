import { m } from "~/paraglide/messages.js";
import { dateFormat, displayName, numberFormat } from "~/platform/i18n/formatters";
import { minorDigits, toDecimal } from "~/platform/money";
import type { KindWithData, Packages, Party, Signatory, Words } from "../input";
import type { DocumentKind, SecondLanguage } from "../kinds";
import type { Bit, Both, Box, Sheet } from "./sheet";
import { KIND_NAMES, PACKAGE_NAMES, type Message } from "./words";

/** What issuing gives. A specimen has none. */
export type Issued = { reference: string; on: string; replaces?: string | undefined };

/** The same in every document. The operator is named as in the Universal Postal Union's list; FIXED is no text for readers. */
export const FIXED = { operator: "Azərpoçt", issuingCountry: "AZ" } as const;

/** A document to be written out. */
export type ToPrint = KindWithData & { second: SecondLanguage; issued: Issued | undefined };

/** Writes in a document's two languages; numbers and days as the second one has them, which is read abroad. */
export function penFor(second: SecondLanguage) {
  const both = (message: Message): Both => distinct([message({}, { locale: "az" }), message({}, { locale: second })]);
  const said = (words: Words | undefined): string[] => {
    const { az, [second]: other } = words ?? {};
    return distinct([other, az].filter((text) => text !== undefined));
  };
  const day = (on: string | undefined) =>
    on === undefined
      ? ""
      : dateFormat(second, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${on}T00:00:00Z`));
  const number = (value: number, digits = 3) => numberFormat(second, { maximumFractionDigits: digits }).format(value);
  const amount = (amountMinor: bigint | undefined, currency = "") => {
    if (amountMinor === undefined) return "";
    const digits = minorDigits(currency);
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return numberFormat(second, options).format(toDecimal({ amountMinor, currency }));
  };
  const country = (code: string | undefined) =>
    code === undefined
      ? ""
      : `${distinct([displayName("region", code, "az"), displayName("region", code, second)]).join(" / ")} (${code})`;
  return {
    second,
    both,
    day,
    number,
    amount,
    country,
    /** Words in the second language, with the Azerbaijani ones in quiet letters below. */
    words: (field: string, words: Words | undefined): Bit[] =>
      said(words).map((text, at) => ({ field, text, isQuiet: at > 0 })),
    /** Words in both languages, in one line. */
    inLine: (words: Words | undefined) => said(words).join(" / "),
    /** Grams as kilograms: 1250 is 1.25. */
    kilograms: (grams: number | undefined) => (grams === undefined ? "" : number(grams / 1000)),
    packages: ({ count, kind }: Packages = {}) =>
      [count === undefined ? "" : number(count), kind === undefined ? "" : both(PACKAGE_NAMES[kind]).join(" / ")]
        .filter(Boolean)
        .join(" × "),
    sum: (amountMinor: bigint | undefined, currency: string | undefined) =>
      amountMinor === undefined ? "" : `${currency ?? ""} ${amount(amountMinor, currency)}`.trim(),
    address: ({ street, postalCode, city, country: code }: Party) =>
      [street, [postalCode, city].filter(Boolean).join(" "), country(code)].filter(
        (text) => text !== undefined && text !== "",
      ),
    signatory: ({ name, position }: Signatory) => [name, said(position).join(" / ")].filter(Boolean).join(", "),
  };
}
export type Pen = ReturnType<typeof penFor>;

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** Without what is empty: a fact that nobody has given is not printed. */
export function filled(boxes: readonly Box[]): Box[] {
  return boxes
    .map((box) => ({ ...box, bits: box.bits.filter(({ text }) => text !== "") }))
    .filter(({ bits, checks }) => bits.length > 0 || checks !== undefined);
}

export const bit = (field: string, text: string | undefined): Bit => ({ field, text: text ?? "" });

/** A sheet with nothing on it but its head. */
export function bareSheet(pen: Pen, kind: DocumentKind, issued: Issued | undefined): Sheet {
  const title = pen.both(KIND_NAMES[kind]);
  return {
    template: "a4",
    lang: pen.second,
    title,
    french: m["documents.print.french"]({}, { locale: "az" }),
    head: filled([
      { label: pen.both(m["documents.label.number"]), bits: [bit("invoice_no", issued?.reference)] },
      { label: pen.both(m["documents.label.date"]), bits: [bit("invoice_date", pen.day(issued?.on))] },
      { label: pen.both(m["documents.label.replaces"]), bits: [{ text: issued?.replaces ?? "" }] },
    ]),
    parties: [],
    facts: [],
    columns: [],
    table: [],
    totals: [],
    notes: [],
    signature: [],
    remarks: [],
    specimen: issued === undefined ? m["documents.print.specimen"]({}, { locale: "az" }) : undefined,
    footer: [title.join(" / "), issued?.reference].filter(Boolean).join(" · "),
  };
}
