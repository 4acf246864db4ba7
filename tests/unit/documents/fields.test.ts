import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { DOCUMENT_KINDS, type DocumentKind } from "~/modules/documents";
import { FIELD_SOURCES, type FieldSource } from "~/modules/documents/fields";
import { DOCUMENT_INPUTS, readInput } from "~/modules/documents/input";
import { formOf } from "~/modules/documents/kinds";
import { bitsIn } from "~/modules/documents/sheets/sheet";
import { sheetOf } from "~/modules/documents/sheets/sheet-of";
import { missingFields } from "~/modules/documents/missing";
import { FULL_INPUTS } from "~tests/support/documents";

const ISSUED = { reference: "ZZ-2026-0042", on: "2026-11-24" };

type Case = FieldSource & { kind: DocumentKind; path: string };

const CASES: Case[] = DOCUMENT_KINDS.flatMap((kind) =>
  FIELD_SOURCES[formOf(kind)].flatMap((source) =>
    [...source.feeds, ...source.also].map((path) => ({ ...source, kind, path })),
  ),
);
const INPUT_CASES = CASES.filter(({ path }) => !/^(?:issued|fixed)\./.test(path));
const label = ({ kind, field, path }: Case) => `${kind} ${field} from ${path}`;

/** The part of a schema that a path leads to. */
function schemaAt(schema: z.ZodType | undefined, path: string): z.ZodType | undefined {
  return path.split(/\.|(?=\[\])/).reduce<z.ZodType | undefined>((at, name) => {
    let own = at?.def as {
      type: string;
      innerType?: z.ZodType;
      element?: z.ZodType;
      shape?: Record<string, z.ZodType>;
    };
    while (own?.innerType) own = own.innerType.def;
    return name === "[]" ? own?.element : own?.shape?.[name];
  }, schema);
}

/** A copy of an input in which something else, or nothing, stands at a path. */
function withAt(input: unknown, path: string, change: (value: unknown) => unknown): unknown {
  if (path === "") return change(input);
  if (path.startsWith("[]")) {
    if (!Array.isArray(input)) throw new Error(`no list at ${path}`);
    if (path === "[]") return change(input);
    return input.map((entry: unknown) => withAt(entry, path.slice(2).replace(/^\./, ""), change));
  }
  const [, name = "", rest = ""] = /^(\w+)\.?(.*)$/.exec(path) ?? [];
  return { ...(input as object), [name]: withAt(Reflect.get(input as object, name), rest, change) };
}

/** Something else of the same sort. */
function other(value: unknown): unknown {
  if (typeof value === "bigint") return value + 1n;
  if (typeof value === "number") return value + 1000;
  if (Array.isArray(value)) return typeof value[0] === "string" ? ["fragile"] : [...(value as unknown[]), {}];
  if (typeof value === "object" && value !== null) return { en: "other words" };
  return typeof value === "string" ? otherText(value) : value;
}

const OTHERS: Readonly<Record<string, string>> = {
  DE: "FR",
  AZ: "GE",
  EUR: "USD",
  DAP: "FCA",
  commercial_sample: "gift",
};

function otherText(text: string): string {
  if (/^\d{4}-/.test(text)) return "2025-01-31";
  return (
    OTHERS[text] ??
    (["carton", "crate", "tube"].includes(text) ? "roll" : `${text.replaceAll(/\D/g, "") || "9"}999999`.slice(0, 10))
  );
}

const shownOf = (kind: DocumentKind, input: unknown, { field, shownIn }: FieldSource) =>
  bitsIn(sheetOf({ ...readInput(kind, input), second: "en", issued: ISSUED }), shownIn)
    .filter((bit) => bit.field === field)
    .map(({ text }) => text);

describe("a field of a form", () => {
  it.each(INPUT_CASES.map((one) => [label(one), one] as const))("%s: the input knows it", (_label, { kind, path }) => {
    expect(schemaAt(DOCUMENT_INPUTS[kind], path)).toBeDefined();
  });

  it.each(INPUT_CASES.map((one) => [label(one), one] as const))("%s: what is printed follows it", (_label, one) => {
    const input = FULL_INPUTS[one.kind];
    const before = shownOf(one.kind, input, one);
    const after = shownOf(one.kind, withAt(input, one.path, other), one);
    expect(before).not.toEqual([]);
    expect(after).not.toEqual(before);
  });
});

describe("a required field", () => {
  it("of a full document is never missing", () => {
    for (const kind of DOCUMENT_KINDS) {
      expect(missingFields(readInput(kind, FULL_INPUTS[kind]), "az", "ru")).toEqual([]);
    }
  });

  const REQUIRED = new Set(
    DOCUMENT_KINDS.flatMap((kind) =>
      missingFields(readInput(kind, {}), "en", "en").map(({ field }) => `${kind} ${field}`),
    ),
  );
  const FED = INPUT_CASES.filter(
    ({ kind, field, feeds, path }) => feeds.includes(path) && REQUIRED.has(`${kind} ${field}`),
  );

  it.each(FED.map((one) => [label(one), one] as const))(
    "%s: is missing without it",
    (_label, { kind, field, path }) => {
      const input = withAt(FULL_INPUTS[kind], path, (value) =>
        path.endsWith("[]") && Array.isArray(value) ? [] : undefined,
      );
      const missing = missingFields(readInput(kind, input), "en", "en").filter((one) => one.field === field);
      expect(missing).toHaveLength(1);
      expect(missing[0]?.paths).toContain(path);
    },
  );

  it("is named in the reader's language, with who fills it and in which lines", () => {
    const lines = [{ hsCode: "621410" }, {}, { hsCode: "621410" }, {}];
    const hs = (lang: "az" | "en" | "ru") =>
      missingFields(readInput("cn23", { lines }), lang, "en").find(({ field }) => field === "line_hs");
    expect(hs("az")).toEqual({
      field: "line_hs",
      label: "HS kodu",
      by: "seller",
      lines: [2, 4],
      paths: ["lines[].hsCode"],
    });
    expect(hs("en")?.label).toBe("HS tariff number");
    expect(hs("ru")?.label).toBe("Код ТН ВЭД");
  });

  it("has its words in the document's second language, not in another one only", () => {
    const lines = [{ description: { az: "Kəlağayı", ru: "Келагаи" } }];
    const isMissing = (second: "en" | "ru") =>
      missingFields(readInput("cn23", { lines }), "az", second).some(({ field }) => field === "line_description");
    expect([isMissing("en"), isMissing("ru")]).toEqual([true, false]);
  });

  it("may be needed on a condition: a business in the EU, a line for the Ministry of Culture", () => {
    const needed = (input: object) =>
      missingFields(readInput("commercial_invoice", input), "en", "en")
        .map(({ field }) => field)
        .filter((field) => field === "buyer_tax_id" || field === "cultural_certificate");
    expect(needed({ buyer: { country: "DE" }, lines: [{}] })).toEqual([]);
    expect(needed({ buyer: { country: "JP", isBusiness: true } })).toEqual([]);
    expect(needed({ buyer: { country: "DE", isBusiness: true } })).toEqual(["buyer_tax_id"]);
    expect(needed({ lines: [{ needsCulturalCheck: true }] })).toEqual(["cultural_certificate"]);
  });

  it("of what is packed and sent is left open by a pro-forma invoice", () => {
    const by = missingFields(readInput("proforma_invoice", {}), "en", "en").map((one) => one.by);
    expect(by).not.toContain("shipment");
    expect(missingFields(readInput("commercial_invoice", {}), "en", "en").map((one) => one.by)).toContain("shipment");
  });
});
