/**
 * What a letter's token is for, in the identity library's own words, or undefined when the text is no token of its. Only a
 * hint for what to say: the signature is looked at when the link is used.
 */
export function purposeOf(token: string): string | undefined {
  const [, payload = ""] = token.split(".");
  try {
    const read: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return typeof read === "object" && read !== null && "requestType" in read ? String(read.requestType) : undefined;
  } catch (error) {
    // Anybody may write anything behind `token=`.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Whether a link asks, at the mailbox of until then, if the e-mail may be changed. */
export function isChangeOfEmail(token: string): boolean {
  return purposeOf(token) === "change-email-confirmation";
}
