import { z } from "zod";
import type { DocumentKind } from "./kinds";

/*
 * What later rooms hand over. Everything may be left out, so that what is missing can be named instead of failing; what is
 * there has to be well-formed. Money is minor units of the one currency of the document, weights are grams, sizes millimetres.
 */

const text = z.string().trim().min(1).max(300);
const LONGEST_WORDS = 3_000;
/** Of a line of a table, which is never parted by the end of a page. */
const LONGEST_OF_LINE = 600;
const wordsUpTo = (letters: number) => {
  const own = z.string().trim().min(1).max(letters).optional();
  return z.strictObject({ az: own, en: own, ru: own });
};
const words = wordsUpTo(LONGEST_WORDS);
const shortWords = wordsUpTo(LONGEST_OF_LINE);
const day = z.iso.date();
const country = z.string().regex(/^[A-Z]{2}$/);
const currency = z.string().regex(/^[A-Z]{3}$/);
/** Kept as digits, since JSON has no bigint. */
const digits = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt);
const minor = z.union([z.bigint().nonnegative(), digits]);
const grams = z.int().positive();
const millimetres = z.int().positive();
const count = z.int().positive();

const party = z.strictObject({
  name: text.optional(),
  business: text.optional(),
  street: text.optional(),
  postalCode: text.optional(),
  city: text.optional(),
  country: country.optional(),
  taxId: text.optional(),
  phone: text.optional(),
  email: text.optional(),
  isBusiness: z.boolean().optional(),
});
const signatory = z.strictObject({ name: text.optional(), position: shortWords.optional() });
const invoice = z.strictObject({ number: text.optional(), on: day.optional() });

/** How goods are packed. */
export const PACKAGE_KINDS = ["carton", "tube", "crate", "roll", "envelope", "pallet", "other"] as const;
const packageKind = z.enum(PACKAGE_KINDS);
export const HANDLINGS = ["fragile", "keep_dry", "this_side_up"] as const;
/** Why goods leave the country; the postal forms know the same but for the exhibition, which is "other" there (UPU). */
export const EXPORT_REASONS = [
  "sale",
  "gift",
  "documents",
  "commercial_sample",
  "return",
  "exhibition",
  "other",
] as const;
const packages = z.strictObject({ count: count.optional(), kind: packageKind.optional() });

const line = z.strictObject({
  sku: text.optional(),
  description: shortWords.optional(),
  materials: shortWords.optional(),
  hsCode: z
    .string()
    .regex(/^\d{6,10}$/)
    .optional(),
  originCountry: country.optional(),
  quantity: count.optional(),
  unit: shortWords.optional(),
  unitPriceMinor: minor.optional(),
  /** Of all pieces of the line together. */
  netGrams: grams.optional(),
  needsCulturalCheck: z.boolean().optional(),
  originCriterion: text.optional(),
  packages: packages.optional(),
});
const MOST_LINES = 500;
const lines = z.array(line).max(MOST_LINES).default([]);

const shipment = z.strictObject({
  packages: packages.optional(),
  grossGrams: grams.optional(),
  reason: z.enum(EXPORT_REASONS).optional(),
  certificateNumber: text.optional(),
  culturalCertificateNumber: text.optional(),
  licenceNumber: text.optional(),
  postageMinor: minor.optional(),
  comments: words.optional(),
  route: words.optional(),
});

const invoiceInput = z.strictObject({
  seller: party.default({}),
  buyer: party.default({}),
  consignee: party.optional(),
  order: z
    .strictObject({
      reference: text.optional(),
      incoterm: z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
      incotermPlace: text.optional(),
      paymentTerms: words.optional(),
      /** Who sells to the buyer, where that is not whoever makes and sends; printed on a pro-forma invoice. */
      merchant: party.optional(),
      /** Where a transfer goes, of which amount it may be a part; printed on a pro-forma invoice. */
      payTo: z.strictObject({ name: text, iban: text, bic: text, purpose: text, until: day.optional() }).optional(),
      currency: currency.optional(),
      freightMinor: minor.optional(),
      insuranceMinor: minor.optional(),
      /** What the buyer is asked to pay, as the calling room knows it; the sums must come to the same. */
      statedTotalMinor: minor.optional(),
    })
    .default({}),
  lines,
  shipment: shipment.default({}),
  signatory: signatory.default({}),
});

