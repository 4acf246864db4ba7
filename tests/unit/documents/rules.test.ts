import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CN22_LIMIT, invoiceMinor, postalFormFor, type DocumentInput, type DocumentKind } from "~/modules/documents";
import { readInput } from "~/modules/documents/input";
import { packedTotals, whyNotMake } from "~/modules/documents/rules";
import { FULL_INPUTS } from "~tests/support/documents";

const judge = <Kind extends DocumentKind>(kind: Kind, input: DocumentInput<Kind>) => whyNotMake(readInput(kind, input));
const { commercial_invoice: INVOICE, packing_list: PACKED, cn22: SMALL } = FULL_INPUTS;
const [LINE = {}] = INVOICE.lines ?? [];
const [PACKAGE = {}] = PACKED.packages ?? [];

const line = fc.record({
  unitPriceMinor: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  quantity: fc.integer({ min: 1, max: 100_000 }),
  netGrams: fc.integer({ min: 1, max: 100_000 }),
});

describe("an invoice", () => {
  it("asks for what its lines, freight and insurance come to, in any order of lines", () => {
    const money = fc.option(fc.bigInt({ min: 0n, max: 10n ** 9n }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), money, money, (lines, freightMinor, insuranceMinor) => {
        const { data } = readInput("commercial_invoice", { lines, order: { freightMinor, insuranceMinor } });
        let expected = (freightMinor ?? 0n) + (insuranceMinor ?? 0n);
        for (const { unitPriceMinor, quantity } of lines) {
          expected += unitPriceMinor * BigInt(quantity);
        }
        expect(invoiceMinor(data)).toBe(expected);
        expect(invoiceMinor({ ...data, lines: data.lines.toReversed() })).toBe(expected);
      }),
    );
  });

  it("is refused when the order's total is another by a single minor unit", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.constantFrom(-1n, 0n, 1n), (lines, off) => {
        const { data } = readInput("proforma_invoice", { lines });
        const statedTotalMinor = invoiceMinor(data) + off;
        fc.pre(statedTotalMinor >= 0n);
        const refusal = judge("proforma_invoice", { lines, order: { statedTotalMinor } });
        expect(refusal).toBe(off === 0n ? undefined : "total-differs");
      }),
    );
  });

  it("is refused when the goods weigh more than the packed goods", () => {
    const weighing = (grossGrams: number) => judge("commercial_invoice", { ...INVOICE, shipment: { grossGrams } });
    expect(weighing(741)).toBeUndefined();
    expect(weighing(740)).toBe("net-over-gross");
  });

  it.each(["Gift", "CLOTHES.", "hədiyyə", "HƏDİYYƏ", "одежда", " Подарок "])("does not call a thing “%s”", (word) => {
    const lines = [{ ...LINE, description: { en: word } }];
    expect(judge("commercial_invoice", { ...INVOICE, lines })).toBe("description-too-vague");
    expect(judge("cn23", { ...FULL_INPUTS.cn23, lines })).toBe("description-too-vague");
  });

  it("calls a thing by its name, also where a vague word is part of it", () => {
    const lines = [{ ...LINE, description: { en: "Gift box of walnut wood" } }];
    expect(judge("commercial_invoice", { ...INVOICE, lines })).toBeUndefined();
  });
});

