/** Words in plain letters, without names in quotation marks and what stands in brackets. */
export function wordsOf(text: string): string[] {
  const plain = text
    .replaceAll(/[«“"„][^»”"“]*[»”"“]|\([^)]*\)/g, " ")
    .replaceAll("İ", "i")
    .replaceAll("I", "ı")
    .toLowerCase()
    .replaceAll("ə", "e")
    .replaceAll("ı", "i")
    .normalize("NFD")
    .replaceAll(/\p{M}+/gu, "");
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

const forms = new Map<string, RegExp>();

/**
 * Is a word this one, maybe in the plural or as somebody's (`fincanı`, `fincanlar`, `çantası`)? A last k or q becomes y or
 * g before a vowel (`üzlüyü`, `qaşığı`); what is somebody's already has its plural without that ending (`qabı`, `qabları`).
 */
export function isForm(base: string): (word: string) => boolean {
  const known = forms.get(base) ?? formsOf(base);
  forms.set(base, known);
  return (word) => known.test(word);
}

function formsOf(base: string): RegExp {
  const soft = base.replace(/k$/, "y").replace(/q$/, "g");
  const owned = /^(.{2,}?)s?[iu]$/.exec(base)?.[1]?.replace(/y$/, "k").replace(/g$/, "q");
  const all = [`${base}(?:l[ae]ri?|s?[iu])?`, `${soft}[iu]`, ...(owned === undefined ? [] : [`${owned}l[ae]ri`])];
  return new RegExp(`^(?:${all.join("|")})$`);
}
