import { createHash, randomBytes } from "node:crypto";

/** What a link of ours opens with: its holder has the token, the database its digest only. */
export function drawLinkToken(): { token: string; digest: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, digest: digestOfToken(token) };
}

/** A token has 256 random bits, so that a plain hash cannot be turned back. */
export function digestOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

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
