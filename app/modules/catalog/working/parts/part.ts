import type { Trx } from "~/platform/db/db.server";
import type { Working } from "../read-listing.server";

/** Pages on which a listing is written, besides its pictures. */
export const LISTING_PARTS = ["about", "price", "stock", "conditions", "export", "en", "ru"] as const;
export type ListingPart = (typeof LISTING_PARTS)[number];

/** The part that an address names, or undefined. */
export function listingPartOf(name: string | undefined): ListingPart | undefined {
  return LISTING_PARTS.find((part) => part === name);
}

/** What a form shows of a part: text as people type it, lists of rows below their name. */
export type FormValues = { [name: string]: string | undefined | readonly string[] | readonly FormValues[] };

export type PartRefusal =
  | "category-missing"
  | "technique-missing"
  | "material-missing"
  | "place-missing"
  | "hs-code-missing"
  | "over-hundred-years"
  | "incoterm-missing"
  | "variant-missing"
  | "title-missing";

/** How a part is read into its form and written from it. */
export type PartRoom<Input> = {
  valuesOf: (working: Working) => FormValues;
  /** @param version of the listing that this change makes */
  write: (trx: Trx, working: Working, input: Input, version: number) => Promise<PartRefusal | undefined>;
};
