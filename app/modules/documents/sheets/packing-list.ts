import { m } from "~/paraglide/messages.js";
import type { PackingListData, Party } from "../input";
import { packedTotals, volumeOf } from "../rules";
import { named } from "./invoice";
import { bareSheet, bit, filled, type Issued, type Pen } from "./pen";
import type { Bit, Sheet } from "./sheet";
import { HANDLING_NAMES, PACKAGE_NAMES } from "./words";

export function packingListSheet(pen: Pen, data: PackingListData, issued: Issued | undefined): Sheet {
  const { both } = pen;
  const { invoice, packages } = data;
  const totals = packedTotals(data);
  const party = (field: string, of: Party) => [named(of), ...pen.address(of)].map((text) => bit(field, text));
  return {
    ...bareSheet(pen, "packing_list", issued),
    parties: filled([
      { label: both(m["documents.label.seller"]), bits: party("seller", data.seller) },
      { label: both(m["documents.label.consignee"]), bits: party("consignee", data.consignee) },
    ]),
    facts: filled([
      {
        label: both(m["documents.label.invoice"]),
        bits: [bit("invoice_ref", [invoice.number, pen.day(invoice.on)].filter(Boolean).join(", "))],
      },
    ]),
    columns: [
      { label: both(m["documents.label.package"]), width: "auto", align: "left" },
      { label: both(m["documents.label.packageKind"]), width: "auto", align: "left" },
      { label: both(m["documents.label.contents"]), width: "1fr", align: "left" },
      { label: both(m["documents.label.dimensions"]), width: "auto", align: "left" },
      { label: both(m["documents.label.net"]), width: "auto", align: "right" },
      { label: both(m["documents.label.gross"]), width: "auto", align: "right" },
      { label: both(m["documents.label.volume"]), width: "auto", align: "right" },
    ],
    table: packages.map((one, index) => rowOf(pen, one, `${index + 1}/${packages.length}`)),
    totals: [
      {
        label: both(m["documents.label.packedTotals"]),
        bits: [
          bit(
            "totals",
            [
              pen.number(totals.packageCount),
              pen.kilograms(totals.netGrams),
              pen.kilograms(totals.grossGrams),
              cubicMetres(pen, totals.volume),
            ].join("; "),
          ),
        ],
      },
    ],
  };
}

function rowOf(pen: Pen, one: PackingListData["packages"][number], number: string): Bit[][] {
  const { lengthMm, widthMm, heightMm } = one;
  const sides = [lengthMm, widthMm, heightMm];
  const isSized = sides.every((side) => side !== undefined);
  const handled = (one.handling ?? []).map((kind) => pen.both(HANDLING_NAMES[kind]).join(" / "));
  return [
    [bit("package_no", number)],
    [
      bit("package_kind", one.kind && pen.both(PACKAGE_NAMES[one.kind]).join(" / ")),
      bit("marks", one.marks),
      ...handled.map((text) => ({ field: "fragile", text, isQuiet: true })),
    ],
    one.contents.flatMap(({ description, sku, quantity }) => {
      const [first, ...rest] = pen.words("contents", description);
      const start = [quantity === undefined ? "" : `${pen.number(quantity)} ×`, first?.text].filter(Boolean).join(" ");
      return [bit("contents", [start, sku && `(SKU ${sku})`].filter(Boolean).join(" ")), ...rest];
    }),
    [bit("dims", isSized ? sides.map((side) => pen.number((side ?? 0) / 10)).join(" × ") : "")],
    [bit("net", pen.kilograms(one.netGrams))],
    [bit("gross", pen.kilograms(one.grossGrams))],
    [bit("volume", isSized ? cubicMetres(pen, volumeOf(one)) : "")],
  ];
}

/** A cubic metre is 10⁹ cubic millimetres; a parcel is thousandths of one. */
function cubicMetres(pen: Pen, volume: bigint): string {
  return pen.number(Number(volume) / 1e9, 4);
}
