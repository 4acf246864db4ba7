import { m } from "~/paraglide/messages.js";
import type { InvoiceData, Line, Party } from "../input";
import { goodsMinor, invoiceMinor, lineMinor, netGramsOf } from "../rules";
import { bareSheet, bit, filled, type Issued, type Pen } from "./pen";
import type { Bit, Box, Column, Sheet } from "./sheet";
import { REASON_NAMES, type Message } from "./words";

/** A commercial invoice, or the pro-forma one before it. */
export function invoiceSheet(
  pen: Pen,
  kind: "commercial_invoice" | "proforma_invoice",
  data: InvoiceData,
  issued: Issued | undefined,
): Sheet {
  const { lines, order, shipment, signatory } = data;
  const { both } = pen;
  return {
    ...bareSheet(pen, kind, issued),
    parties: partiesOf(pen, data),
    facts: filled([
      { label: both(m["documents.label.order"]), bits: [bit("order_ref", order.reference)] },
      {
        label: both(m["documents.label.incoterm"]),
        bits: [bit("incoterm", [order.incoterm, order.incotermPlace].filter(Boolean).join(" "))],
      },
      { label: both(m["documents.label.paymentTerms"]), bits: pen.words("payment_terms", order.paymentTerms) },
      { label: both(m["documents.label.currency"]), bits: [bit("currency", order.currency)] },
      { label: both(m["documents.label.packages"]), bits: [bit("packages", pen.packages(shipment.packages))] },
      { label: both(m["documents.label.netWeight"]), bits: [bit("net_weight", netWeight(pen, lines))] },
      {
        label: both(m["documents.label.grossWeight"]),
        bits: [bit("gross_weight", pen.kilograms(shipment.grossGrams))],
      },
      {
        label: both(m["documents.label.reason"]),
        bits: [bit("reason", shipment.reason && both(REASON_NAMES[shipment.reason]).join(" / "))],
      },
    ]),
    columns: columnsOf(pen),
    table: lines.map((line, index) => rowOf(pen, line, index, order.currency)),
    totals: totalsOf(pen, data),
    notes: filled([
      ...(kind === "proforma_invoice" ? howToPay(pen, order) : []),
      {
        label: both(m["documents.label.originCertificate"]),
        bits: [bit("origin_statement", shipment.certificateNumber)],
      },
      {
        label: both(m["documents.label.culturalCertificate"]),
        bits: [bit("cultural_certificate", shipment.culturalCertificateNumber)],
      },
    ]),
    signature: [{ label: both(m["documents.label.signature"]), bits: [bit("signature", pen.signatory(signatory))] }],
    remarks: [both(kind === "proforma_invoice" ? m["documents.print.proformaNote"] : m["documents.print.declare"])],
  };
}

/** With whom the contract is, and where the money goes: whoever holds the account need not be either of the sides. */
function howToPay(pen: Pen, order: InvoiceData["order"]): Box[] {
  return [
    { label: pen.both(m["documents.label.merchant"]), bits: merchantOf(pen, order) },
    { label: pen.both(m["documents.label.payTo"]), bits: payTo(pen, order) },
  ];
}

function merchantOf(pen: Pen, { merchant }: InvoiceData["order"]): Bit[] {
  if (!merchant) return [];
  return [merchant.name, ...pen.address(merchant), merchant.email].map((text) => ({ text: text ?? "" }));
}

/** What the payer's bank asks for. */
function payTo(pen: Pen, { payTo: to }: InvoiceData["order"]): Bit[] {
  if (!to) return [];
  const { name, iban, bic, purpose, until } = to;
  const about = (label: Message, value: string): Bit => ({ text: `${pen.both(label).join(" / ")}: ${value}` });
  return [
    { text: name },
    { text: `IBAN ${iban}, BIC ${bic}` },
    about(m["documents.label.purpose"], purpose),
    ...(until === undefined ? [] : [about(m["documents.label.payUntil"], pen.day(until))]),
  ];
}

