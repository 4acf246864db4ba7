import { DOCUMENT_KINDS, formOf, type DocumentKind, type FormId } from "./kinds";

/** Who can fill a field in: the seller's shop, the buyer, whoever packs and sends, or nobody, since the document has it itself. */
export const FILLED_BY = ["seller", "buyer", "shipment", "document"] as const;
export type FilledBy = (typeof FILLED_BY)[number];

/** Parts of a printed document. */
export const PLACES = ["head", "parties", "facts", "table", "totals", "notes", "signature"] as const;
export type Place = (typeof PLACES)[number];

/**
 * A field of a form. `feeds` are paths of the kind's input, all of which have to be there (`lines[].hsCode`: of every line);
 * `issued.` is what issuing gives and `fixed.` is the same in every document. `also` is printed with it when it is there.
 */
export type FieldSource = {
  field: string;
  by: FilledBy;
  feeds: readonly string[];
  also: readonly string[];
  shownIn: Place;
};

type Row = readonly [field: string, by: FilledBy, feeds: string, shownIn: Place, also?: string];

const addressOf = (who: string) => `${who}.street ${who}.city ${who}.country`;

/** In the order of `db/reference/document-fields.json`. */
const ROWS: Readonly<Record<FormId, readonly Row[]>> = {
  commercial_invoice: [
    ["seller_name", "seller", "seller.name", "parties"],
    ["seller_address", "seller", `${addressOf("seller")} seller.postalCode`, "parties"],
    ["seller_tax_id", "seller", "seller.taxId", "parties"],
    ["seller_contact", "seller", "seller.phone seller.email", "parties"],
    ["buyer_name", "buyer", "buyer.name", "parties", "buyer.business"],
    ["buyer_address", "buyer", addressOf("buyer"), "parties", "buyer.postalCode"],
    ["buyer_tax_id", "buyer", "buyer.taxId", "parties"],
    ["consignee", "buyer", `consignee.name ${addressOf("consignee")}`, "parties", "consignee.postalCode"],
    ["invoice_no", "document", "issued.reference", "head"],
    ["invoice_date", "document", "issued.on", "head"],
    ["order_ref", "document", "order.reference", "facts"],
    ["incoterm", "seller", "order.incoterm order.incotermPlace", "facts"],
    ["payment_terms", "seller", "order.paymentTerms", "facts"],
    ["currency", "document", "order.currency", "facts"],
    ["line_description", "seller", "lines[].description", "table", "lines[].sku"],
    ["line_material", "seller", "lines[].materials", "table"],
    ["line_hs", "seller", "lines[].hsCode", "table"],
    ["line_origin", "seller", "lines[].originCountry", "table"],
    ["line_qty", "document", "lines[].quantity lines[].unit", "table"],
    ["line_unit_price", "document", "lines[].unitPriceMinor", "table"],
    ["line_total", "document", "lines[].unitPriceMinor lines[].quantity", "table"],
    ["freight", "document", "order.freightMinor", "totals"],
    ["insurance", "document", "order.insuranceMinor", "totals"],
    ["grand_total", "document", "lines[].unitPriceMinor lines[].quantity order.currency", "totals"],
    ["packages", "shipment", "shipment.packages.count shipment.packages.kind", "facts"],
    ["net_weight", "shipment", "lines[].netGrams", "facts"],
    ["gross_weight", "shipment", "shipment.grossGrams", "facts"],
    ["reason", "shipment", "shipment.reason", "facts"],
    ["origin_statement", "shipment", "shipment.certificateNumber", "notes"],
    ["cultural_certificate", "shipment", "shipment.culturalCertificateNumber", "notes"],
    ["signature", "seller", "signatory.name signatory.position", "signature"],
  ],
  packing_list: [
    ["seller", "seller", `seller.name ${addressOf("seller")}`, "parties", "seller.postalCode"],
    ["consignee", "buyer", `consignee.name ${addressOf("consignee")}`, "parties", "consignee.postalCode"],
    ["invoice_ref", "document", "invoice.number invoice.on", "facts"],
    ["package_no", "document", "packages[]", "table"],
    ["package_kind", "shipment", "packages[].kind", "table"],
    ["marks", "shipment", "packages[].marks", "table"],
    [
      "contents",
      "shipment",
      "packages[].contents[].description packages[].contents[].quantity packages[].contents[].sku",
      "table",
    ],
    ["dims", "shipment", "packages[].lengthMm packages[].widthMm packages[].heightMm", "table"],
    ["net", "shipment", "packages[].netGrams", "table"],
    ["gross", "shipment", "packages[].grossGrams", "table"],
    ["volume", "shipment", "packages[].lengthMm packages[].widthMm packages[].heightMm", "table"],
    ["fragile", "shipment", "packages[].handling", "table"],
    ["totals", "shipment", "packages[].netGrams packages[].grossGrams packages[].lengthMm", "totals"],
  ],
  cn22: [
    ["designated_operator", "document", "fixed.operator", "head"],
    ["item_type", "shipment", "shipment.reason", "facts"],
    ["line", "document", "lines[].description lines[].quantity", "table"],
    ["weight", "shipment", "lines[].netGrams", "table"],
    ["value", "document", "lines[].unitPriceMinor lines[].quantity currency", "table"],
    ["hs", "seller", "lines[].hsCode", "table"],
    ["origin", "seller", "lines[].originCountry", "table"],
    ["total_weight", "shipment", "shipment.grossGrams", "totals"],
    ["total_value", "document", "lines[].unitPriceMinor lines[].quantity currency", "totals"],
    ["date_signature", "seller", "issued.on signatory.name", "signature"],
  ],
  cn23: [
    ["sender", "seller", `seller.name ${addressOf("seller")} seller.postalCode`, "parties", "seller.business"],
    ["sender_customs_ref", "seller", "seller.taxId", "parties"],
    [
      "addressee",
      "buyer",
      `consignee.name ${addressOf("consignee")}`,
      "parties",
      "consignee.postalCode consignee.business",
    ],
    ["importer_ref", "buyer", "buyer.taxId", "parties"],
    ["importer_contact", "buyer", "buyer.phone", "parties", "buyer.email"],
    ["line_description", "seller", "lines[].description", "table"],
    ["line_qty", "document", "lines[].quantity", "table"],
    ["line_weight", "shipment", "lines[].netGrams", "table"],
    ["line_value", "document", "lines[].unitPriceMinor lines[].quantity currency", "table"],
    ["line_hs", "seller", "lines[].hsCode", "table"],
    ["line_origin", "seller", "lines[].originCountry", "table"],
    ["total_gross", "shipment", "shipment.grossGrams", "totals"],
    ["total_value", "document", "lines[].unitPriceMinor lines[].quantity currency", "totals"],
    ["postal_charges", "shipment", "shipment.postageMinor currency", "totals"],
    ["category", "shipment", "shipment.reason", "facts"],
    ["comments", "shipment", "shipment.comments", "notes"],
    ["licence", "shipment", "shipment.licenceNumber", "notes"],
    ["certificate", "shipment", "shipment.certificateNumber", "notes"],
    ["invoice", "document", "invoice.number", "notes"],
    ["date_signature", "seller", "issued.on signatory.name", "signature"],
  ],
  certificate_of_origin_ct1: [
    ["box1", "seller", `seller.name ${addressOf("seller")}`, "parties", "seller.postalCode"],
    ["box2", "buyer", `consignee.name ${addressOf("consignee")}`, "parties", "consignee.postalCode"],
    ["box3", "shipment", "shipment.route", "facts"],
    ["box4", "document", "fixed.issuingCountry consignee.country", "facts"],
    ["box5", "document", "fixed.byAgency", "facts"],
    ["box6", "document", "lines[]", "table"],
    ["box7", "shipment", "lines[].packages.count lines[].packages.kind", "table"],
    ["box8", "seller", "lines[].description", "table", "lines[].hsCode"],
    ["box9", "seller", "lines[].originCriterion", "table"],
    ["box10", "document", "lines[].quantity lines[].unit", "table", "lines[].netGrams"],
    ["box11", "document", "invoice.number invoice.on", "table"],
    ["box12", "document", "fixed.byAgency", "signature"],
    ["box13", "seller", "issued.on signatory.name signatory.position", "signature"],
  ],
  service_contract: [
    ["parties", "buyer", "seller.name seller.taxId buyer.name buyer.taxId", "parties"],
    ["scope", "seller", "service.scope service.deliverables", "notes"],
    ["schedule", "document", "milestones[].what milestones[].on", "table"],
    ["revisions", "seller", "service.revisions", "facts"],
    ["fee", "document", "fee.amountMinor fee.currency fee.taxes", "facts"],
    ["rights", "seller", "service.rights", "notes"],
    ["source_files", "seller", "service.formats", "facts"],
    ["acceptance", "document", "acceptance", "notes"],
    ["confidentiality", "document", "confidentiality", "notes"],
    ["law", "document", "law", "notes"],
  ],
};

