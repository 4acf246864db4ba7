import { randomInt } from "node:crypto";

/** Without what is mistaken for something else when it is read out: 0 and O, 1 and I. */
const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** What an inquiry is called on the phone: six letters, of which there are a thousand million. */
export function drawReference(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join("");
}
