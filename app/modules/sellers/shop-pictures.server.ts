import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { findShop } from "./shop-facts.server";
import { canEditStep } from "./shop-steps";
import type { SellerStatus, ShopPicturePart } from "./types";

export type ShopPictureRefusal = "shop-closed" | "picture-missing";

/** Both may come after the approval, too; while the Federation looks at the shop, it stays as it is. */
export function canChangePictures(status: SellerStatus): boolean {
  return canEditStep("pictures", status);
}

/**
 * Chooses what a shop shows as its cover or logo, or takes it away.
 *
 * @param mediaId a stored picture; nothing takes away what is there
 */
export function chooseShopPicture(
  db: Db,
  { userId, sellerId, isCaretaker }: SellerActor,
  formKey: FormKey,
  { part, mediaId }: { part: ShopPicturePart; mediaId: string | undefined },
  now = clock(),
): Promise<Result<null, ShopPictureRefusal>> {
  return once(db, `seller ${sellerId} ${userId}`, formKey, async (trx) => {
    const shop = await findShop(trx, sellerId, { lock: true });
    if (!shop || !canChangePictures(shop.status)) return refused("shop-closed");
    if (mediaId !== undefined) {
      // Held until the shop shows it: a sweep of what nobody shows waits.
      const media = await trx
        .selectFrom("mediaFiles")
        .select("id")
        .where("id", "=", mediaId)
        .forKeyShare()
        .executeTakeFirst();
      if (!media) return refused("picture-missing");
    }
    const chosen = mediaId ?? null;
    await trx
      .updateTable("sellers")
      .set({
        ...(part === "cover" ? { coverMediaId: chosen } : { logoMediaId: chosen }),
        version: shop.version + 1,
        updatedAt: now,
      })
      .where("id", "=", sellerId)
      .execute();
    await recordAudit(trx, {
      actor: recordedAs({ userId, isCaretaker }),
      action: mediaId === undefined ? "remove-shop-picture" : "choose-shop-picture",
      subject: { kind: "seller", id: sellerId },
      before: { [part]: part === "cover" ? shop.coverMediaId : shop.logoMediaId },
      after: { [part]: mediaId },
    });
    return done(null);
  });
}
