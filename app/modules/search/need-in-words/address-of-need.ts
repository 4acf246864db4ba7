import { readerOf, type Reader } from "~/platform/i18n/reader";
import type { NeedInWords } from "./read-need";

/** The same address with the parts of a need as its filters, in the form that `parseListingSearch` reads. */
export function addressOfNeed(
  url: URL,
  need: NeedInWords,
  reader: Reader,
  isDestination: (country: string) => boolean,
): string {
  const params = new URLSearchParams(url.searchParams);
  params.set("q", need.text);
  params.delete("page");
  if (need.quantity !== undefined) params.set("qty", String(need.quantity));
  if (need.neededBy !== undefined) params.set("by", need.neededBy);
  if (need.destination !== undefined) {
    params.set("here", "1");
    // The currency was that of the country before, unless the reader chose one.
    if (need.destination !== reader.destination) params.set("to", need.destination);
  }
  const currency = limitPrice(params, need, reader);
  const address = () => `${url.pathname}?${params.toString()}`;
  const shown = readerOf(new URL(address(), url), isDestination).currency;
  if (currency !== undefined && currency !== shown) params.set("cur", currency);
  return address();
}

/** Puts the limits that are told in place of those before; the currency that the limits of the address are in. */
function limitPrice(params: URLSearchParams, { price }: NeedInWords, reader: Reader): string | undefined {
  if (!price) return params.has("min") || params.has("max") ? reader.currency : undefined;
  for (const limit of ["min", "max"] as const) {
    params.delete(limit);
    if (price[limit] !== undefined) params.set(limit, price[limit]);
  }
  return price.currency;
}
