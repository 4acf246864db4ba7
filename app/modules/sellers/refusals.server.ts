import { m } from "~/paraglide/messages.js";
import type { BankRefusal } from "./bank-change.server";
import type { ClosureRefusal } from "./closure";
import type { ShippingRefusal } from "./edit-shipping.server";
import type { EditRefusal } from "./edit-shop.server";
import type { LegalRefusal, PaperTrouble } from "./legal-facts.server";
import { MOST_CATEGORIES } from "./shop-facts.server";
import type { ShopDecisionRefusal } from "./review-shop.server";
import type { SubmitRefusal } from "./shop-steps";

type Texts<Refusal extends string> = Readonly<Record<Refusal, () => string>>;

export const editRefusalText: Texts<EditRefusal> = {
  "changed-elsewhere": m["accounts.refusal.changedElsewhere"],
  "not-editable": m["sellers.refusal.notEditable"],
  "place-missing": m["sellers.mend.place"],
  "category-missing": m["sellers.refusal.categoryMissing"],
  "too-many-categories": () => m["sellers.mend.categories"]({ most: MOST_CATEGORIES }),
};

export const bankRefusalText: Texts<BankRefusal> = {
  "changed-elsewhere": m["accounts.refusal.changedElsewhere"],
  "not-editable": m["sellers.refusal.notEditable"],
  "no-second-factor": m["sellers.bank.noSecondFactor"],
  "code-needed": m["sellers.bank.codeNeeded"],
  "wrong-code": m["accounts.refusal.wrongCode"],
  throttled: m["accounts.refusal.throttled"],
};

export const legalRefusalText: Texts<LegalRefusal> = {
  "changed-elsewhere": m["accounts.refusal.changedElsewhere"],
  "not-editable": m["sellers.refusal.notEditable"],
  "voen-taken": m["sellers.legal.taken"],
};

export const paperRefusalText: Texts<PaperTrouble> = {
  "changed-elsewhere": m["accounts.refusal.changedElsewhere"],
  "not-editable": m["sellers.refusal.notEditable"],
  "too-many-papers": m["sellers.paper.refusal.tooMany"],
  empty: m["sellers.paper.refusal.empty"],
  "too-large": m["sellers.paper.refusal.tooLarge"],
  "not-a-paper": m["sellers.paper.refusal.notAPaper"],
  truncated: m["sellers.paper.refusal.truncated"],
  "active-content": m["sellers.paper.refusal.activeContent"],
  password: m["sellers.paper.refusal.password"],
  "too-many-pixels": m["sellers.paper.refusal.tooManyPixels"],
};

const submitRefusalText: Texts<SubmitRefusal | "shop-missing" | "nothing-mended"> = {
  "already-submitted": m["sellers.refusal.alreadySubmitted"],
  "already-approved": m["sellers.refusal.alreadyApproved"],
  suspended: m["sellers.refusal.suspended"],
  "making-missing": m["sellers.refusal.makingMissing"],
  "place-missing": m["sellers.mend.place"],
  "contacts-missing": m["sellers.contacts.mend.none"],
  "story-missing": m["sellers.refusal.storyMissing"],
  "shop-missing": m["sellers.refusal.notEditable"],
  "nothing-mended": m["sellers.refusal.nothingMended"],
};

/** Why a shop was not sent, by the name of the refusal in an address; anything else there says nothing. */
export function submitRefusalFor(name: string | null): string | undefined {
  return Object.entries(submitRefusalText).find(([refusal]) => refusal === name)?.[1]();
}

export const decisionRefusalText: Texts<ShopDecisionRefusal> = {
  "item-missing": m["reviews.refusal.missing"],
  "item-decided": m["reviews.refusal.decided"],
  "claimed-by-other": m["reviews.refusal.claimedByOther"],
  "not-claimed": m["reviews.refusal.notClaimed"],
  "subject-changed": m["reviews.refusal.changed"],
  "reason-missing": m["reviews.refusal.reasonMissing"],
  "shop-missing": m["reviews.refusal.missing"],
  "filled-by-you": m["sellers.handover.filledByYou"],
  "papers-missing": m["reviews.refusal.papersMissing"],
};

export const closureRefusalText: Texts<ClosureRefusal | "changed-elsewhere"> = {
  "changed-elsewhere": m["accounts.refusal.changedElsewhere"],
  "until-before-from": m["sellers.closure.refusal.turned"],
  "too-long": m["sellers.closure.refusal.tooLong"],
  "over-already": m["sellers.closure.refusal.over"],
};

export const shippingRefusalText: Texts<ShippingRefusal> = {
  "changed-elsewhere": m["sellers.routes.refusal.changed"],
  "already-there": m["sellers.routes.refusal.alreadyThere"],
  "other-currency": m["sellers.routes.refusal.otherCurrency"],
  "route-missing": m["sellers.routes.refusal.missing"],
  "zone-missing": m["sellers.routes.refusal.missing"],
  "country-missing": m["sellers.routes.refusal.noCountries"],
  "country-taken": m["sellers.routes.refusal.taken"],
  "no-countries": m["sellers.routes.refusal.noCountries"],
  "home-apart": m["sellers.routes.refusal.homeApart"],
  "days-turned": m["sellers.routes.refusal.daysTurned"],
  "no-rates": m["sellers.routes.refusal.noRates"],
  "same-weight": m["sellers.routes.refusal.sameWeight"],
  "cheaper-when-heavier": m["sellers.routes.refusal.cheaper"],
  "too-light-limit": m["sellers.routes.refusal.tooLight"],
};

export const handOverRefusalText: Texts<
  "shop-missing" | "throttled" | "already-member" | "team-full" | "place-missing" | "invitation-missing"
> = {
  "shop-missing": m["sellers.handover.refusal.missing"],
  throttled: m["accounts.refusal.throttled"],
  "already-member": m["accounts.team.refusal.alreadyMember"],
  "team-full": m["sellers.handover.refusal.missing"],
  "place-missing": m["sellers.mend.place"],
  "invitation-missing": m["accounts.team.refusal.invitationMissing"],
};