describe("a packing list", () => {
  it("adds up what its packages weigh and measure", () => {
    const side = fc.integer({ min: 1, max: 3_000 });
    const one = fc.record({ lengthMm: side, widthMm: side, heightMm: side, netGrams: side, grossGrams: side });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), (packages) => {
        const { data } = readInput("packing_list", { packages });
        const totals = packedTotals(data);
        const sum = (of: (own: (typeof packages)[number]) => number) => packages.map(of).reduce((a, b) => a + b, 0);
        expect(totals).toMatchObject({ packageCount: packages.length, netGrams: sum(({ netGrams }) => netGrams) });
        expect(totals.grossGrams).toBe(sum(({ grossGrams }) => grossGrams));
        expect(Number(totals.volume)).toBe(sum(({ lengthMm, widthMm, heightMm }) => lengthMm * widthMm * heightMm));
      }),
    );
  });

  it("is refused when a package weighs less than what is in it", () => {
    const packages = [PACKAGE, { ...PACKAGE, netGrams: 5433 }];
    expect(judge("packing_list", { ...PACKED, packages })).toBe("net-over-gross");
  });

  it("is refused when the invoice has another number of packages", () => {
    expect(judge("packing_list", { ...PACKED, statedPackageCount: 2 })).toBe("packages-differ");
    expect(judge("packing_list", { ...PACKED, statedPackageCount: 1 })).toBeUndefined();
  });

  it("is refused when other pieces are packed than were invoiced; packages may part them", () => {
    const pieces = (quantity: number) => ({ ...PACKAGE, contents: [{ sku: "SKU-B2", quantity }] });
    const packages = [pieces(3), pieces(4)];
    const invoiced = (quantity: number) => [{ sku: "SKU-B2", quantity }];
    expect(judge("packing_list", { ...PACKED, packages, invoiced: invoiced(7) })).toBeUndefined();
    expect(judge("packing_list", { ...PACKED, packages, invoiced: invoiced(8) })).toBe("contents-differ");
    const other = [{ sku: "SKU-C3", quantity: 7 }];
    expect(judge("packing_list", { ...PACKED, packages, invoiced: other })).toBe("contents-differ");
  });
});

describe("a CN 22", () => {
  // 300 SDR at 2 AZN are 600 AZN, which are 300 EUR at 2 AZN.
  const sdr = { aznMillionths: 2_000_000n, currencyAznMillionths: 2_000_000n, on: "2026-11-20" };
  const parcel = { currency: "EUR", sdr, valueMinor: 30_000n, grossGrams: CN22_LIMIT.grams };

  it("will do up to 300 SDR and two kilograms, both included", () => {
    expect(postalFormFor(parcel)).toBe("cn22");
    expect(postalFormFor({ ...parcel, valueMinor: 30_001n })).toBe("cn23");
    expect(postalFormFor({ ...parcel, grossGrams: CN22_LIMIT.grams + 1 })).toBe("cn23");
  });

  it("counts in the minor units of the currency", () => {
    expect(postalFormFor({ ...parcel, currency: "JPY", valueMinor: 300n })).toBe("cn22");
    expect(postalFormFor({ ...parcel, currency: "JPY", valueMinor: 301n })).toBe("cn23");
    expect(postalFormFor({ ...parcel, currency: "KWD", valueMinor: 300_000n })).toBe("cn22");
  });

  it("never comes back when a parcel grows", () => {
    const value = fc.bigInt({ min: 0n, max: 100_000n });
    fc.assert(
      fc.property(value, value, fc.nat(4_000), fc.nat(4_000), (valueMinor, more, grossGrams, heavier) => {
        fc.pre(postalFormFor({ ...parcel, valueMinor, grossGrams }) === "cn23");
        const grown = { ...parcel, valueMinor: valueMinor + more, grossGrams: grossGrams + heavier };
        expect(postalFormFor(grown)).toBe("cn23");
      }),
    );
  });

  it("is refused for more, and without the rate by which that is judged", () => {
    const lines = [{ ...LINE, quantity: 300 }];
    expect(judge("cn22", SMALL)).toBeUndefined();
    expect(judge("cn22", { ...SMALL, lines })).toBe("too-much-for-cn22");
    expect(judge("cn23", { ...SMALL, lines })).toBeUndefined();
    expect(judge("cn22", { ...SMALL, sdr: undefined })).toBe("sdr-rate-missing");
  });

  it("is refused when the goods weigh more than the parcel", () => {
    expect(judge("cn22", { ...SMALL, shipment: { ...SMALL.shipment, grossGrams: 740 } })).toBe("net-over-gross");
  });
});
