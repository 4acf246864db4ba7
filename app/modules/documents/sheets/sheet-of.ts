import { contractSheet, originSheet } from "./data-sheets";
import { invoiceSheet } from "./invoice";
import { packingListSheet } from "./packing-list";
import { penFor, type ToPrint } from "./pen";
import { cn22Sheet, cn23Sheet } from "./postal";
import type { Sheet } from "./sheet";

/** A document, written out in its two languages. */
export function sheetOf({ second, issued, ...of }: ToPrint): Sheet {
  const pen = penFor(second);
  switch (of.kind) {
    case "proforma_invoice":
    case "commercial_invoice":
      return invoiceSheet(pen, of.kind, of.data, issued);
    case "packing_list":
      return packingListSheet(pen, of.data, issued);
    case "cn22":
      return cn22Sheet(pen, of.data, issued);
    case "cn23":
      return cn23Sheet(pen, of.data, issued);
    case "certificate_of_origin_ct1":
      return originSheet(pen, of.data, issued);
    case "service_contract":
      return contractSheet(pen, of.data, issued);
  }
}