const sourceOf = ([field, by, feeds, shownIn, also = ""]: Row): FieldSource => ({
  field,
  by,
  feeds: feeds.split(" "),
  also: also === "" ? [] : also.split(" "),
  shownIn,
});

export const FIELD_SOURCES: Readonly<Record<FormId, readonly FieldSource[]>> = {
  commercial_invoice: ROWS.commercial_invoice.map(sourceOf),
  packing_list: ROWS.packing_list.map(sourceOf),
  cn22: ROWS.cn22.map(sourceOf),
  cn23: ROWS.cn23.map(sourceOf),
  certificate_of_origin_ct1: ROWS.certificate_of_origin_ct1.map(sourceOf),
  service_contract: ROWS.service_contract.map(sourceOf),
};

const TEST = "tests/integration/documents/printed-fields.test.ts";

/** Each field of each form: what feeds it, in which printed part it is shown, and the test that looks for it there. */
export const documentFieldSources: readonly {
  form: FormId;
  field: string;
  feeds: string;
  shownIn: string;
  test: string;
}[] = DOCUMENT_KINDS.filter((kind): kind is FormId => formOf(kind) === kind).flatMap((form) =>
  FIELD_SOURCES[form].map(({ field, feeds, shownIn }) => ({
    form,
    field,
    feeds: feeds.join(", "),
    shownIn: `${form}.pdf: ${shownIn}`,
    test: TEST,
  })),
);

/** What a pro-forma invoice leaves open: nothing is packed when it is written. */
export function isNeededFor(kind: DocumentKind, { by }: FieldSource): boolean {
  return kind !== "proforma_invoice" || by !== "shipment";
}
