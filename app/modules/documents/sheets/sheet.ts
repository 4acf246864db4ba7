import type { Place } from "../fields";

/** Azerbaijani, then the document's second language; one of them alone when both say the same. */
export type Both = readonly string[];

/** A printed text with the field of the form that it shows; what shows none is not checked. */
export type Bit = { field?: string | undefined; text: string; isQuiet?: boolean };

/** Something with its name: a party, a fact, a sum. Each bit is a line of its own. */
export type Box = { label: Both; bits: Bit[]; checks?: { label: string; isChosen: boolean }[] };

export type Column = { label: Both; width: string; align: "left" | "right" };

/** A document as it is printed: texts only, so that the template does nothing but place them. */
export type Sheet = {
  template: "a4" | "cn22" | "cn23";
  lang: string;
  title: Both;
  /** What postal forms say in French, the language of the Universal Postal Union. */
  french: string;
  /** Beside the title: number, day, operator. */
  head: Box[];
  parties: Box[];
  facts: Box[];
  columns: Column[];
  table: Bit[][][];
  totals: Box[];
  notes: Box[];
  signature: Box[];
  /** What is certified above the signature, or said of the sheet. */
  remarks: Both[];
  /** Written over a document that counts for nothing. */
  specimen: string | undefined;
  footer: string;
};

/** Every bit of a part of a sheet. */
export function bitsIn(sheet: Sheet, place: Place): Bit[] {
  if (place === "table") return sheet.table.flat(2);
  return sheet[place].flatMap(({ bits }) => bits);
}
