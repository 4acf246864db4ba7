/** What is wrong with an IBAN: no IBAN at all, not as long as Azerbaijan's are, or check digits that do not fit. */
export type IbanProblem = "shape" | "length" | "check";

/** Characters of an IBAN of Azerbaijan: AZ, two check digits, four letters of the bank, twenty of the account (ISO 13616 registry). */
export const AZERBAIJANI_IBAN_LENGTH = 28;

/** Banks of Azerbaijan by the four letters in an IBAN, which begin their BIC (ISO 9362). Names are written the same in each language. */
const BANKS: Readonly<Record<string, string>> = {
  ACAB: "AccessBank",
  AIIB: "Kapital Bank",
  AVRA: "Bank Avrasiya",
  AZRT: "Azər Türk Bank",
  BRES: "Bank Respublika",
  CAPN: "Azərbaycan Sənaye Bankı",
  HAJC: "Xalq Bank",
  IBAZ: "ABB",
  JBBK: "Bank of Baku",
  NABZ: "Azərbaycan Respublikasının Mərkəzi Bankı",
  NICB: "Yelo Bank",
  PAHA: "PAŞA Bank",
  RBTA: "Rabitəbank",
  TCZB: "Ziraat Bank Azərbaycan",
  TURA: "TuranBank",
  UBAZ: "Unibank",
};

/** As it is stored: capitals and digits alone, whatever stands between them on paper. */
export function plainIban(typed: string): string {
  return typed.replace(/[\s.\-–]/g, "").toUpperCase();
}

/** First thing that is wrong with an IBAN that is written plainly; other countries' are judged by their check digits alone. */
export function whyNotIban(iban: string): IbanProblem | undefined {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) return "shape";
  if (iban.startsWith("AZ") ? iban.length !== AZERBAIJANI_IBAN_LENGTH : iban.length < 15 || iban.length > 34) {
    return "length";
  }
  if (iban.startsWith("AZ") && !/^AZ\d{2}[A-Z]{4}/.test(iban)) return "shape";
  return remainder(iban) === 1 ? undefined : "check";
}

/** ISO 7064 MOD 97-10: the first four to the end, letters as 10 to 35. */
function remainder(iban: string): number {
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const sign of moved) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** In groups of four, as people read it. */
export function groupedIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, "$1 ");
}

/** Enough of an account to tell it from another, and too little to pay into it. */
export function maskedIban(iban: string): string {
  return `${groupedIban(iban.slice(0, 8))} … ${iban.slice(-4)}`;
}

/** Undefined for a bank that is not known here, and abroad. */
export function bankOf(iban: string): string | undefined {
  return iban.startsWith("AZ") ? BANKS[iban.slice(4, 8)] : undefined;
}
