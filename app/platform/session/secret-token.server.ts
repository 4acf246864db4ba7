import { createHash, randomBytes } from "node:crypto";

/** What a link or a cookie of ours opens with: its holder has the token, the database its digest only. */
export function drawSecretToken(): { token: string; digest: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, digest: digestOfToken(token) };
}

/** A token has 256 random bits, so that a plain hash cannot be turned back. */
export function digestOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
