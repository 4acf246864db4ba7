import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

const HEADER = Buffer.from("KRV1");
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key made of the setting's secret, for this one purpose (HKDF, RFC 5869). */
function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "karvan private files", 32));
}

/** Says with which key a file was sealed, without telling anything of the key. */
function keyIdOf(key: Buffer): Buffer {
  return createHash("sha256").update("key id").update(key).digest().subarray(0, KEY_ID_BYTES);
}

/**
 * Encrypts a file (AES-256-GCM, NIST SP 800-38D, a new nonce each time) so that it opens under its own name only.
 *
 * @param name what the file is stored as; bytes that were moved to another name do not open
 */
export function seal(content: Buffer, name: string, secret: string): Buffer {
  const key = keyOf(secret);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([HEADER, keyIdOf(key), nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when the bytes were changed, moved to another name, or sealed with another key */
export function unseal(sealed: Buffer, name: string, secret: string): Buffer {
  const key = keyOf(secret);
  const parts = [HEADER.length, KEY_ID_BYTES, NONCE_BYTES, TAG_BYTES];
  let at = 0;
  const [header, keyId, nonce, tag] = parts.map((length) => sealed.subarray(at, (at += length)));
  if (!header?.equals(HEADER) || !nonce || !tag) throw new Error("this is no sealed file");
  if (!keyId?.equals(keyIdOf(key))) throw new Error("this file was sealed with another key");
  const decipher = createDecipheriv("aes-256-gcm", key, nonce);
  decipher.setAAD(Buffer.from(name));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(at)), decipher.final()]);
}
