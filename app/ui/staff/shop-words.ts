import { LEGAL_FORM_NAMES, TRANSLATIONS, type ShopField, type ShopState } from "~/modules/sellers";
import { LANGUAGE_NAMES } from "~/ui/layouts/language-names";
import { OFFERING_NAMES } from "~/ui/workspace/shop-labels";

/** A state of a shop with the names of what it points to, in the reader's language. */
export type NamedState = { state: ShopState; categories: string[]; place: string };

/** What a shop says in each field, as one text; empty where it says nothing. A paper has its name beside it. */
export function shopWords({ state, categories, place }: NamedState): Record<Exclude<ShopField, "paper">, string> {
  const { texts, offering, legalForm } = state;
  return {
    making: [OFFERING_NAMES[offering](), ...categories].join(", "),
    name: texts.az.name,
    place,
    contacts: [state.phone, state.email].filter(Boolean).join("\n"),
    tagline: texts.az.tagline ?? "",
    story: texts.az.story ?? "",
    translations: TRANSLATIONS.flatMap((locale) => {
      const text = texts[locale];
      return text ? [[LANGUAGE_NAMES[locale], text.name, text.tagline, text.story].filter(Boolean).join("\n")] : [];
    }).join("\n\n"),
    "legal-form": legalForm === undefined ? "" : LEGAL_FORM_NAMES[legalForm](),
    voen: state.voen ?? "",
    bank: state.bankAccount ?? "",
  };
}
