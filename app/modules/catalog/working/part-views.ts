import type { ParcelIncoterm } from "../incoterm";

type Choice = { value: string; label: string };

/** Facts that are asked of some goods only. */
export const SPECIAL_FACTS = ["wood", "fibres", "copper"] as const;
export type SpecialFact = (typeof SPECIAL_FACTS)[number];

/** What the fields of a part choose from; empty where a part has no such field. */
export type PartChoices = {
  categories: { label: string; kind: "good" | "service"; choices: Choice[] }[];
  techniques: Choice[];
  materials: Choice[];
  /** Of the materials, those that things of the category are usually made of. */
  usualMaterials: string[];
  specialFacts: SpecialFact[];
  places: Choice[];
  units: Choice[];
  currencies: Choice[];
  incoterms: { code: ParcelIncoterm; name: string }[];
  languages: Choice[];
  mostMaterials: number;
};

/** A variant in the table of prices and stock, by its Azerbaijani name or else its SKU. */
export type TableVariant = { variantId: string; name: string; stock: number };

/** The Azerbaijani text beside a translation, and how the translation stands to it. */
export type OriginalText = {
  title: string;
  description: string;
  deliverables: string | undefined;
  rights: string | undefined;
  /** The original has changed since it was translated. */
  isOlder: boolean;
  /** Composed, and not read by anybody yet. */
  isDraft: boolean;
};
