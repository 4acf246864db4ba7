import type { LegalForm } from "./types";

/** What is wrong with a VÖEN: not ten digits, a check digit that does not fit, or a number of the other kind of taxpayer. */
export type VoenProblem = "length" | "check" | "company-number" | "person-number";

/** Weights of the first eight digits; the ninth is their sum modulo 11 (State Tax Service; python-stdnum, stdnum.az.voen). */
const WEIGHTS = [4, 1, 8, 6, 2, 7, 5, 3];

/** Forms whose taxpayer is a company; a sole entrepreneur is a person, and of other forms both occur. */
const COMPANIES: ReadonlySet<LegalForm> = new Set(["llc", "cooperative", "public_body"]);

/**
 * First thing that is wrong with a taxpayer's number of Azerbaijan: ten digits, the ninth a check digit, the last 1 for a
 * company or 2 for a person.
 *
 * @param legalForm when it is known, the last digit has to fit it
 */
export function whyNotVoen(voen: string, legalForm?: LegalForm): VoenProblem | undefined {
  if (!/^\d{10}$/.test(voen)) return "length";
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(voen[index]), 0);
  if (sum % 11 !== Number(voen[8]) || !/[12]$/.test(voen)) return "check";
  if (legalForm === "individual_entrepreneur" && voen.endsWith("1")) return "company-number";
  if (legalForm && COMPANIES.has(legalForm) && voen.endsWith("2")) return "person-number";
  return undefined;
}

export function isVoen(voen: string): boolean {
  return whyNotVoen(voen) === undefined;
}
