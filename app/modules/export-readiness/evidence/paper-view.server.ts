import { formatDay } from "~/modules/catalog/index.server";
import { textIn, type Locale } from "~/platform/i18n/locales";
import type { PaperOfType } from "./own-papers.server";
import { paperName } from "./paper-names";
import { underWay } from "./rules";
import type { PaperView } from "./types";

export function paperView({ type, state, standing }: PaperOfType, lang: Locale): PaperView {
  const { counting, expired, attempt } = state;
  const shown = counting[0] ?? (standing === "expired" ? expired : undefined);
  return {
    documentType: type.documentType,
    name: paperName(type.documentType),
    title: textIn(type.title, lang).text,
    standing,
    until: shown && formatDay(shown.expiresOn, lang),
    newer: counting.length > 0 && attempt ? underWay(attempt) : undefined,
  };
}
