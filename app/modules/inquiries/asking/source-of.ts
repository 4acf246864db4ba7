import type { InquirySource } from "../types";

/** From where somebody comes, as the address of the form says it: a printed code or a fair by `src=`, else what she looked at. */
export function sourceOf({ searchParams }: URL): { source: InquirySource; sourceDetail: string } {
  const named = searchParams.get("src") ?? "";
  if (named === "qr") return { source: "qr", sourceDetail: "" };
  if (/^fair(-[\w-]{1,60})?$/.test(named)) return { source: "fair", sourceDetail: named.replace(/^fair-?/, "") };
  return { source: searchParams.has("listing") ? "listing" : "seller", sourceDetail: "" };
}
