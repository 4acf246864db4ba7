/** The Incoterms 2020 that fit parcels of crafts; source: `craft_parcel_fit` of `db/reference/incoterms.csv`. */
export const PARCEL_INCOTERMS = ["FCA", "DAP", "CPT", "CIP", "DDP", "DPU", "EXW"] as const;
export type ParcelIncoterm = (typeof PARCEL_INCOTERMS)[number];

/** Best first offer of a workshop: it packs and clears export, the buyer's side takes over. */
export const ADVISED_INCOTERM: ParcelIncoterm = "FCA";

/** How a parcel comes to the carrier in Azerbaijan. `uncleared`: the buyer would clear export as well. */
export const HANDOVERS = ["to_carrier", "collected", "uncleared"] as const;
/** Who pays the long carriage; with `risk_passes` and `insured` loss on the way is the buyer's. */
export const CARRIAGES = ["buyer", "seller", "risk_passes", "insured"] as const;
/** Who pays duty and tax where the parcel arrives. */
export const DUTIES = ["buyer", "seller"] as const;

export type IncotermAnswers = {
  handover: (typeof HANDOVERS)[number];
  carriage: (typeof CARRIAGES)[number];
  duty: (typeof DUTIES)[number];
};

export type IncotermWarning = "clearance" | "own-carrier" | "risk-passes" | "duty-and-way" | "tax-number";

export type IncotermSuggestion = { code: ParcelIncoterm; warnings: readonly IncotermWarning[] };

/** The term that three answers in plain words amount to. Where answers contradict each other, the one that costs more holds. */
export function suggestIncoterm(answers: IncotermAnswers): IncotermSuggestion {
  const code = codeOf(answers);
  return { code, warnings: [...contradictionsIn(answers), ...warningsOf(code)] };
}

function codeOf({ handover, carriage, duty }: IncotermAnswers): ParcelIncoterm {
  if (duty === "seller") return "DDP";
  if (carriage === "insured") return "CIP";
  if (carriage === "risk_passes") return "CPT";
  if (carriage === "seller") return "DAP";
  return handover === "uncleared" ? "EXW" : "FCA";
}

function contradictionsIn({ handover, carriage, duty }: IncotermAnswers): IncotermWarning[] {
  if (duty === "seller" && carriage !== "seller") return ["duty-and-way"];
  return carriage !== "buyer" && handover !== "to_carrier" ? ["own-carrier"] : [];
}

/** What a seller should know of a term, however she came to it. */
export function warningsOf(code: string): readonly IncotermWarning[] {
  if (code === "EXW") return ["clearance"];
  if (code === "DDP") return ["tax-number"];
  return code === "CPT" ? ["risk-passes"] : [];
}

/** Is the place of a term where the seller hands over, rather than where the goods arrive? */
export function isPlaceOfSeller(code: string): boolean {
  return code === "EXW" || code === "FCA";
}
