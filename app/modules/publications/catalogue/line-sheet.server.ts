import writeExcelFile from "write-excel-file/node";
import { m } from "~/paraglide/messages.js";
import { money, toDecimal } from "~/platform/money";
import type { Catalogue } from "./content.server";

type Cell = { value: string; type: StringConstructor } | { value: number; type: NumberConstructor; format?: string };

const HEADING = { fontWeight: "bold", textColor: "#ffffff", backgroundColor: "#264653", wrap: true } as const;
const AMOUNT_FORMAT = "#,##0.00";

type Entry = Catalogue["entries"][number];
type Column = { heading: string; width: number; cell: (entry: Entry) => Cell | undefined };

/** A text is a text, whatever it begins with: the file says so of its cell, and programs compute formulas only. */
const text = (value: string | undefined): Cell | undefined => (value ? { value, type: String } : undefined);
const figure = (value: number | undefined, format?: string): Cell | undefined =>
  value === undefined ? undefined : { value, type: Number, ...(format === undefined ? {} : { format }) };

/** A spreadsheet's number is a float by nature; the exact amount is in the JSON. */
function amount({ amountMinor, currency }: Entry["tiers"][number]): number {
  return Number(toDecimal(money(BigInt(amountMinor), currency)));
}

function columns(mostTiers: number): Column[] {
  return [
    { heading: m["publications.column.title"](), width: 42, cell: ({ title }) => text(title) },
    { heading: m["publications.column.seller"](), width: 24, cell: ({ seller }) => text(seller.name) },
    { heading: m["publications.column.category"](), width: 22, cell: ({ category }) => text(category) },
    { heading: m["catalog.fact.madeIn"](), width: 14, cell: ({ place }) => text(place) },
    { heading: m["catalog.fact.material"](), width: 24, cell: ({ materials }) => text(materials) },
    { heading: m["catalog.fact.size"](), width: 20, cell: ({ size }) => text(size) },
    { heading: m["publications.column.grams"](), width: 10, cell: ({ netWeightGrams }) => figure(netWeightGrams) },
    { heading: m["publications.column.packed"](), width: 10, cell: (entry) => figure(entry.packedWeightGrams) },
    { heading: m["catalog.fact.hsCode"](), width: 12, cell: ({ hsCode }) => text(hsCode) },
    { heading: m["catalog.fact.origin"](), width: 9, cell: ({ originCountry }) => text(originCountry) },
    { heading: m["publications.column.unit"](), width: 12, cell: ({ unit }) => text(unit) },
    {
      heading: m["publications.column.minimum"](),
      width: 10,
      cell: ({ minimumOrderQuantity }) => figure(minimumOrderQuantity),
    },
    { heading: m["publications.column.currency"](), width: 10, cell: ({ tiers }) => text(tiers[0]?.currency) },
    ...Array.from({ length: mostTiers }, (_, at): Column[] => [
      {
        heading: m["publications.column.tierFrom"]({ number: String(at + 1) }),
        width: 10,
        cell: ({ tiers }) => figure(tiers[at]?.minimumQuantity),
      },
      {
        heading: m["publications.column.tierPrice"]({ number: String(at + 1) }),
        width: 12,
        cell: ({ tiers }) => {
          const tier = tiers[at];
          if (tier) return figure(amount(tier), AMOUNT_FORMAT);
          return at === 0 ? text(m["publications.onRequest"]()) : undefined;
        },
      },
    ]).flat(),
    { heading: m["publications.column.terms"](), width: 26, cell: (entry) => text(entry.homeOnly ?? entry.incoterm) },
    { heading: m["publications.column.leadDays"](), width: 12, cell: ({ leadTimeDays }) => figure(leadTimeDays) },
    { heading: m["publications.column.link"](), width: 44, cell: ({ url }) => text(url) },
  ];
}

/** The catalogue as a line sheet: one listing a row, figures as numbers, the same in every language but the words. */
export async function makeLineSheet(catalogue: Catalogue): Promise<Buffer> {
  const { entries, title } = catalogue;
  const all = columns(Math.max(1, ...entries.map(({ tiers }) => tiers.length)));
  const head = all.map(({ heading }) => ({ value: heading, type: String, ...HEADING }));
  const rows = entries.map((entry) => all.map(({ cell }) => cell(entry) ?? null));
  const sheet = writeExcelFile([head, ...rows], {
    sheet: sheetName(title),
    columns: all.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  });
  return sheet.toBuffer();
}

/** Excel's rules for the name of a sheet: at most 31 letters, none of these. */
function sheetName(title: string): string {
  const name = title
    .replaceAll(/[\\/?*[\]:']/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 31)
    .trim();
  return name === "" ? "Karvan" : name;
}
