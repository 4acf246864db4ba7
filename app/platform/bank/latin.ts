const LETTERS: Readonly<Record<string, string>> = {
  ə: "e",
  ı: "i",
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ł: "l",
  đ: "d",
  "&": "+",
  "«": "'",
  "»": "'",
  "“": "'",
  "”": "'",
  "„": "'",
  "’": "'",
  '"': "'",
  "–": "-",
  "—": "-",
};

const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "а a,б b,в v,г g,д d,е e,ё e,ж zh,з z,и i,й y,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х kh,ц ts,ч ch,ш sh," +
    "щ shch,ъ ,ы y,ь ,э e,ю yu,я ya"
  )
    .split(",")
    .map((pair) => pair.split(" ") as [string, string]),
);

/**
 * Text in the letters that banks pass on: a–z, A–Z, 0–9, space and / - ? : ( ) . , ' +
 * Source: EPC217-08, SEPA requirements for an extended character set, the basic one.
 *
 * @returns at most `longest` letters; empty when nothing of the text is left
 */
export function latinOf(text: string, longest: number): string {
  // Ğ becomes G and й its own letter, so that its mark is not taken from it first.
  const letters = Array.from(text.normalize("NFC"), (letter) => {
    const small = letter.toLowerCase();
    const known = LETTERS[small] ?? CYRILLIC[small];
    if (known === undefined) return letter;
    return small === letter ? known : known.charAt(0).toUpperCase() + known.slice(1);
  }).join("");
  return letters
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]+/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, longest)
    .trim();
}
