/** A path of this site to go back to, or undefined when the text is anything else: an open redirect is never made. */
export function safeReturnPath(value: FormDataEntryValue | string | null): string | undefined {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\\\p{C}]*$/u.test(value)) return undefined;
  const url = new URL(value, "http://site.invalid");
  // "/.//other.example" is a path of this site until it is written out without its dot.
  if (url.host !== "site.invalid" || url.pathname.startsWith("//")) return undefined;
  return `${url.pathname}${url.search}`;
}
