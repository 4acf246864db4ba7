import { shownAt } from "~/modules/inquiries/index.server";
import { clock } from "~/platform/clock.server";
import { makePublishedListing, makeSellerActor, unique } from "~db/factories";
import { testDb } from "./database";

/** What the form that asks a seller posts, filled in by a guest from Germany who reads Russian, a minute after it was shown. */
export async function makeAskForm(changes: Record<string, string> = {}) {
  const listing = await makePublishedListing(testDb, { title: `Mis cəzvə ${unique()}` });
  const seller = await makeSellerActor(testDb, listing.sellerId);
  const email = `${unique()}@example.org`;
  const fields: Record<string, string> = {
    kind: "question",
    seller: listing.sellerId,
    listing: listing.listingId,
    variant: "",
    quantity: "40",
    destination: "DE",
    neededBy: "",
    incoterm: "",
    target: "",
    targetCurrency: "EUR",
    message: "Можно сорок штук к февралю?",
    name: "Мария Иванова",
    company: "",
    email,
    source: "search",
    sourceDetail: "",
    shown: shownAt(new Date(clock().getTime() - 60_000)),
    website: "",
    ...changes,
  };
  return { listing, seller, email, fields };
}

/** A PNG of one pixel. */
export const DOT = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** The form as a browser posts it when files were chosen. */
export function withFiles(fields: Record<string, string>, files: readonly File[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append("files", file);
  return form;
}
