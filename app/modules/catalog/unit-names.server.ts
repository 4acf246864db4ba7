import { m } from "~/paraglide/messages.js";

type UnitWords = Readonly<Record<"per" | "counted", () => string>>;

const UNITS: Readonly<Record<string, UnitWords>> = {
  piece: { per: m["catalog.unit.piece"], counted: m["catalog.countedIn.piece"] },
  person: { per: m["catalog.unit.person"], counted: m["catalog.countedIn.person"] },
  project: { per: m["catalog.unit.project"], counted: m["catalog.countedIn.project"] },
  day: { per: m["catalog.unit.day"], counted: m["catalog.countedIn.day"] },
  month: { per: m["catalog.unit.month"], counted: m["catalog.countedIn.month"] },
  "1000 characters": { per: m["catalog.unit.thousandCharacters"], counted: m["catalog.countedIn.thousandCharacters"] },
  film: { per: m["catalog.unit.film"], counted: m["catalog.countedIn.film"] },
  product: { per: m["catalog.unit.product"], counted: m["catalog.countedIn.product"] },
  evening: { per: m["catalog.unit.evening"], counted: m["catalog.countedIn.evening"] },
  part: { per: m["catalog.unit.part"], counted: m["catalog.countedIn.part"] },
  illustration: { per: m["catalog.unit.illustration"], counted: m["catalog.countedIn.illustration"] },
  concert: { per: m["catalog.unit.concert"], counted: m["catalog.countedIn.concert"] },
  "product line": { per: m["catalog.unit.productLine"], counted: m["catalog.countedIn.productLine"] },
  programme: { per: m["catalog.unit.programme"], counted: m["catalog.countedIn.programme"] },
  audit: { per: m["catalog.unit.audit"], counted: m["catalog.countedIn.audit"] },
  logo: { per: m["catalog.unit.logo"], counted: m["catalog.countedIn.logo"] },
  episode: { per: m["catalog.unit.episode"], counted: m["catalog.countedIn.episode"] },
  course: { per: m["catalog.unit.course"], counted: m["catalog.countedIn.course"] },
  set: { per: m["catalog.unit.set"], counted: m["catalog.countedIn.set"] },
  metre: { per: m["catalog.unit.metre"], counted: m["catalog.countedIn.metre"] },
  label: { per: m["catalog.unit.label"], counted: m["catalog.countedIn.label"] },
};

const OTHER: UnitWords = { per: m["catalog.unit.unit"], counted: m["catalog.countedIn.unit"] };

/** Words that follow a price: "per piece". */
export function unitName(unit: string): string {
  return (UNITS[unit] ?? OTHER).per();
}

/** Words that follow a number, as in a column of quantities: "8 pcs". */
export function countedIn(unit: string): string {
  return (UNITS[unit] ?? OTHER).counted();
}
