import { dictionary } from "@zxcvbn-ts/language-common";
import { PASSWORD_LENGTH, type PasswordRefusal } from "./types";

/** Passwords that appear most often in published leaks, in small letters. */
const COMMON: ReadonlySet<string> = new Set(dictionary["passwords-common"].map((word) => word.toLowerCase()));

/**
 * Why this password may not be taken, or undefined when it may. Length and a list of what was leaked count, not kinds of
 * characters (NIST SP 800-63B, 5.1.1.2).
 *
 * @param about what else is known of the person: a password that is made of it is the first one tried
 */
export function whyNotPassword(password: string, about: readonly string[] = []): PasswordRefusal | undefined {
  const { length } = Array.from(password);
  if (length < PASSWORD_LENGTH.least) return "too-short";
  if (length > PASSWORD_LENGTH.most) return "too-long";
  const plain = password.toLowerCase().trim();
  if (isCommon(plain)) return "common";
  if (about.some((fact) => isMadeOf(plain, fact))) return "own-name";
  return undefined;
}

/** A leaked word with digits and signs around it, or one piece again and again, is as easy to guess as the bare one. */
function isCommon(plain: string): boolean {
  const bare = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const piece = /^(.{1,5})\1+$/u.exec(plain)?.[1];
  return COMMON.has(plain) || (bare.length >= 4 && COMMON.has(bare)) || piece !== undefined || isRun(plain);
}

/** `12345678910`, `abcdefghij`: each character follows the one before. */
function isRun(plain: string): boolean {
  const steps = Array.from(plain, (letter) => letter.codePointAt(0) ?? 0);
  const follows = steps.filter((step, at) => at > 0 && Math.abs(step - (steps[at - 1] ?? 0)) <= 1).length;
  return follows >= steps.length - 3;
}

function isMadeOf(plain: string, fact: string): boolean {
  return fact
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((part) => part.length >= 4 && plain.includes(part) && plain.length - part.length < 6);
}
