import type { LocaleTexts } from "~/platform/i18n/locales";
import { labelWords, levelRank, publicLevelOf, tieOf, wordsOf } from "./listing-document";

/** What a seller is found by. */
export type SellerDocument = {
  id: string;
  /** Folded stems; the order of these four is their weight. */
  nameWords: string[];
  craftWords: string[];
  placeWords: string[];
  textWords: string[];
  category: string[];
  region: string;
  level?: string;
  language: string[];
  market: string[];
  levelRank: number;
  /** When it was approved, milliseconds since 1970. */
  freshAt: number;
  tie: number;
};

export type SellerSource = {
  sellerId: string;
  names: string[];
  texts: string[];
  categoryPaths: readonly { id: string; names: LocaleTexts<string> | undefined }[];
  regionId: string;
  place: LocaleTexts<string> | undefined;
  region: LocaleTexts<string> | undefined;
  level: string | undefined;
  languages: string[];
  /** Markets whose mandatory rules the seller fulfils. */
  markets: string[];
  approvedAt: Date;
};

export function sellerDocument(source: SellerSource): SellerDocument {
  const level = publicLevelOf(source.level);
  return {
    id: source.sellerId,
    nameWords: [...new Set(source.names.flatMap(wordsOf))],
    craftWords: labelWords(source.categoryPaths.map(({ names }) => names)),
    placeWords: labelWords([source.place, source.region]),
    textWords: [...new Set(source.texts.flatMap(wordsOf))],
    category: [...new Set(source.categoryPaths.map(({ id }) => id))],
    region: source.regionId,
    ...(level === undefined ? {} : { level }),
    language: source.languages,
    market: source.markets,
    levelRank: levelRank(source.level),
    freshAt: source.approvedAt.getTime(),
    tie: tieOf(source.sellerId),
  };
}
