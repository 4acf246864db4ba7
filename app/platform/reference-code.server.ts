import { randomInt } from "node:crypto";

/** Without what is mistaken for something else when it is read out: 0 and O, 1 and I. */
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** What something is called on the phone and on a transfer: six letters make a thousand million names, eight a million million. */
export function drawReference(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}
