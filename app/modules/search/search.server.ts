import type { Db } from "~/platform/db/db.server";
import type { ListingSearch, ListingSearchResult, SellerSearch, SellerSearchResult } from "./types";

/** Answers a search: Meilisearch, or PostgreSQL while it does not answer. */
export function searchListings(_db: Db, search: ListingSearch): Promise<ListingSearchResult> {
  return Promise.reject(new Error(`search for "${search.text}" has no engine`));
}

export function searchSellers(_db: Db, search: SellerSearch): Promise<SellerSearchResult> {
  return Promise.reject(new Error(`search for "${search.text}" has no engine`));
}
