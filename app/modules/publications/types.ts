import type { Locale } from "~/platform/i18n/locales";

/** Whose catalogue it is. */
export const CATALOGUE_KINDS = ["seller", "collection", "saved"] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

export const CATALOGUE_FORMATS = ["pdf", "xlsx", "json"] as const;
export type CatalogueFormat = (typeof CATALOGUE_FORMATS)[number];

/** Listings in one catalogue at most; whoever has more finds the rest on the site. */
export const MOST_LISTINGS = 300;

/** Which catalogue, for which reader: enough to make it again, and nothing of who asked. */
export type CatalogueRequest = {
  kind: CatalogueKind;
  /** The seller or the collection; undefined for what is saved. */
  subjectId: string | undefined;
  /** In the order of the catalogue. */
  listingIds: string[];
  lang: Locale;
  destination: string;
  currency: string;
};

/**
 * How far the printed catalogue of some content is: `none` until somebody asks for it, then waiting, gathering pictures,
 * setting pages, ready or failed.
 */
export type EditionState =
  | { status: "none" }
  | { status: "waiting" | "gathering" | "setting"; gathered: number }
  | { status: "ready"; byteCount: number; readyAt: string }
  | { status: "failed"; isUnavailable: boolean };

export function isUnderWay({ status }: EditionState): boolean {
  return status === "waiting" || status === "gathering" || status === "setting";
}

export type CatalogueRefusal = "nothing-to-show" | "too-many";
