import { sql } from "kysely";
import type { Db } from "~/platform/db/db.server";
import { LOCALES } from "~/platform/i18n/locales";
import { MOST_WORKS, type PortfolioWork } from "./types";

type Texts = Partial<Record<string, { title: string; role: string; client: string | null }>>;

function selectWorks(db: Db, sellerId: string) {
  return db
    .selectFrom("portfolioWorks")
    .where("sellerId", "=", sellerId)
    .select([
      "id",
      "version",
      "year",
      "url",
      "mediaId",
      sql<Texts>`(
        select jsonb_object_agg(locale, jsonb_build_object('title', title, 'role', role, 'client', client))
        from portfolio_work_texts where portfolio_work_id = portfolio_works.id)`.as("texts"),
    ]);
}

/** A shop's works in the order in which buyers see them. */
export async function listWorks(db: Db, sellerId: string): Promise<PortfolioWork[]> {
  const rows = await selectWorks(db, sellerId).orderBy("position").limit(MOST_WORKS).execute();
  return rows.map(workOf);
}

export async function findWork(
  db: Db,
  { sellerId, workId }: { sellerId: string; workId: string },
): Promise<PortfolioWork | undefined> {
  const row = await selectWorks(db, sellerId).where("id", "=", workId).executeTakeFirst();
  return row && workOf(row);
}

type Row = {
  id: string;
  version: number;
  year: number;
  url: string | null;
  mediaId: string | null;
  texts: Texts | null;
};

function workOf({ id, url, mediaId, texts, ...row }: Row): PortfolioWork {
  const known = LOCALES.flatMap((locale) => {
    const text = texts?.[locale];
    return text ? [[locale, { ...text, client: text.client ?? undefined }] as const] : [];
  });
  return {
    ...row,
    workId: id,
    url: url ?? undefined,
    hasPicture: mediaId !== null,
    texts: Object.fromEntries(known),
  };
}
