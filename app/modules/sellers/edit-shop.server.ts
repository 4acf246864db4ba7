import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { recordedAs, type SellerActor } from "~/platform/http/openers.server";
import { done, refused, type Result } from "~/platform/result";
import { findShop, MOST_CATEGORIES, type Shop } from "./shop-facts.server";
import { canEditShop } from "./shop-steps";
import type { Offering } from "./types";

export type EditRefusal =
  "changed-elsewhere" | "not-editable" | "place-missing" | "category-missing" | "too-many-categories";
type Edited = Promise<Result<null, EditRefusal>>;

/** Says what a shop makes. */
export function saveMaking(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, offering, categoryIds }: { version: number; offering: Offering; categoryIds: readonly string[] },
  now = clock(),
): Edited {
  return edit(db, seller, formKey, version, now, async (trx, shop) => {
    const chosen = [...new Set(categoryIds)];
    if (chosen.length > MOST_CATEGORIES) return "too-many-categories";
    const known = await trx
      .selectFrom("categories")
      .select("id")
      .where("id", "in", [...chosen, ""])
      .execute();
    if (known.length !== chosen.length) return "category-missing";
    await trx.updateTable("sellers").set({ offering }).where("id", "=", shop.sellerId).execute();
    await trx.deleteFrom("sellerCategories").where("sellerId", "=", shop.sellerId).execute();
    if (chosen.length > 0) {
      await trx
        .insertInto("sellerCategories")
        .values(chosen.map((categoryId, position) => ({ sellerId: shop.sellerId, categoryId, position })))
        .execute();
    }
    return {
      before: { offering: shop.offering, categoryIds: shop.categoryIds },
      after: { offering, categoryIds: chosen },
    };
  });
}

/** Says what a shop is called and where it is. */
export function savePlace(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, name, placeId }: { version: number; name: string; placeId: string },
  now = clock(),
): Edited {
  return edit(db, seller, formKey, version, now, async (trx, shop) => {
    const place = await trx.selectFrom("places").select("id").where("id", "=", placeId).executeTakeFirst();
    if (!place) return "place-missing";
    await trx.updateTable("sellers").set({ placeId }).where("id", "=", shop.sellerId).execute();
    await trx
      .updateTable("sellerTexts")
      .set({ name })
      .where("sellerId", "=", shop.sellerId)
      .where("locale", "=", "az")
      .execute();
    return { before: { name: shop.name, placeId: shop.placeId }, after: { name, placeId } };
  });
}

/** Tells who is behind a shop, in Azerbaijani first. */
export function saveStory(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, tagline, story }: { version: number; tagline: string | undefined; story: string | undefined },
  now = clock(),
): Edited {
  return edit(db, seller, formKey, version, now, async (trx, shop) => {
    await trx
      .updateTable("sellerTexts")
      .set({ tagline: tagline ?? null, story: story ?? null })
      .where("sellerId", "=", shop.sellerId)
      .where("locale", "=", "az")
      .execute();
    return { before: { tagline: shop.tagline, story: shop.story }, after: { tagline, story } };
  });
}

type Change = { before: Record<string, unknown>; after: Record<string, unknown> };

/** One part of the shop, once per form, from the state that the form was made from. */
function edit(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  version: number,
  now: Date,
  change: (trx: Trx, shop: Shop) => Promise<Change | EditRefusal>,
): Edited {
  const { userId, sellerId } = seller;
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    const shop = await findShop(trx, sellerId, { lock: true });
    if (!shop || !canEditShop(shop.status)) return refused("not-editable");
    if (shop.version !== version) return refused("changed-elsewhere");
    const changed = await change(trx, shop);
    if (typeof changed === "string") return refused(changed);
    await trx
      .updateTable("sellers")
      .set({ version: version + 1, updatedAt: now })
      .where("id", "=", sellerId)
      .execute();
    await recordAudit(trx, {
      actor: recordedAs(seller),
      action: "edit-shop",
      subject: { kind: "seller", id: sellerId },
      ...changed,
    });
    return done(null);
  });
}
