import type { Db } from "~/platform/db/db.server";

type StoredPicture = { sha256: string; placeholder: string };

/** What a shop shows of itself; undefined where it shows nothing. */
export type ShopPictures = { cover: StoredPicture | undefined; logo: StoredPicture | undefined };

export async function findShopPictures(db: Db, sellerId: string): Promise<ShopPictures> {
  const row = await db
    .selectFrom("sellers")
    .leftJoin("mediaFiles as covers", "covers.id", "sellers.coverMediaId")
    .leftJoin("mediaFiles as logos", "logos.id", "sellers.logoMediaId")
    .select([
      "covers.sha256 as cover",
      "covers.placeholder as coverPlaceholder",
      "logos.sha256 as logo",
      "logos.placeholder as logoPlaceholder",
    ])
    .where("sellers.id", "=", sellerId)
    .executeTakeFirst();
  const picture = (sha256: string | null | undefined, placeholder: string | null | undefined) =>
    sha256 && placeholder ? { sha256, placeholder } : undefined;
  return {
    cover: picture(row?.cover, row?.coverPlaceholder),
    logo: picture(row?.logo, row?.logoPlaceholder),
  };
}
