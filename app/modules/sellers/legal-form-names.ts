import { m } from "~/paraglide/messages.js";
import type { LegalForm } from "./types";

/** What a legal form is called where a shop has no words of its own for it. */
export const LEGAL_FORM_NAMES: Readonly<Record<LegalForm, () => string>> = {
  individual_entrepreneur: m["sellers.legal.form.individualEntrepreneur"],
  llc: m["sellers.legal.form.llc"],
  cooperative: m["sellers.legal.form.cooperative"],
  public_body: m["sellers.legal.form.publicBody"],
  other: m["sellers.legal.form.other"],
};
