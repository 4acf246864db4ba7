import { HOME_COUNTRY, isPlaceOfSeller } from "~/modules/catalog";
import type { Delivery } from "../types";
import { ORDER_DOCUMENT_KINDS, type OrderDocumentKind } from "./kinds";

/** Heavier parcels need a CN 23, whatever they are worth (UPU; see `CN22_LIMIT`). */
const CN22_GRAMS = 2_000;

type Sent = {
  destination: string;
  delivery: Delivery;
  /** Weighed where parcels have left, else the goods without their packing. */
  grams: number;
};

/**
 * Documents that an order needs where it goes: none of the customs' at home, and the post's forms for what goes by post, of
 * which the short one only up to its weight. What the goods are worth in SDR is judged when it is issued, by the day's rate.
 */
export function offeredKinds({ destination, delivery, grams }: Sent): OrderDocumentKind[] {
  if (destination === HOME_COUNTRY) return ["proforma_invoice"];
  return ORDER_DOCUMENT_KINDS.filter((kind) => {
    if (kind === "cn22") return delivery === "post" && grams <= CN22_GRAMS;
    return kind !== "cn23" || delivery === "post";
  });
}

type Agreed = { incoterm: string | null; shippingMinor: bigint };

/** Whether the term of an invoice is still to be chosen: none is agreed, or one that leaves out the carriage that is charged. */
export function isTermOpen({ incoterm, shippingMinor }: Agreed): boolean {
  return incoterm === null || contradictsCarriage({ incoterm, shippingMinor });
}

/** The seller hands over at her own place, and yet the order's total holds the carriage to the buyer's. */
export function contradictsCarriage({ incoterm, shippingMinor }: Agreed): boolean {
  return incoterm !== null && isPlaceOfSeller(incoterm) && shippingMinor > 0n;
}
