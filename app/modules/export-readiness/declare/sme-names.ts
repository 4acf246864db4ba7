import type { SmeCategory } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import type { Locale } from "~/platform/i18n/locales";

type Text = (inputs?: Record<string, never>, options?: { locale?: Locale }) => string;

/** Sizes of a business by the codes of the declaration. */
export const SME_NAMES: Readonly<Record<SmeCategory, Text>> = {
  micro: m["readiness.sme.micro"],
  small: m["readiness.sme.small"],
  medium: m["readiness.sme.medium"],
  large: m["readiness.sme.large"],
};
