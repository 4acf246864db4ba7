import type { DocumentInput, DocumentKind } from "~/modules/documents";

/** Words that say in which language they are; a word of its own for each field, so that it is found on a page. */
const words = (word: string) => ({ az: `${word} azərbaycanca ğıİ`, en: `${word} English`, ru: `${word} Жук` });

const party = (who: string) => ({
  name: `${who}-name`,
  business: `${who}-business`,
  street: `${who}-street 5`,
  postalCode: `AZ10${who.length}0`,
  city: `${who}-city`,
  country: who === "buyer" ? "DE" : "AZ",
  taxId: `${who}-number-77`,
  phone: `+99450${who.length}112233`,
  email: `${who}@example.org`,
});

const signatory = { name: "Səbinə-signs", position: words("position") };
const invoice = { number: "CI-2026-4711", on: "2026-10-05" };

const lines = [
  {
    sku: "SKU-A1",
    description: words("kelaghayi"),
    materials: words("silk"),
    hsCode: "621410",
    originCountry: "AZ",
    quantity: 12,
    unit: words("piece"),
    unitPriceMinor: 1234n,
    netGrams: 741,
    originCriterion: "criterion-P",
    packages: { count: 2, kind: "carton" as const },
  },
];

const shipment = {
  packages: { count: 3, kind: "crate" as const },
  grossGrams: 1357,
  reason: "commercial_sample" as const,
  certificateNumber: "CT-9001",
  culturalCertificateNumber: "MS-9002",
  licenceNumber: "LIC-9003",
  postageMinor: 2468n,
  comments: words("comment"),
  route: words("route"),
};

const tradeInvoice = {
  seller: party("seller"),
  buyer: party("buyer"),
  consignee: party("consignee"),
  order: {
    reference: "ORDER-815",
    incoterm: "DAP",
    incotermPlace: "Hamburg-place",
    paymentTerms: words("terms"),
    merchant: { name: "Merchant-9006", street: "Merchant-street 1", country: "EE", email: "merchant@example.org" },
    payTo: {
      name: "Payee-9004",
      iban: "AZ21 NABZ 0000 0000 1370 1000 1944",
      bic: "NABZAZ2X",
      purpose: "PURPOSE-9005",
      until: "2026-12-08",
    },
    currency: "EUR",
    freightMinor: 3690n,
    insuranceMinor: 1590n,
  },
  lines,
  shipment,
  signatory,
} satisfies DocumentInput<"commercial_invoice">;

const postal = {
  seller: party("seller"),
  buyer: party("buyer"),
  consignee: party("consignee"),
  currency: "EUR",
  lines,
  shipment,
  invoice,
  signatory,
  sdr: { aznMillionths: 2_300_000n, currencyAznMillionths: 1_974_800n, on: "2026-11-20" },
} satisfies DocumentInput<"cn23">;

/** Everything that each kind can say, said. */
export const FULL_INPUTS: { [Kind in DocumentKind]: DocumentInput<Kind> } = {
  proforma_invoice: tradeInvoice,
  commercial_invoice: tradeInvoice,
  packing_list: {
    seller: party("seller"),
    consignee: party("consignee"),
    invoice,
    packages: [
      {
        kind: "tube",
        marks: "MARK-31",
        contents: [{ description: words("carpet"), sku: "SKU-B2", quantity: 7 }],
        lengthMm: 1210,
        widthMm: 230,
        heightMm: 190,
        netGrams: 4321,
        grossGrams: 5432,
        handling: ["keep_dry"],
      },
    ],
  },
  cn22: postal,
  cn23: postal,
  certificate_of_origin_ct1: {
    seller: party("seller"),
    consignee: party("consignee"),
    lines,
    shipment,
    invoice,
    signatory,
  },
  service_contract: {
    seller: party("seller"),
    buyer: party("buyer"),
    service: {
      scope: words("scope"),
      deliverables: words("deliverable"),
      revisions: 5,
      rights: words("rights"),
      formats: "PSD-format",
    },
    milestones: [{ what: words("milestone"), on: "2026-12-19" }],
    fee: { amountMinor: 98765n, currency: "EUR", taxes: words("taxes") },
    acceptance: words("acceptance"),
    confidentiality: words("confidential"),
    law: words("law"),
  },
};

/** An invoice of sixty lines, so that it goes over pages. */
export const LONG_INVOICE: DocumentInput<"commercial_invoice"> = {
  ...tradeInvoice,
  lines: Array.from({ length: 60 }, (_, index) => ({
    ...lines[0],
    sku: `SKU-${index}`,
    description: words(`a rather long description of the hand-printed silk headscarf number ${index}, made in Sheki`),
  })),
};
