import { m } from "~/paraglide/messages.js";
import { LOCALES } from "~/platform/i18n/locales";
import type { DocumentInput } from "../input";
import type { DocumentKind } from "../kinds";
import type { Message } from "../sheets/words";
import type { OwnData } from "./own-data.server";

const said = (message: Message) => Object.fromEntries(LOCALES.map((locale) => [locale, message({}, { locale })]));

/** Nobody: the name says so to whoever reads German, and the number is in no register. */
const BUYER = {
  name: "Erika Mustermann",
  business: "Musterhaus GmbH",
  street: "Musterkai 12",
  postalCode: "20457",
  city: "Hamburg",
  country: "DE",
  taxId: "DE000000000",
  phone: "+4940000000",
  email: "einkauf@musterhaus.example",
};
const CURRENCY = "EUR";
const ON = "2026-01-15";
const INVOICE = { number: "CI-0000", on: ON };
const SDR = { aznMillionths: 2_300_000n, currencyAznMillionths: 1_980_000n, on: ON };

/** What a specimen says: the shop's own data, with a buyer and a shipment that are invented and complete. */
export function specimenInput(kind: DocumentKind, own: OwnData): DocumentInput<DocumentKind> {
  const { seller, signatory } = own;
  const lines = own.lines.length > 0 ? own.lines : [exampleLine()];
  const packedLines = lines.map((line) => ({
    ...line,
    unitPriceMinor: line.unitPriceMinor ?? 1_900n,
    originCriterion: "P",
    packages: { count: 1, kind: "carton" as const },
  }));
  const grossGrams = lines.reduce((sum, { netGrams = 0 }) => sum + netGrams, 0) + 400;
  const shipment = {
    packages: { count: 1, kind: "carton" as const },
    grossGrams,
    reason: "sale" as const,
    postageMinor: 2_400n,
    certificateNumber: "0000",
    culturalCertificateNumber: "0000",
    route: said(m["documents.specimen.route"]),
  };
  switch (kind) {
    case "proforma_invoice":
    case "commercial_invoice": {
      const { incoterm, incotermPlace } = own;
      const order = {
        reference: "0000",
        incoterm,
        incotermPlace,
        paymentTerms: said(m["documents.specimen.terms"]),
        currency: CURRENCY,
      };
      return { seller, buyer: BUYER, order, lines: packedLines, shipment, signatory };
    }
    case "packing_list":
      return { seller, consignee: BUYER, invoice: INVOICE, packages: [packageOf(lines, grossGrams)] };
    case "cn22":
    case "cn23":
      return {
        seller,
        buyer: BUYER,
        consignee: BUYER,
        currency: CURRENCY,
        lines: packedLines,
        shipment,
        invoice: INVOICE,
        signatory,
        sdr: SDR,
      };
    case "certificate_of_origin_ct1":
      return { seller, consignee: BUYER, lines: packedLines, shipment, invoice: INVOICE, signatory };
    case "service_contract":
      return contractOf(own);
  }
}

function exampleLine(): OwnData["lines"][number] {
  const description = said(m["documents.specimen.goods"]);
  return {
    description,
    materials: description,
    hsCode: "000000",
    originCountry: "AZ",
    quantity: 1,
    unit: said(m["documents.package.other"]),
    unitPriceMinor: 1_900n,
    netGrams: 300,
  };
}

function packageOf(lines: OwnData["lines"], grossGrams: number) {
  const contents = lines.map(({ description, sku, quantity }) => ({ description, sku: sku ?? "—", quantity }));
  const size = { lengthMm: 400, widthMm: 300, heightMm: 120 };
  const netGrams = lines.reduce((sum, { netGrams: own = 0 }) => sum + own, 0) || undefined;
  return { kind: "carton" as const, marks: "MUSTERHAUS 1/1", contents, ...size, netGrams, grossGrams };
}

function contractOf({ seller }: OwnData): DocumentInput<"service_contract"> {
  return {
    seller,
    buyer: BUYER,
    service: {
      scope: said(m["documents.specimen.scope"]),
      deliverables: said(m["documents.specimen.scope"]),
      revisions: 2,
      rights: said(m["documents.specimen.rights"]),
      formats: "AI, PDF, PNG",
    },
    milestones: [{ what: said(m["documents.specimen.milestone"]), on: ON }],
    fee: { amountMinor: 120_000n, currency: CURRENCY, taxes: said(m["documents.specimen.taxes"]) },
    acceptance: said(m["documents.specimen.acceptance"]),
    law: said(m["documents.specimen.law"]),
  };
}