function partiesOf(pen: Pen, { seller, buyer, consignee }: InvoiceData): Box[] {
  const taxId = (of: string, label: string) => (of === "" ? "" : `${label}: ${of}`);
  return filled([
    {
      label: pen.both(m["documents.label.seller"]),
      bits: [
        bit("seller_name", seller.name),
        ...pen.address(seller).map((text) => bit("seller_address", text)),
        bit("seller_tax_id", taxId(seller.taxId ?? "", pen.both(m["documents.label.taxId"]).join(" / "))),
        bit("seller_contact", [seller.phone, seller.email].filter(Boolean).join(", ")),
      ],
    },
    {
      label: pen.both(m["documents.label.buyer"]),
      bits: [
        bit("buyer_name", named(buyer)),
        ...pen.address(buyer).map((text) => bit("buyer_address", text)),
        bit("buyer_tax_id", taxId(buyer.taxId ?? "", pen.both(m["documents.label.buyerTaxId"]).join(" / "))),
      ],
    },
    {
      label: pen.both(m["documents.label.consignee"]),
      bits: consignee ? [named(consignee), ...pen.address(consignee)].map((text) => bit("consignee", text)) : [],
    },
  ]);
}

export const named = ({ name, business }: Party) => [name, business].filter(Boolean).join(", ");

/** A sum of some lines only would be printed as one of all. */
export function netWeight(pen: Pen, lines: readonly Line[]): string {
  return lines.every(({ netGrams }) => netGrams !== undefined) && lines.length > 0
    ? pen.kilograms(netGramsOf(lines))
    : "";
}

function columnsOf({ both }: Pen): Column[] {
  return [
    { label: both(m["documents.label.item"]), width: "auto", align: "right" },
    { label: both(m["documents.label.goods"]), width: "1fr", align: "left" },
    { label: both(m["documents.label.hsCode"]), width: "auto", align: "left" },
    { label: both(m["documents.label.origin"]), width: "auto", align: "left" },
    { label: both(m["documents.label.quantity"]), width: "auto", align: "right" },
    { label: both(m["documents.label.unitPrice"]), width: "auto", align: "right" },
    { label: both(m["documents.label.total"]), width: "auto", align: "right" },
  ];
}

function rowOf(pen: Pen, line: Line, index: number, currency: string | undefined): Bit[][] {
  const { sku, description, materials, hsCode, originCountry, quantity, unit, unitPriceMinor } = line;
  const hasPrice = unitPriceMinor !== undefined && quantity !== undefined;
  return [
    [{ text: String(index + 1) }],
    [
      ...pen.words("line_description", description),
      { field: "line_material", text: pen.inLine(materials), isQuiet: true },
      { field: "line_description", text: sku === undefined ? "" : `SKU ${sku}`, isQuiet: true },
    ],
    [bit("line_hs", hsCode)],
    [bit("line_origin", originCountry)],
    [
      bit("line_qty", quantity === undefined ? "" : pen.number(quantity)),
      ...pen.words("line_qty", unit).map((one) => ({ ...one, isQuiet: true })),
    ],
    [bit("line_unit_price", pen.amount(unitPriceMinor, currency))],
    [bit("line_total", hasPrice ? pen.amount(lineMinor(line), currency) : "")],
  ];
}

function totalsOf(pen: Pen, data: InvoiceData): Box[] {
  const { order, lines } = data;
  const { currency, freightMinor, insuranceMinor } = order;
  const hasExtras = freightMinor !== undefined || insuranceMinor !== undefined;
  return filled([
    {
      label: pen.both(m["documents.label.total"]),
      bits: [{ text: hasExtras ? pen.sum(goodsMinor(lines), currency) : "" }],
    },
    { label: pen.both(m["documents.label.freight"]), bits: [bit("freight", pen.sum(freightMinor, currency))] },
    { label: pen.both(m["documents.label.insurance"]), bits: [bit("insurance", pen.sum(insuranceMinor, currency))] },
    {
      label: pen.both(m["documents.label.grandTotal"]),
      bits: [bit("grand_total", pen.sum(invoiceMinor(data), currency))],
    },
  ]);
}
