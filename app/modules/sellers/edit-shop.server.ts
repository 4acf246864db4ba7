import { openReview } from "~/modules/reviews/index.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { enqueue } from "~/platform/jobs/enqueue.server";
import { done, refused, type Result } from "~/platform/result";
import { recordedAs, type SellerActor } from "~/platform/session/actors.server";
import { askForReadiness } from "./ask-readiness.server";
import { keepFirstApproval } from "./approvals.server";
import { findShop, MOST_CATEGORIES, stateOf, type Shop } from "./shop-facts.server";
import { CHANGES_QUEUE, reviewOf, SHOP_QUEUE } from "./shop-queues";
import { changedFields } from "./shop-state";
import { canEditStep, isReviewedAgain } from "./shop-steps";
import type { ShopStep } from "./step-names";
import type { Offering, SellerStatus } from "./types";

/** What may keep any part of a shop from being changed. */
export type CommonRefusal = "changed-elsewhere" | "not-editable";
export type EditRefusal = CommonRefusal | "place-missing" | "category-missing" | "too-many-categories";
/** The state of the shop tells where its team goes on. */
export type Edited<Refusal extends string = EditRefusal> = Promise<Result<{ status: SellerStatus }, Refusal>>;

/** Says what a shop makes. */
export function saveMaking(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, offering, categoryIds }: { version: number; offering: Offering; categoryIds: readonly string[] },
  now = clock(),
): Edited {
  return editShop<EditRefusal>(db, seller, formKey, { step: "making", version }, now, async (trx, shop) => {
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

export type ShopPlace = {
  version: number;
  name: string;
  placeId: string;
  /** On the shop's papers only: no page shows them. */
  street?: string | undefined;
  postalCode?: string | undefined;
};

/** Says what a shop is called and where it is. */
export function savePlace(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, name, placeId, street, postalCode }: ShopPlace,
  now = clock(),
): Edited {
  return editShop<EditRefusal>(db, seller, formKey, { step: "place", version }, now, async (trx, shop) => {
    const place = await trx.selectFrom("places").select("id").where("id", "=", placeId).executeTakeFirst();
    if (!place) return "place-missing";
    await trx
      .updateTable("sellers")
      .set({ placeId, postalCode: postalCode ?? null })
      .where("id", "=", shop.sellerId)
      .execute();
    await saveAzerbaijani(trx, shop.sellerId, { name, addressLine: street ?? null }, name !== shop.name);
    return {
      before: { name: shop.name, placeId: shop.placeId, street: shop.street, postalCode: shop.postalCode },
      after: { name, placeId, street, postalCode },
    };
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
  return editShop<EditRefusal>(db, seller, formKey, { step: "story", version }, now, async (trx, shop) => {
    const isOther = tagline !== shop.tagline || story !== shop.story;
    await saveAzerbaijani(trx, shop.sellerId, { tagline: tagline ?? null, story: story ?? null }, isOther);
    return { before: { tagline: shop.tagline, story: shop.story }, after: { tagline, story } };
  });
}

/** A translation to an earlier version is older than the original: the number counts only what changed the words. */
async function saveAzerbaijani(
  trx: Trx,
  sellerId: string,
  texts: { name?: string; tagline?: string | null; story?: string | null; addressLine?: string | null },
  isOther: boolean,
): Promise<void> {
  await trx
    .updateTable("sellerTexts")
    .set((eb) => ({ ...texts, version: eb("version", "+", isOther ? 1 : 0) }))
    .where("sellerId", "=", sellerId)
    .where("locale", "=", "az")
    .execute();
}

/**
 * Says how buyers reach a shop. The number and the mailbox by which whoever saves them has signed in are confirmed by that;
 * others than before are not confirmed by anybody.
 */
export function saveContacts(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { version, phone, email }: { version: number; phone: string | undefined; email: string | undefined },
  now = clock(),
): Edited {
  return editShop<EditRefusal>(db, seller, formKey, { step: "contacts", version }, now, async (trx, shop) => {
    const own = await findConfirmedContacts(trx, seller);
    await trx
      .updateTable("sellers")
      .set({
        phone: phone ?? null,
        email: email ?? null,
        ...(own.phone !== undefined && own.phone === phone
          ? { phoneConfirmedAt: now }
          : phone === shop.phone
            ? {}
            : { phoneConfirmedAt: null }),
        ...(own.email !== undefined && own.email === email?.toLowerCase()
          ? { emailConfirmedAt: now }
          : email === shop.email
            ? {}
            : { emailConfirmedAt: null }),
      })
      .where("id", "=", shop.sellerId)
      .execute();
    return { before: { phone: shop.phone, email: shop.email }, after: { phone, email } };
  });
}

/** What somebody has confirmed by a code or a link; staff who fill a shop confirm nothing of it. */
async function findConfirmedContacts(trx: Trx, { userId, isCaretaker }: SellerActor) {
  if (isCaretaker) return { phone: undefined, email: undefined };
  const row = await trx
    .selectFrom("users")
    .select(["email", "emailVerified", "phoneNumber", "phoneNumberVerified"])
    .where("id", "=", userId)
    .executeTakeFirst();
  return {
    phone: row?.phoneNumberVerified ? (row.phoneNumber ?? undefined) : undefined,
    email: row?.emailVerified ? row.email.toLowerCase() : undefined,
  };
}

export type Change = { before: Record<string, unknown>; after: Record<string, unknown> };

/** Steps of which a change is seen by buyers at once, and found by them. */
const SEARCHED: ReadonlySet<ShopStep> = new Set(["making", "place", "story"]);

/**
 * One part of the shop, once per form, from the state that the form was made from. The shop is locked before whatever
 * waits for staff about it, here and in every deed that holds both.
 *
 * @param from the part, and the state of the form; without one, what is brought stands beside what others changed
 */
export function editShop<Refusal extends string>(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { step, version }: { step: ShopStep; version?: number },
  now: Date,
  change: (trx: Trx, shop: Shop) => Promise<Change | Refusal>,
): Edited<Refusal | CommonRefusal> {
  const { userId, sellerId } = seller;
  return once<{ status: SellerStatus }, Refusal | CommonRefusal>(
    db,
    `seller ${sellerId} ${userId}`,
    formKey,
    async (trx) => {
      const shop = await findShop(trx, sellerId, { lock: true });
      if (!shop || !canEditStep(step, shop.status)) return refused("not-editable");
      if (version !== undefined && shop.version !== version) return refused("changed-elsewhere");
      const changed = await change(trx, shop);
      if (typeof changed === "string") return refused(changed);
      const next = shop.version + 1;
      await trx
        .updateTable("sellers")
        .set({ version: next, updatedAt: now, changedInVersion: JSON.stringify(await changesIn(trx, shop, next)) })
        .where("id", "=", sellerId)
        .execute();
      await askStaff(trx, shop, step, now);
      await askForReadiness(trx, sellerId);
      await recordAudit(trx, {
        actor: recordedAs(seller),
        action: "edit-shop",
        subject: { kind: "seller", id: sellerId },
        ...changed,
      });
      return done({ status: shop.status });
    },
  );
}

/** In which version each field changed last, after a change that stands in the tables already. */
async function changesIn(trx: Trx, before: Shop, version: number): Promise<Shop["changedInVersion"]> {
  const after = await findShop(trx, before.sellerId);
  const changed = after ? changedFields(stateOf(before), stateOf(after)) : [];
  return { ...before.changedInVersion, ...Object.fromEntries(changed.map((field) => [field, version])) };
}

/** Whoever judges the shop just now learns that it changed; what an approved one changed is looked at after. */
async function askStaff(trx: Trx, shop: Shop, step: ShopStep, now: Date): Promise<void> {
  const { sellerId, status, version } = shop;
  if (status === "submitted") await openReview(trx, reviewOf(SHOP_QUEUE, sellerId, version + 1), now);
  if (status !== "approved") return;
  await keepFirstApproval(trx, shop, now);
  if (isReviewedAgain(step)) await openReview(trx, reviewOf(CHANGES_QUEUE, sellerId, version + 1), now);
  if (SEARCHED.has(step)) {
    await enqueue(trx, "index-seller", { sellerId }, { jobKey: `index-seller:${sellerId}` });
  }
}
