import type { Ask } from "~/modules/inquiries/index.server";
import { openLink, submitInquiry } from "~/modules/inquiries/index.server";
import type { FormKey } from "~/platform/db/once.server";
import type { Locale } from "~/platform/i18n/locales";
import type { BuyerActor, InquirerActor, SellerActor } from "~/platform/session/actors.server";
import { FACTORY_NOW, makeBuyer, makeInquirer, makePublishedListing, makeSellerActor, unique } from "~db/factories";
import { testDb } from "./database";
import { newKey } from "./form-key";
import { linkTo } from "./visitor";

export const READER = { lang: "en" as Locale, destination: "DE", currency: "EUR", to: undefined, cur: undefined };

type Listing = { listingId: string; sellerId: string; slug: string; variantIds: string[] };

/** What a buyer asks when nothing else is said: forty pieces of one listing, to Germany. */
export function askOf(listing: Listing, changes: Partial<Ask> = {}): Ask {
  return {
    kind: "question",
    sellerId: listing.sellerId,
    lines: [{ listingId: listing.listingId, variantId: undefined, quantity: 40 }],
    destination: "DE",
    neededBy: undefined,
    incoterm: undefined,
    target: undefined,
    message: "Can you make forty of these for our café?",
    name: "Jonas Petersen",
    email: undefined,
    company: undefined,
    source: "search",
    sourceDetail: undefined,
    ...changes,
  };
}

export type Asked = {
  listing: Listing;
  seller: SellerActor;
  buyer: BuyerActor;
  inquirer: InquirerActor;
  inquiryId: string;
};

/** An open inquiry of somebody with an account, about a listing of a shop with an owner. */
export async function makeInquiry(
  changes: Partial<Ask> = {},
  {
    listing: given,
    lang = "en",
    now = FACTORY_NOW,
    buyer: known,
    formKey = newKey(),
  }: { listing?: Listing; lang?: Locale; now?: Date; buyer?: BuyerActor; formKey?: FormKey } = {},
): Promise<Asked> {
  const listing = given ?? (await makePublishedListing(testDb, { title: `Mis fincan ${unique()}` }));
  const seller = await makeSellerActor(testDb, listing.sellerId, given ? "manager" : "owner");
  const buyer = known ?? (await makeBuyer(testDb, { name: "Jonas Petersen" }));
  const from = { buyer, clientAddress: unique(), reader: { ...READER, lang } };
  const asked = await submitInquiry(testDb, from, formKey, askOf(listing, changes), now);
  if (!asked.ok) throw new Error(`the inquiry was refused: ${asked.refusal}`);
  const { inquiryId } = asked.value;
  return { listing, seller, buyer, inquirer: makeInquirer(buyer), inquiryId };
}

export type GuestAsked = {
  listing: Listing;
  seller: SellerActor;
  email: string;
  inquiryId: string;
  /** What the link of the letter opens with. */
  token: string;
};

/** What a guest asked and has not confirmed. */
export async function makeGuestInquiry(
  changes: Partial<Ask> = {},
  { lang = "ru", now = FACTORY_NOW, formKey = newKey() }: { lang?: Locale; now?: Date; formKey?: FormKey } = {},
): Promise<GuestAsked> {
  const listing = await makePublishedListing(testDb, { title: `Mis fincan ${unique()}` });
  const seller = await makeSellerActor(testDb, listing.sellerId);
  const email = changes.email ?? `${unique()}@example.org`;
  const from = { buyer: undefined, clientAddress: unique(), reader: { ...READER, lang } };
  const ask = askOf(listing, { name: "Мария Иванова", email, ...changes });
  const asked = await submitInquiry(testDb, from, formKey, ask, now);
  if (!asked.ok) throw new Error(`the inquiry was refused: ${asked.refusal}`);
  const link = await linkTo(testDb, email);
  return { listing, seller, email, inquiryId: asked.value.inquiryId, token: link.split("/").at(-1) ?? "" };
}

/** Presses the button behind a guest's link in a browser of her own. */
export async function openAsGuest(token: string, now = FACTORY_NOW): Promise<InquirerActor> {
  const visitDigest = unique();
  const opened = await openLink(testDb, { clientAddress: unique(), visitDigest }, token, now);
  if (!opened.ok) throw new Error(`the link was refused: ${opened.refusal}`);
  return makeInquirer({ visitDigest });
}
