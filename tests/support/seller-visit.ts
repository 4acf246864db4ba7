import type { Db } from "~/platform/db/db.server";
import {
  makeApprovedSeller,
  makeListing,
  makeSellerActor,
  type ListingOptions,
  type SellerOptions,
} from "~db/factories";
import type { TestSite } from "./site";
import { signIn } from "./sign-in";

type Asked = Omit<RequestInit, "headers"> & { headers?: Record<string, string> };

/** Somebody of a shop with a listing, signed in; `ask` sends what her browser would. */
export async function visitAsSeller(
  db: Db,
  site: TestSite,
  { seller = {}, listing = {} }: { seller?: SellerOptions; listing?: ListingOptions } = {},
) {
  const { sellerId, slug } = await makeApprovedSeller(db, seller);
  const { listingId } = await makeListing(db, { ...listing, sellerId });
  const actor = await makeSellerActor(db, sellerId);
  const cookie = await signIn(db, actor.userId);
  const ask = (path: string, { headers, ...init }: Asked = {}) =>
    site.ask(path, { ...init, headers: { cookie, ...headers } });
  return { actor, sellerId, slug, listingId, cookie, ask };
}

export type SellerVisit = Awaited<ReturnType<typeof visitAsSeller>>;
