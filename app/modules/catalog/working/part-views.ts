import type { ParcelIncoterm } from "../incoterm";

type Choice = { value: string; label: string };

/** What the fields of a part choose from; empty where a part has no such field. */
export type PartChoices = {
  categories: { label: string; kind: "good" | "service"; choices: Choice[] }[];
  techniques: Choice[];
  materials: Choice[];
  places: Choice[];
  units: Choice[];
  currencies: Choice[];
  incoterms: { code: ParcelIncoterm; name: string }[];
  languages: Choice[];
  mostMaterials: number;
};

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
