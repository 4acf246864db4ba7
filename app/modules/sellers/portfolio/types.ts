import type { Locale } from "~/platform/i18n/locales";

/** More than a buyer reads. */
export const MOST_WORKS = 30;
export const LONGEST_WORK_TEXT = 160;
/** The table's oldest year. */
export const EARLIEST_WORK_YEAR = 1900;

export type WorkRefusal = "work-missing" | "too-many-works" | "changed-elsewhere" | "shop-suspended";

export type WorkText = { title: string; role: string; client: string | undefined };

export type PortfolioWork = {
  workId: string;
  version: number;
  year: number;
  url: string | undefined;
  hasPicture: boolean;
  texts: Partial<Record<Locale, WorkText>>;
};

/** Whether criterion OF-06 counts a work: it has a link or a picture; a year and the maker's own part it always has. */
export function isCountedWork({ url, hasPicture }: Pick<PortfolioWork, "url" | "hasPicture">): boolean {
  return url !== undefined || hasPicture;
}
