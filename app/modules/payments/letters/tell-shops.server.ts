import { tellTeams } from "~/modules/accounts/index.server";
import type { Trx } from "~/platform/db/db.server";
import { newsLetter, type MoneyNews } from "./money-news";

type ShopTold = { sellerId: string; news: MoneyNews };

/** Writes to the people of shops who decide what happened to their money; a shop in care has nobody to be told. */
export async function tellShops(trx: Trx, told: readonly ShopTold[]): Promise<void> {
  if (told.length === 0) return;
  const shops = await trx
    .selectFrom("sellers")
    .select(["id as sellerId", "organisationId as teamId"])
    .where(
      "id",
      "in",
      told.map(({ sellerId }) => sellerId),
    )
    .execute();
  const teamOf = new Map(shops.map(({ sellerId, teamId }) => [sellerId, teamId]));
  await tellTeams(
    trx,
    told.flatMap(({ sellerId, news }) => {
      const teamId = teamOf.get(sellerId);
      return teamId ? [{ teamId, news: newsLetter(news) }] : [];
    }),
  );
}
