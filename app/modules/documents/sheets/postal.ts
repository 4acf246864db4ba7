import { m } from "~/paraglide/messages.js";
import type { Line, Party, PostalData } from "../input";
import { goodsMinor, lineMinor } from "../rules";
import { named } from "./invoice";
import { bareSheet, bit, filled, FIXED, type Issued, type Pen } from "./pen";
import type { Bit, Box, Sheet } from "./sheet";
import { REASON_NAMES } from "./words";

/** What both postal forms of the Universal Postal Union let one tick; an exhibition is "other" there. */
const TICKED = ["gift", "documents", "sale", "commercial_sample", "return", "other"] as const;

/** A label for a small parcel. */
export function cn22Sheet(pen: Pen, data: PostalData, issued: Issued | undefined): Sheet {
  const { both } = pen;
  const { lines, currency, shipment } = data;
  const sheet = bareSheet(pen, "cn22", issued);
  return {
    ...sheet,
    template: "cn22",
    head: [{ label: [], bits: [bit("designated_operator", FIXED.operator)] }, ...numberOnly(sheet)],
    facts: [categoryBox(pen, shipment.reason, "item_type")],
    columns: [
      { label: both(m["documents.label.postalContents"]), width: "1fr", align: "left" },
      { label: both(m["documents.label.net"]), width: "auto", align: "right" },
      { label: both(m["documents.label.value"]), width: "auto", align: "right" },
      { label: both(m["documents.label.hsCode"]), width: "auto", align: "left" },
      { label: both(m["documents.label.origin"]), width: "auto", align: "left" },
    ],
    table: lines.map((line) => [
      counted(pen, line),
      [bit("weight", pen.kilograms(line.netGrams))],
      [bit("value", pen.sum(lineMinor(line), currency))],
      [bit("hs", line.hsCode)],
      [bit("origin", line.originCountry)],
    ]),
    totals: [
      {
        label: both(m["documents.label.totalWeight"]),
        bits: [bit("total_weight", pen.kilograms(shipment.grossGrams))],
      },
      {
        label: both(m["documents.label.totalValue"]),
        bits: [bit("total_value", pen.sum(goodsMinor(lines), currency))],
      },
    ],
    signature: [signatureBox(pen, data, issued)],
    remarks: [both(m["documents.print.mayBeOpened"]), both(m["documents.print.certify"])],
  };
}

/** The declaration for everything larger: a copy each for the post, two customs offices and the sender (Azərpoçt asks for four). */
export function cn23Sheet(pen: Pen, data: PostalData, issued: Issued | undefined): Sheet {
  const { both } = pen;
  const { seller, consignee, buyer, lines, currency, shipment, invoice } = data;
  const sheet = bareSheet(pen, "cn23", issued);
  const party = (field: string, of: Party) => [named(of), ...pen.address(of)].map((text) => bit(field, text));
  return {
    ...sheet,
    template: "cn23",
    head: [{ label: [], bits: [{ text: FIXED.operator }] }, ...numberOnly(sheet)],
    parties: filled([
      { label: both(m["documents.label.sender"]), bits: party("sender", seller) },
      { label: both(m["documents.label.addressee"]), bits: party("addressee", consignee) },
      { label: both(m["documents.label.customsReference"]), bits: [bit("sender_customs_ref", seller.taxId)] },
      { label: both(m["documents.label.importerReference"]), bits: [bit("importer_ref", buyer?.taxId)] },
      {
        label: both(m["documents.label.importerContact"]),
        bits: [bit("importer_contact", [buyer?.phone, buyer?.email].filter(Boolean).join(", "))],
      },
    ]),
    facts: [categoryBox(pen, shipment.reason, "category")],
    columns: [
      { label: both(m["documents.label.postalDescription"]), width: "1fr", align: "left" },
      { label: both(m["documents.label.quantity"]), width: "auto", align: "right" },
      { label: both(m["documents.label.net"]), width: "auto", align: "right" },
      { label: both(m["documents.label.value"]), width: "auto", align: "right" },
      { label: both(m["documents.label.hsCode"]), width: "auto", align: "left" },
      { label: both(m["documents.label.origin"]), width: "auto", align: "left" },
    ],
    table: lines.map((line) => [
      pen.words("line_description", line.description),
      [bit("line_qty", line.quantity === undefined ? "" : pen.number(line.quantity))],
      [bit("line_weight", pen.kilograms(line.netGrams))],
      [bit("line_value", pen.sum(lineMinor(line), currency))],
      [bit("line_hs", line.hsCode)],
      [bit("line_origin", line.originCountry)],
    ]),
    totals: filled([
      { label: both(m["documents.label.grossWeight"]), bits: [bit("total_gross", pen.kilograms(shipment.grossGrams))] },
      {
        label: both(m["documents.label.totalValue"]),
        bits: [bit("total_value", pen.sum(goodsMinor(lines), currency))],
      },
      {
        label: both(m["documents.label.postage"]),
        bits: [bit("postal_charges", pen.sum(shipment.postageMinor, currency))],
      },
    ]),
    notes: filled([
      { label: both(m["documents.label.comments"]), bits: pen.words("comments", shipment.comments) },
      { label: both(m["documents.label.licence"]), bits: [bit("licence", shipment.licenceNumber)] },
      { label: both(m["documents.label.certificate"]), bits: [bit("certificate", shipment.certificateNumber)] },
      { label: both(m["documents.label.invoiceNumber"]), bits: [bit("invoice", invoice?.number)] },
    ]),
    signature: [signatureBox(pen, data, issued)],
    remarks: [both(m["documents.print.mayBeOpened"]), both(m["documents.print.certify"])],
  };
}

/** The day stands by the signature on these forms. */
const numberOnly = ({ head }: Sheet): Box[] => head.slice(0, 1).map(({ label, bits }) => ({ label, bits }));

function categoryBox(pen: Pen, reason: PostalData["shipment"]["reason"], field: string): Box {
  const ticked = TICKED.find((one) => one === reason) ?? (reason === undefined ? undefined : "other");
  return {
    label: pen.both(m["documents.label.category"]),
    bits: reason === undefined ? [] : [bit(field, pen.both(REASON_NAMES[reason]).join(" / "))],
    checks: TICKED.map((one) => ({
      label: pen.both(REASON_NAMES[one]).join(" / "),
      isChosen: one === ticked,
    })),
  };
}

function counted(pen: Pen, { quantity, description }: Line): Bit[] {
  const [first, ...rest] = pen.words("line", description);
  const start = [quantity === undefined ? "" : `${pen.number(quantity)} ×`, first?.text].filter(Boolean).join(" ");
  return [bit("line", start), ...rest];
}

function signatureBox(pen: Pen, { signatory }: PostalData, issued: Issued | undefined): Box {
  return {
    label: pen.both(m["documents.label.dateSignature"]),
    bits: [bit("date_signature", [pen.day(issued?.on), signatory.name].filter(Boolean).join(", "))],
  };
}
