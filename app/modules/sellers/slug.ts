const LETTERS: Readonly<Record<string, string>> = {
  ə: "e",
  ı: "i",
  ö: "o",
  ü: "u",
  ğ: "g",
  ş: "s",
  ç: "c",
  х: "x",
  щ: "sch",
  ш: "sh",
  ч: "ch",
  ж: "zh",
  ю: "yu",
  я: "ya",
  ц: "ts",
};
const CYRILLIC = "абвгдеёзийклмнопрстуфыэьъ";
const LATIN = "a b v g d e e z i y k l m n o p r s t u f y e - -"
  .split(" ")
  .map((letter) => (letter === "-" ? "" : letter));

const LONGEST = 60;

/** A name as a part of an address: plain small letters, digits and hyphens; `otherwise` when nothing is left of it. */
export function slugOf(name: string, otherwise = "shop"): string {
  const small = name.toLocaleLowerCase("az");
  const plain = Array.from(small, (letter) => {
    const at = CYRILLIC.indexOf(letter);
    return LETTERS[letter] ?? (at >= 0 ? (LATIN[at] ?? "") : letter);
  }).join("");
  const slug = plain
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  return slug || otherwise;
}
