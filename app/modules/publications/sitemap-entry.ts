import type { Db } from "~/platform/db/db.server";
import type { Paths } from "~/platform/http/paths";

/** A page in all languages; `changedAt` is undefined where no row says when it changed. */
export type SitemapEntry = { path: (paths: Paths) => string; changedAt: Date | undefined };

/** A slice of the pages of one kind, in a stable order. */
export type Slice = { limit: number; offset: number };

/** What a part of the sitemap lists, and when the newest of it changed. */
export type SitemapPart = { part: number; changedAt: Date | undefined };

/** Where the pages of one kind come from. */
export type KindOfPage = {
  parts: (db: Db, pagesPerPart: number) => Promise<SitemapPart[]>;
  entries: (db: Db, slice: Slice) => Promise<SitemapEntry[]>;
};
