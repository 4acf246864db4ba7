import { m } from "~/paraglide/messages.js";
import type { AskRefusal, LinkRefusal, WriteRefusal } from "./types";

type Texts<Refusal extends string> = Readonly<Record<Refusal, () => string>>;

/** What files pass together. */
export const fileRefusalText = {
  "too-many-files": m["inquiries.refusal.tooManyFiles"],
  "files-too-large": m["inquiries.refusal.filesTooLarge"],
  "files-throttled": m["inquiries.refusal.filesThrottled"],
} as const;

export const askRefusalText: Texts<AskRefusal> = {
  blocked: m["inquiries.refusal.blocked"],
  "blocked-everywhere": m["inquiryCases.refusal.blockedEverywhere"],
  "too-many-first-contacts": m["inquiries.refusal.tooManyContacts"],
  throttled: m["inquiries.refusal.throttled"],
  "listing-missing": m["inquiries.refusal.listingMissing"],
  "seller-missing": m["inquiries.refusal.sellerMissing"],
  "other-seller": m["inquiries.refusal.otherSeller"],
  "own-shop": m["inquiries.refusal.ownShop"],
  "name-missing": m["inquiries.mend.name"],
  "email-missing": m["inquiries.mend.email"],
};

export const writeRefusalText: Texts<WriteRefusal> = {
  blocked: m["inquiries.refusal.blocked"],
  "blocked-everywhere": m["inquiryCases.refusal.blockedEverywhere"],
  "inquiry-missing": m["inquiries.refusal.inquiryMissing"],
  "inquiry-over": m["inquiries.refusal.over"],
  "buyer-gone": m["inquiries.refusal.buyerGone"],
  "nothing-said": m["inquiries.refusal.nothingSaid"],
  "too-many-messages": m["inquiries.refusal.tooManyMessages"],
};

export const linkRefusalText: Texts<LinkRefusal> = {
  "link-missing": m["inquiries.link.missing"],
  "link-expired": m["inquiries.link.expired"],
  "link-revoked": m["inquiries.link.revoked"],
  throttled: m["inquiries.link.throttled"],
};
