import type { DeliveryOption } from "~/modules/catalog";
import { convert, money, type Money, type RateTable } from "~/platform/money";

/** Pieces of one line as they are packed. */
export type PackedPieces = { pieceGrams: number; quantity: number };

/**
 * Weights of the parcels in which pieces of several lines go together: the heaviest pieces first, each into the first parcel
 * that has room (first-fit decreasing). Equal pieces are packed as `shippingCost` of one listing packs them.
 *
 * @param heaviest grams that one parcel may weigh
 * @returns undefined when a single piece is heavier
 */
export function packParcels(lines: readonly PackedPieces[], heaviest: number): number[] | undefined {
  const parcels: { grams: number; count: number }[] = [];
  for (const { pieceGrams, quantity } of lines.toSorted((a, b) => b.pieceGrams - a.pieceGrams)) {
    if (pieceGrams > heaviest) return undefined;
    let left = quantity;
    // Parcels of one weight are counted, not listed: a hundred thousand cups are packed in a few steps.
    for (const parcel of [...parcels]) {
      if (left === 0) break;
      const room = Math.floor((heaviest - parcel.grams) / pieceGrams);
      if (room === 0) continue;
      const filled = Math.min(parcel.count, Math.floor(left / room));
      if (filled > 0) {
        parcel.count -= filled;
        parcels.push({ grams: parcel.grams + room * pieceGrams, count: filled });
        left -= filled * room;
      }
      if (left > 0 && left < room && parcel.count > 0) {
        parcel.count -= 1;
        parcels.push({ grams: parcel.grams + left * pieceGrams, count: 1 });
        left = 0;
      }
    }
    const perParcel = Math.floor(heaviest / pieceGrams);
    const full = Math.floor(left / perParcel);
    if (full > 0) parcels.push({ grams: perParcel * pieceGrams, count: full });
    if (left % perParcel > 0) parcels.push({ grams: (left % perParcel) * pieceGrams, count: 1 });
  }
  return parcels.flatMap(({ grams, count }) => Array.from({ length: count }, () => grams));
}

/** More parcels than this are no post any more: such a shipment is asked for. */
const MOST_PARCELS = 500;

/**
 * What one way costs for everything that goes by it, in the currency of its table.
 *
 * @param worth of the goods in any currency, for "free over"
 * @returns undefined when it has to be asked for
 */
export function carriageOf(
  option: DeliveryOption,
  lines: readonly PackedPieces[],
  { worth, rates }: { worth: Money; rates: RateTable },
): Money | undefined {
  const last = option.rates.at(-1);
  if (!last || option.currency === undefined) return undefined;
  const free = money(0n, option.currency);
  if (lines.length === 0) return free;
  if (option.freeOverMinor !== undefined) {
    const there = convert(worth, option.currency, rates);
    if (there && there.amountMinor >= BigInt(option.freeOverMinor)) return free;
  }
  const heaviest = Math.min(last.upToGrams, option.maximumGrams ?? last.upToGrams);
  const pieces = lines.reduce((sum, { pieceGrams, quantity }) => sum + pieceGrams * quantity, 0);
  if (pieces > heaviest * MOST_PARCELS) return undefined;
  const parcels = packParcels(lines, heaviest);
  if (!parcels) return undefined;
  const amount = parcels.reduce(
    (sum, grams) =>
      sum + BigInt(option.rates.find(({ upToGrams }) => grams <= upToGrams)?.amountMinor ?? last.amountMinor),
    0n,
  );
  return money(amount, option.currency);
}
