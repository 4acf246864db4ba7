import type { Settings } from "~/platform/settings.server";
import { libreTranslate } from "./libretranslate.server";
import type { Translator } from "./port";

/** The translation service of this process; without one in the settings, nothing is translated. */
export function translatorOf({ TRANSLATION_URL, TRANSLATION_KEY }: Settings): Translator | undefined {
  return TRANSLATION_URL === undefined ? undefined : libreTranslate({ url: TRANSLATION_URL, key: TRANSLATION_KEY });
}
