/**
 * Places of countries in a set: those that most is sent to (`db/reference/destinations.json`). Places are written into the
 * indexes, so another country goes to the end, and a change of this line has the indexes made anew.
 */
export const PLACES =
  "AZ DE FR IT ES NL AT BE PL SE DK FI IE PT CZ HU RO GR SK BG HR SI LT LV EE LU MT CY GB CH NO US CA TR GE RU KZ UZ BY UA AE SA QA KW IL CN JP KR SG IN AU NZ";

const COUNTRIES = PLACES.split(" ");
const placeOf = new Map(COUNTRIES.map((country, place) => [country, place]));

/** Four countries a digit, the first of them its highest bit. */
const IN_A_DIGIT = 4;

/** A set of countries in a few hexadecimal digits, and those of them that have no place in one. */
export function packCountries(countries: readonly string[]): { digits: string; others: string[] } {
  const digits: number[] = [];
  const others: string[] = [];
  for (const country of countries) {
    const place = placeOf.get(country);
    if (place === undefined) {
      others.push(country);
      continue;
    }
    const at = Math.floor(place / IN_A_DIGIT);
    while (digits.length <= at) digits.push(0);
    digits[at] = (digits[at] ?? 0) | bitOf(place);
  }
  return { digits: digits.map((digit) => digit.toString(16)).join(""), others };
}

/** The countries of a set that `packCountries` wrote. */
export function unpackCountries(digits: string): string[] {
  return COUNTRIES.filter(
    (_, place) => (Number.parseInt(digits.charAt(Math.floor(place / IN_A_DIGIT)), 16) & bitOf(place)) !== 0,
  );
}

function bitOf(place: number): number {
  return 1 << (IN_A_DIGIT - 1 - (place % IN_A_DIGIT));
}
