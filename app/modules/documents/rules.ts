import { minorDigits } from "~/platform/money";
import type { InvoiceData, KindWithData, Line, PackingListData, PostalData } from "./input";
import { isVague } from "./vague-words";

/** Why complete data makes no document: parts of it say different things, or the form is not for it. */
export const DATA_REFUSALS = [
  "total-differs",
  "net-over-gross",
  "packages-differ",
  "contents-differ",
  "too-much-for-cn22",
  "sdr-rate-missing",
  "description-too-vague",
] as const;
export type DataRefusal = (typeof DATA_REFUSALS)[number];

/** Up to here a CN 22 will do: 300 SDR and 2 kg (UPU; domain reference, S71). */
export const CN22_LIMIT = { sdr: 300n, grams: 2_000 } as const;

/** Net weight of a consignment in grams; lines without one count as nothing. */
export function netGramsOf(lines: readonly { netGrams?: number | undefined }[]): number {
  return lines.reduce((sum, { netGrams = 0 }) => sum + netGrams, 0);
}

/** Price of a line in minor units; 0 while something of it is missing. */
export function lineMinor({ unitPriceMinor = 0n, quantity = 0 }: Pick<Line, "unitPriceMinor" | "quantity">): bigint {
  return unitPriceMinor * BigInt(quantity);
}

export function goodsMinor(lines: readonly Line[]): bigint {
  return lines.reduce((sum, line) => sum + lineMinor(line), 0n);
}

/** What an invoice asks for: goods, freight and insurance, in minor units. */
export function invoiceMinor({ lines, order }: Pick<InvoiceData, "lines" | "order">): bigint {
  return goodsMinor(lines) + (order.freightMinor ?? 0n) + (order.insuranceMinor ?? 0n);
}

type Sized = { lengthMm?: number | undefined; widthMm?: number | undefined; heightMm?: number | undefined };

/** Cubic millimetres of a package; as bigint, since a container has more than a float counts exactly. */
export function volumeOf({ lengthMm = 0, widthMm = 0, heightMm = 0 }: Sized): bigint {
  return BigInt(lengthMm) * BigInt(widthMm) * BigInt(heightMm);
}

/** Totals of a packing list: packages, grams net and gross, cubic millimetres. */
export function packedTotals({ packages }: Pick<PackingListData, "packages">) {
  return {
    packageCount: packages.length,
    netGrams: netGramsOf(packages),
    grossGrams: packages.reduce((sum, { grossGrams = 0 }) => sum + grossGrams, 0),
    volume: packages.reduce((sum, one) => sum + volumeOf(one), 0n),
  };
}

type Parcel = { valueMinor: bigint; currency: string; grossGrams: number; sdr: NonNullable<PostalData["sdr"]> };

/** Which postal form goods of this value and weight need. The rates have a day: what an SDR is in manats changes. */
export function postalFormFor({ valueMinor, currency, grossGrams, sdr }: Parcel): "cn22" | "cn23" {
  const limit = CN22_LIMIT.sdr * sdr.aznMillionths * 10n ** BigInt(minorDigits(currency));
  const isSmall = grossGrams <= CN22_LIMIT.grams && valueMinor * sdr.currencyAznMillionths <= limit;
  return isSmall ? "cn22" : "cn23";
}

/** First reason why this data, of which nothing is missing, makes no document; undefined when it does. */
export function whyNotMake(of: KindWithData): DataRefusal | undefined {
  switch (of.kind) {
    case "proforma_invoice":
    case "commercial_invoice":
      return whyNotInvoice(of.data);
    case "packing_list":
      return whyNotPack(of.data);
    case "cn22":
      return whyNotCn22(of.data);
    case "cn23":
      return whyNotPost(of.data);
    case "certificate_of_origin_ct1":
    case "service_contract":
      return undefined;
  }
}

const isTooHeavyInside = (netGrams: number, grossGrams: number | undefined) =>
  grossGrams !== undefined && netGrams > grossGrams;

/** Net grams of the first package, or of the consignment, that is said to weigh less than what is in it; 0 where none is. */
export function netOverGross({ data }: KindWithData): number {
  if ("packages" in data) {
    const over = data.packages.find(({ netGrams = 0, grossGrams }) => isTooHeavyInside(netGrams, grossGrams));
    return over?.netGrams ?? 0;
  }
  return "lines" in data ? netGramsOf(data.lines) : 0;
}

function whyNotInvoice(data: InvoiceData): DataRefusal | undefined {
  const { statedTotalMinor } = data.order;
  if (statedTotalMinor !== undefined && statedTotalMinor !== invoiceMinor(data)) return "total-differs";
  if (isTooHeavyInside(netGramsOf(data.lines), data.shipment.grossGrams)) return "net-over-gross";
  return data.lines.some(hasVagueWords) ? "description-too-vague" : undefined;
}

function whyNotPack(data: PackingListData): DataRefusal | undefined {
  const { packages, statedPackageCount, invoiced } = data;
  if (packages.some(({ netGrams = 0, grossGrams }) => isTooHeavyInside(netGrams, grossGrams))) return "net-over-gross";
  if (statedPackageCount !== undefined && statedPackageCount !== packages.length) return "packages-differ";
  if (invoiced === undefined) return undefined;
  const packed = piecesBySku(packages.flatMap(({ contents }) => contents));
  return packed === piecesBySku(invoiced) ? undefined : "contents-differ";
}

type Pieces = { sku?: string | undefined; quantity?: number | undefined };

function piecesBySku(pieces: readonly Pieces[]): string {
  const sums = new Map<string, number>();
  for (const { sku = "", quantity = 0 } of pieces) sums.set(sku, (sums.get(sku) ?? 0) + quantity);
  return JSON.stringify([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function whyNotPost({ lines, shipment }: PostalData): DataRefusal | undefined {
  if (isTooHeavyInside(netGramsOf(lines), shipment.grossGrams)) return "net-over-gross";
  return lines.some(hasVagueWords) ? "description-too-vague" : undefined;
}

function whyNotCn22(data: PostalData): DataRefusal | undefined {
  const refusal = whyNotPost(data);
  if (refusal) return refusal;
  const { sdr, lines, currency = "", shipment } = data;
  if (!sdr) return "sdr-rate-missing";
  const parcel = { valueMinor: goodsMinor(lines), currency, grossGrams: shipment.grossGrams ?? 0, sdr };
  return postalFormFor(parcel) === "cn22" ? undefined : "too-much-for-cn22";
}

function hasVagueWords({ description }: Line): boolean {
  return Object.values(description ?? {}).some((words) => words !== undefined && isVague(words));
}
