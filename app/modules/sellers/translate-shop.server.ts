import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { SellerActor } from "~/platform/session/actors.server";
import { editShop, type CommonRefusal, type Edited } from "./edit-shop.server";
import type { Translation } from "./types";

export type ShopTranslation = {
  version: number;
  locale: Translation;
  name: string | undefined;
  tagline: string | undefined;
  story: string | undefined;
};

/**
 * Says in another language what a shop says in Azerbaijani, written to the Azerbaijani text as it is just now. A form
 * without a word takes the translation away.
 */
export function saveTranslation(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, locale, name, tagline, story }: ShopTranslation,
  now = clock(),
): Edited<CommonRefusal> {
  return editShop<CommonRefusal>(db, seller, formKey, { step: "story", version }, now, async (trx, shop) => {
    const { sellerId } = shop;
    const before = { [locale]: shop.translations[locale] ?? null };
    if (name === undefined) {
      await trx.deleteFrom("sellerTexts").where("sellerId", "=", sellerId).where("locale", "=", locale).execute();
      return { before, after: { [locale]: null } };
    }
    const { version: translatesVersion } = await trx
      .selectFrom("sellerTexts")
      .select("version")
      .where("sellerId", "=", sellerId)
      .where("locale", "=", "az")
      .executeTakeFirstOrThrow();
    const text = { name, tagline: tagline ?? null, story: story ?? null, translatesVersion };
    await trx
      .insertInto("sellerTexts")
      .values({ sellerId, locale, ...text })
      .onConflict((conflict) => conflict.columns(["sellerId", "locale"]).doUpdateSet(text))
      .execute();
    return { before, after: { [locale]: { name, tagline, story } } };
  });
}
