import { m } from "~/paraglide/messages.js";
import type { ContractData, OriginData, Party } from "../input";
import { named } from "./invoice";
import { bareSheet, bit, filled, FIXED, type Issued, type Pen } from "./pen";
import type { Sheet } from "./sheet";

/** What a form CT-1 is filled in from; the agency has its own printed forms, whose boxes these are. */
export function originSheet(pen: Pen, data: OriginData, issued: Issued | undefined): Sheet {
  const { both } = pen;
  const { seller, consignee, lines, shipment, invoice, signatory } = data;
  const box = (number: number, label: readonly string[]) => label.map((text) => `${number}. ${text}`);
  const party = (field: string, of: Party) => [named(of), ...pen.address(of)].map((text) => bit(field, text));
  const byAgency = both(m["documents.print.byAgency"]).join(" / ");
  return {
    ...bareSheet(pen, "certificate_of_origin_ct1", issued),
    parties: filled([
      { label: box(1, both(m["documents.label.consignor"])), bits: party("box1", seller) },
      { label: box(2, both(m["documents.label.consignee"])), bits: party("box2", consignee) },
    ]),
    facts: filled([
      { label: box(3, both(m["documents.label.route"])), bits: pen.words("box3", shipment.route) },
      {
        label: box(4, both(m["documents.label.countries"])),
        bits: [FIXED.issuingCountry, consignee.country].map((code) => bit("box4", pen.country(code))),
      },
      { label: box(5, both(m["documents.label.official"])), bits: [{ field: "box5", text: byAgency, isQuiet: true }] },
    ]),
    columns: [
      { label: box(6, both(m["documents.label.item"])), width: "11mm", align: "right" },
      { label: box(7, both(m["documents.label.packing"])), width: "1fr", align: "left" },
      { label: box(8, both(m["documents.label.description"])), width: "1.7fr", align: "left" },
      { label: box(9, both(m["documents.label.criterion"])), width: "1fr", align: "left" },
      { label: box(10, both(m["documents.label.amount"])), width: "1fr", align: "right" },
      { label: box(11, both(m["documents.label.invoiceNumberDate"])), width: "1.1fr", align: "left" },
    ],
    table: lines.map((line, index) => [
      [bit("box6", String(index + 1))],
      [bit("box7", pen.packages(line.packages))],
      [
        ...pen.words("box8", line.description),
        { field: "box8", text: line.hsCode === undefined ? "" : `HS ${line.hsCode}`, isQuiet: true },
      ],
      [bit("box9", line.originCriterion)],
      [
        bit("box10", line.quantity === undefined ? "" : `${pen.number(line.quantity)} ${pen.inLine(line.unit)}`.trim()),
        {
          field: "box10",
          text: line.netGrams === undefined ? "" : `${pen.kilograms(line.netGrams)} kg`,
          isQuiet: true,
        },
      ],
      [bit("box11", invoice.number), bit("box11", pen.day(invoice.on))],
    ]),
    signature: [
      {
        label: box(12, both(m["documents.label.certification"])),
        bits: [{ field: "box12", text: byAgency, isQuiet: true }],
      },
      {
        label: box(13, both(m["documents.label.declaration"])),
        bits: [bit("box13", [pen.day(issued?.on), pen.signatory(signatory)].filter(Boolean).join(", "))],
      },
    ],
    remarks: [both(m["documents.print.dataSheet"])],
  };
}

/** The points of a contract for a service, in the order of the reference's checklist. */
export function contractSheet(pen: Pen, data: ContractData, issued: Issued | undefined): Sheet {
  const { both } = pen;
  const { service, fee, milestones } = data;
  const party = (of: Party) => {
    const taxId = of.taxId === undefined ? "" : `${both(m["documents.label.taxId"]).join(" / ")}: ${of.taxId}`;
    return [named(of), ...pen.address(of), taxId].map((text) => bit("parties", text));
  };
  return {
    ...bareSheet(pen, "service_contract", issued),
    parties: filled([
      { label: both(m["documents.label.party1"]), bits: party(data.seller) },
      { label: both(m["documents.label.party2"]), bits: party(data.buyer) },
    ]),
    facts: filled([
      {
        label: both(m["documents.label.fee"]),
        bits: [bit("fee", pen.sum(fee.amountMinor, fee.currency)), ...pen.words("fee", fee.taxes)],
      },
      {
        label: both(m["documents.label.revisions"]),
        bits: [bit("revisions", service.revisions === undefined ? "" : pen.number(service.revisions))],
      },
      { label: both(m["documents.label.formats"]), bits: [bit("source_files", service.formats)] },
    ]),
    columns: [
      { label: both(m["documents.label.milestone"]), width: "1fr", align: "left" },
      { label: both(m["documents.label.date"]), width: "auto", align: "left" },
    ],
    table: milestones.map(({ what, on }) => [pen.words("schedule", what), [bit("schedule", pen.day(on))]]),
    notes: filled([
      {
        label: both(m["documents.label.scope"]),
        bits: [...pen.words("scope", service.scope), ...pen.words("scope", service.deliverables)],
      },
      { label: both(m["documents.label.rights"]), bits: pen.words("rights", service.rights) },
      { label: both(m["documents.label.acceptance"]), bits: pen.words("acceptance", data.acceptance) },
      { label: both(m["documents.label.confidentiality"]), bits: pen.words("confidentiality", data.confidentiality) },
      { label: both(m["documents.label.law"]), bits: pen.words("law", data.law) },
    ]),
    remarks: [both(m["documents.print.dataSheet"])],
  };
}
