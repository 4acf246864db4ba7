import { m } from "~/paraglide/messages.js";

export const CONFIRM_DEEDS = ["confirm", "take-back"] as const;
export type ConfirmDeed = (typeof CONFIRM_DEEDS)[number];

/** Why somebody of staff does not confirm anything of a shop. */
export type OwnShopRefusal = "filled-by-you" | "member-of-shop";
export type ConfirmDeclarationRefusal = OwnShopRefusal | "seller-missing" | "not-declared" | "words-changed";
export type ConfirmRuleRefusal = OwnShopRefusal | "seller-missing" | "rule-missing" | "decided-meanwhile";

export const CONFIRM_REFUSAL_TEXTS: Readonly<Record<ConfirmDeclarationRefusal | ConfirmRuleRefusal, () => string>> = {
  "filled-by-you": m["staffReadiness.refusal.filledByYou"],
  "member-of-shop": m["staffReadiness.refusal.memberOfShop"],
  "seller-missing": m["staffReadiness.refusal.sellerMissing"],
  "not-declared": m["staffReadiness.refusal.notDeclared"],
  "words-changed": m["staffReadiness.refusal.wordsChanged"],
  "rule-missing": m["staffReadiness.refusal.ruleMissing"],
  "decided-meanwhile": m["staffReadiness.refusal.decidedMeanwhile"],
};

/** Who confirmed something, and when, in the reader's words. */
export type Confirmed = { by: string; when: string };

export type DeclarationView = {
  /** What it is called in the database. */
  name: string;
  criterionId: string;
  title: string;
  why: string;
  /** As the seller wrote them; undefined where she declares nothing. */
  words: string | undefined;
  declared: string | undefined;
  confirmed: Confirmed | undefined;
  /** Of the state that a form is made from. */
  stamp: string;
};

export type StaffRuleView = {
  id: string;
  text: string;
  isMandatory: boolean;
  confirmed: Confirmed | undefined;
};

export type StaffMarketView = { marketId: string; name: string; isTarget: boolean; rules: StaffRuleView[] };

export type WaitingDeclaration = {
  sellerId: string;
  seller: string;
  name: string;
  title: string;
  words: string;
  declaredOn: string | undefined;
};
