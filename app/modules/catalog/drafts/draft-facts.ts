import type { ListingKind, StockPolicy } from "../types";

/** Languages that a draft can be written in; the original is Azerbaijani. */
export const DRAFT_LOCALES = ["en", "ru"] as const;
export type DraftLocale = (typeof DRAFT_LOCALES)[number];

/** What a title says that the listing is: a thing that is known, and whether it is several of it. */
export type NamedThing = { id: string | undefined; grouping: "set" | "pair" | undefined };

/** All that a draft may say. What is left out here is left out there: nothing is guessed. */
export type DraftFacts = {
  kind: ListingKind;
  categoryId: string;
  thing?: NamedThing;
  techniqueId?: string;
  /** The main material first. */
  materialIds: readonly string[];
  /** Millimetres; without a height for what lies flat. */
  size?: { lengthMm: number; widthMm: number; heightMm?: number };
  placeId?: string;
  stockPolicy?: StockPolicy;
  service?: {
    deliveryMode?: "remote" | "in_person" | "mixed";
    turnaroundDays?: number;
    revisionsIncluded?: number;
    fileFormats: readonly string[];
    /** BCP 47. */
    workingLanguages: readonly string[];
  };
};

export type DraftTexts = { title: string; description: string };
