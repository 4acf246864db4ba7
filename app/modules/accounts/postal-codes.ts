import { m } from "~/paraglide/messages.js";

/**
 * How postal codes are written where most parcels go: `#` is a digit, `@` a letter. A country that is not named has no codes, or
 * such that are better not judged here. Source: Universal Postal Union, addressing data by country, 2026.
 */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  AT: ["####"],
  AU: ["####"],
  AZ: ["AZ ####", "####"],
  BE: ["####"],
  BG: ["####"],
  BY: ["######"],
  CA: ["@#@ #@#"],
  CH: ["####"],
  CN: ["######"],
  CY: ["####"],
  CZ: ["### ##"],
  DE: ["#####"],
  DK: ["####"],
  EE: ["#####"],
  ES: ["#####"],
  FI: ["#####"],
  FR: ["#####"],
  GB: ["@# #@@", "@## #@@", "@@# #@@", "@@## #@@", "@#@ #@@", "@@#@ #@@"],
  GE: ["####"],
  GR: ["### ##"],
  HR: ["#####"],
  HU: ["####"],
  IN: ["### ###"],
  IT: ["#####"],
  JP: ["###-####", "#######"],
  KR: ["#####"],
  KZ: ["######", "@##@#@#"],
  LT: ["#####", "LT-#####"],
  LU: ["####", "L-####"],
  LV: ["LV-####", "####"],
  MT: ["@@@ ####"],
  NL: ["#### @@"],
  NO: ["####"],
  NZ: ["####"],
  PL: ["##-###", "#####"],
  PT: ["####-###", "####"],
  RO: ["######"],
  RU: ["######"],
  SE: ["### ##"],
  SG: ["######"],
  SI: ["####"],
  SK: ["### ##"],
  TR: ["#####"],
  UA: ["#####"],
  US: ["#####", "#####-####"],
  UZ: ["######"],
};

/** Spaces and dashes are typed or left out, and letters small or not. */
const bare = (code: string) => code.replaceAll(/[\s-]/g, "").toUpperCase();

const fits = (shape: string, code: string) =>
  new RegExp(`^${bare(shape).replaceAll("#", "\\d").replaceAll("@", "[A-Z]")}$`).test(bare(code));

/**
 * What a postal code of a country looks like, where one that was typed looks otherwise.
 *
 * @param country ISO 3166-1 alpha-2
 * @returns undefined when it may be right
 */
export function postalCodeInstead(country: string, code: string): string | undefined {
  const shapes = SHAPES[country];
  const [first] = shapes ?? [];
  if (!shapes || first === undefined || shapes.some((shape) => fits(shape, code))) return undefined;
  let digit = 0;
  let letter = 0;
  return first.replaceAll(/[#@]/g, (one) => (one === "#" ? String((digit += 1) % 10) : "ABCDEFG".charAt(letter++ % 7)));
}

/** What the form says of a postal code that cannot be right in a country; undefined of one that may be, or of none. */
export function postalCodeMistake(country: string, code: string | undefined): string | undefined {
  const example = code && postalCodeInstead(country, code);
  return example ? m["accounts.mend.postalCodeShape"]({ example }) : undefined;
}
