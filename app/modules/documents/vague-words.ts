/**
 * Descriptions that the post sends back (Azərpoçt, domain reference S34: "vague names such as clothes or gift are not
 * accepted"); compared without case. Words, not texts for people.
 */
const VAGUE_WORDS = new Set(
  [
    ["gift", "gifts", "present", "clothes", "clothing", "goods", "souvenir", "souvenirs", "sample", "samples", "parts"],
    ["hədiyyə", "hədiyyələr", "paltar", "geyim", "mal", "mallar", "suvenir", "suvenirlər", "nümunə", "nümunələr"],
    ["подарок", "подарки", "одежда", "товар", "товары", "сувенир", "сувениры", "образец", "образцы"],
  ].flat(),
);

/** Whether a description is nothing but such a word. */
export function isVague(description: string): boolean {
  return VAGUE_WORDS.has(
    description
      .trim()
      .replace(/[.!]+$/, "")
      .replaceAll(/[Iİ]/g, "i")
      .toLowerCase(),
  );
}
