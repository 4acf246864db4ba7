import { randomInt } from "node:crypto";

/** Letters and digits that nobody takes for another: no I, L, O, 0 and 1. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
/** 31 to the twelfth: sixty bits less a half, behind a limit of tries. */
const LENGTH = 12;
const SHOWN_IN = /.{1,4}/g;

/** Letters of a Russian keyboard that look like those of a code. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  А: "A",
  В: "B",
  Е: "E",
  К: "K",
  М: "M",
  Н: "H",
  Р: "P",
  С: "C",
  Т: "T",
  У: "Y",
  Х: "X",
};

/** A code that nobody can guess. */
export function drawCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
}

/** As it is printed and read out: `ABCD-EFGH-JKMN`. */
export function shownCode(code: string): string {
  return (code.match(SHOWN_IN) ?? []).join("-");
}

/** What somebody meant who typed a code: with spaces or dashes, in small letters, on a Russian keyboard. */
export function typedCode(typed: string): string {
  return Array.from(typed.normalize("NFKC").toUpperCase())
    .map((letter) => LOOKALIKES[letter] ?? letter)
    .join("")
    .replace(/[^A-Z0-9]/g, "")
    .slice(0, 20);
}
