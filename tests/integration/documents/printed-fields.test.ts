import { describe, expect, it } from "vitest";
import { documentFieldSources, DOCUMENT_KINDS, SECOND_LANGUAGES, type DocumentKind } from "~/modules/documents";
import { FIELD_SOURCES } from "~/modules/documents/fields";
import { readInput } from "~/modules/documents/input";
import { formOf } from "~/modules/documents/kinds";
import { setDocument } from "~/modules/documents/set-document.server";
import { bitsIn } from "~/modules/documents/sheets/sheet";
import { sheetOf } from "~/modules/documents/sheets/sheet-of";
import reference from "~db/reference/document-fields.json" with { type: "json" };
import { FULL_INPUTS, LONG_INVOICE } from "~tests/support/documents";
import { pdfText } from "~tests/support/pdf";

const issued = { reference: "ZZ-2026-0042", on: "2026-11-24" };
const documentOf = (kind: DocumentKind, second: "en" | "ru") => ({
  ...readInput(kind, FULL_INPUTS[kind]),
  second,
  issued,
});

/** Text of a PDF has its spaces and line ends where they fall; words are broken over lines at hyphens. */
const squeezed = (text: string) => text.replaceAll(/\s/g, "");

describe("fields of the reference", () => {
  it("are each mapped once, and nothing else is", () => {
    const known = reference.forms.flatMap(({ id, fields }) => fields.map((field) => `${id} ${field.id}`));
    expect(known).toHaveLength(97);
    expect(documentFieldSources.map(({ form, field }) => `${form} ${field}`)).toEqual(known);
  });
});

const printed = DOCUMENT_KINDS.flatMap((kind) => SECOND_LANGUAGES.map((second) => ({ kind, second })));

describe("a printed document", () => {
  it.each(printed)("$kind in az and $second shows each of its form's fields", async ({ kind, second }) => {
    const document = documentOf(kind, second);
    const sheet = sheetOf(document);
    const text = squeezed(await pdfText(await setDocument(document), "raw"));

    for (const { field, shownIn } of FIELD_SOURCES[formOf(kind)]) {
      const shown = bitsIn(sheet, shownIn).filter((bit) => bit.field === field && bit.text !== "");
      const notFound = shown.filter((bit) => !text.includes(squeezed(bit.text)));
      expect({ field, shownIn, isShown: shown.length > 0, notFound }).toEqual({
        field,
        shownIn,
        isShown: true,
        notFound: [],
      });
    }
  });

  it.each(printed)("$kind in az and $second names everything in both", async ({ kind, second }) => {
    const sheet = sheetOf(documentOf(kind, second));
    const boxes = [sheet.parties, sheet.facts, sheet.totals, sheet.notes, sheet.signature].flat();
    const text = squeezed(await pdfText(await setDocument(documentOf(kind, second)), "raw"));
    for (const { label } of [...boxes, ...sheet.columns]) {
      for (const words of label) expect(text).toContain(squeezed(words));
    }
  });

  it("goes over pages with the head of its table and its own number on each of them", async () => {
    const long = { ...readInput("commercial_invoice", LONG_INVOICE), second: "en" as const, issued };
    const pages = (await pdfText(await setDocument(long))).split("\f").filter((page) => page.includes("SKU-"));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toMatch(/HS code[^]*ZZ-2026-0042[^]*\d\s*\/\s*\d/);
  });
});