const packingListInput = z.strictObject({
  seller: party.default({}),
  consignee: party.default({}),
  invoice: invoice.default({}),
  /** How many pieces of what the invoice has, by SKU; what is packed must come to the same. */
  invoiced: z.array(z.strictObject({ sku: text, quantity: count })).optional(),
  statedPackageCount: count.optional(),
  packages: z
    .array(
      z.strictObject({
        kind: packageKind.optional(),
        marks: text.optional(),
        contents: z
          .array(
            z.strictObject({ description: shortWords.optional(), sku: text.optional(), quantity: count.optional() }),
          )
          .max(MOST_LINES)
          .default([]),
        lengthMm: millimetres.optional(),
        widthMm: millimetres.optional(),
        heightMm: millimetres.optional(),
        netGrams: grams.optional(),
        grossGrams: grams.optional(),
        handling: z.array(z.enum(HANDLINGS)).optional(),
      }),
    )
    .max(MOST_LINES)
    .default([]),
});

const postalInput = z.strictObject({
  seller: party.default({}),
  buyer: party.optional(),
  consignee: party.default({}),
  currency: currency.optional(),
  lines,
  shipment: shipment.default({}),
  invoice: invoice.optional(),
  signatory: signatory.default({}),
  /** Rates of one day, in AZN millionths: of one SDR, and of one unit of the currency. */
  sdr: z.strictObject({ aznMillionths: minor, currencyAznMillionths: minor, on: day }).optional(),
});

const originInput = z.strictObject({
  seller: party.default({}),
  consignee: party.default({}),
  lines,
  shipment: shipment.default({}),
  invoice: invoice.default({}),
  signatory: signatory.default({}),
});

const contractInput = z.strictObject({
  seller: party.default({}),
  buyer: party.default({}),
  service: z
    .strictObject({
      scope: words.optional(),
      deliverables: words.optional(),
      revisions: z.int().nonnegative().optional(),
      rights: words.optional(),
      formats: text.optional(),
    })
    .default({}),
  milestones: z
    .array(z.strictObject({ what: shortWords.optional(), on: day.optional() }))
    .max(100)
    .default([]),
  fee: z
    .strictObject({ amountMinor: minor.optional(), currency: currency.optional(), taxes: words.optional() })
    .default({}),
  acceptance: words.optional(),
  confidentiality: words.optional(),
  law: words.optional(),
});

export const DOCUMENT_INPUTS = {
  proforma_invoice: invoiceInput,
  commercial_invoice: invoiceInput,
  packing_list: packingListInput,
  cn22: postalInput,
  cn23: postalInput,
  certificate_of_origin_ct1: originInput,
  service_contract: contractInput,
} as const satisfies Record<DocumentKind, z.ZodType>;

/** What a calling room gives. */
export type DocumentInput<Kind extends DocumentKind> = z.input<(typeof DOCUMENT_INPUTS)[Kind]>;
/** The same, read: every part is there, though it may be empty. */
export type DocumentData<Kind extends DocumentKind> = z.output<(typeof DOCUMENT_INPUTS)[Kind]>;

/** One kind with what it says, so that a kind leads to its data. */
export type KindWithData = { [Kind in DocumentKind]: { kind: Kind; data: DocumentData<Kind> } }[DocumentKind];

/** @throws ZodError when something is there and malformed: a fault of the calling room, which checks what people type */
export function readInput<Kind extends DocumentKind>(kind: Kind, input: unknown): KindWithData & { kind: Kind } {
  // The schema of a kind makes the data of that kind, which a table cannot tell the compiler.
  return { kind, data: DOCUMENT_INPUTS[kind].parse(input) } as KindWithData & { kind: Kind };
}

export type Party = z.output<typeof party>;
export type Words = z.output<typeof words>;
export type Line = z.output<typeof line>;
export type Packages = z.output<typeof packages>;
export type Signatory = z.output<typeof signatory>;
export type InvoiceData = DocumentData<"commercial_invoice">;
export type PackingListData = DocumentData<"packing_list">;
export type PostalData = DocumentData<"cn23">;
export type OriginData = DocumentData<"certificate_of_origin_ct1">;
export type ContractData = DocumentData<"service_contract">;
