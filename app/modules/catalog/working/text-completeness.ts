import type { Locale } from "~/platform/i18n/locales";
import type { WorkingListing } from "../snapshot";

export const TEXT_PARTS = ["title", "description", "variantNames", "deliverables", "rights", "checked"] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** Letters of a description below which it says hardly more than the title; two short sentences have more. */
export const SHORTEST_DESCRIPTION = 80;

export type TextCompleteness = {
  /** Parts that a text in this language needs, in the order of the form. */
  parts: { part: TextPart; isDone: boolean }[];
  done: number;
  total: number;
};

type Texts = {
  listing: Pick<WorkingListing["listing"], "kind">;
  texts: readonly Pick<
    WorkingListing["texts"][number],
    "locale" | "title" | "description" | "deliverables" | "rights" | "isDraft"
  >[];
  variants: readonly Pick<WorkingListing["variants"][number], "names">[];
};

/** How much of a listing's texts is there in one language. A draft counts once its seller has read and saved it. */
export function textCompleteness({ listing, texts, variants }: Texts, locale: Locale): TextCompleteness {
  const text = texts.find((own) => own.locale === locale);
  const isService = listing.kind === "service";
  const hasName = ({ names }: Texts["variants"][number]) =>
    names.some((own) => own.locale === locale && isSaid(own.name));
  const parts: TextCompleteness["parts"] = [
    { part: "title", isDone: isSaid(text?.title) },
    { part: "description", isDone: (text?.description.trim().length ?? 0) >= SHORTEST_DESCRIPTION },
    // A listing of one variant is that variant.
    ...(variants.length > 1 ? [{ part: "variantNames" as const, isDone: variants.every(hasName) }] : []),
    ...(isService
      ? [
          { part: "deliverables" as const, isDone: isSaid(text?.deliverables) },
          { part: "rights" as const, isDone: isSaid(text?.rights) },
        ]
      : []),
    ...(locale === "az" ? [] : [{ part: "checked" as const, isDone: text !== undefined && !text.isDraft }]),
  ];
  return { parts, done: parts.filter(({ isDone }) => isDone).length, total: parts.length };
}

function isSaid(text: string | null | undefined): boolean {
  return text !== null && text !== undefined && text.trim() !== "";
}

/**
 * Has the original changed since a translation was made of it?
 *
 * @param translation undefined or without a version when it is nobody's translation
 */
export function isOlderThanOriginal(
  translation: { translatesVersion: number | null } | undefined,
  original: { changedVersion: number } | undefined,
): boolean {
  const version = translation?.translatesVersion ?? undefined;
  return version !== undefined && original !== undefined && version < original.changedVersion;
}
