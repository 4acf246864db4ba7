import type { Kysely } from "kysely";
import { clock } from "~/platform/clock.server";
import type { Db, Trx } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import type { DB } from "~/platform/db/types.generated";
import { done, refused, type Result } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { MOST_PICTURES } from "../media/limits";
import { PICTURE_ROLES, type PictureRole } from "../types";
import { canEditListing } from "./listing-states";
import { findWorkingListing } from "./read-listing.server";
import { workOnListing, type WorkRefusal } from "./work-on-listing.server";

export type AddRefusal = WorkRefusal | "too-many-pictures" | "already-there" | "picture-missing";

/** A picture as it hangs on a listing's working version. */
export type HungPicture = {
  imageId: string;
  mediaId: string;
  view: PictureRole;
  /** The variant that it shows; without one it shows them all. */
  variantId: string | undefined;
};

/** The pictures of a listing's working version, in their order. */
async function listHung(db: Kysely<DB>, listingId: string): Promise<HungPicture[]> {
  const rows = await db
    .selectFrom("listingImages")
    .select(["id", "mediaId", "view", "variantId"])
    .where("listingId", "=", listingId)
    .orderBy("position")
    .limit(MOST_PICTURES)
    .execute();
  return rows.map(({ id, mediaId, view, variantId }) => ({
    imageId: id,
    mediaId,
    view: roleOf(view),
    variantId: variantId ?? undefined,
  }));
}

/** The table's check allows no other. */
const roleOf = (view: string): PictureRole => PICTURE_ROLES.find((one) => one === view) ?? "other";

/** Writes the pictures of a listing anew, in the given order: their positions are a key that cannot be changed in place. */
async function hang(trx: Trx, listingId: string, pictures: readonly HungPicture[]): Promise<void> {
  await trx.deleteFrom("listingImages").where("listingId", "=", listingId).execute();
  if (pictures.length === 0) return;
  await trx
    .insertInto("listingImages")
    .values(
      pictures.map(({ imageId, mediaId, view, variantId }, position) => ({
        id: imageId,
        listingId,
        mediaId,
        view,
        variantId: variantId ?? null,
        position,
      })),
    )
    .execute();
}

/** What a picture of this listing would be refused for, before it is sent. */
export async function whyNotAddPicture(
  db: Db | Trx,
  key: { listingId: string; sellerId: string },
): Promise<AddRefusal | undefined> {
  const working = await findWorkingListing(db, key);
  if (!working) return "listing-missing";
  if (!canEditListing(working)) return "not-editable";
  return working.pictures.length < MOST_PICTURES ? undefined : "too-many-pictures";
}

/** Hangs a picture behind those that a listing has; the first one is its front. */
export function addListingPicture(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { listingId, mediaId }: { listingId: string; mediaId: string },
  now = clock(),
): Promise<Result<{ imageId: string }, AddRefusal>> {
  return workOnListing(db, seller, formKey, { listingId, action: "add-listing-picture", now }, async (trx) => {
    const hung = await listHung(trx, listingId);
    if (hung.some((picture) => picture.mediaId === mediaId)) return refused("already-there");
    if (hung.length >= MOST_PICTURES) return refused("too-many-pictures");
    // Held until it hangs: a sweep of what nobody shows waits.
    const media = await trx
      .selectFrom("mediaFiles")
      .select("id")
      .where("id", "=", mediaId)
      .forKeyShare()
      .executeTakeFirst();
    if (!media) return refused("picture-missing");
    const { id } = await trx
      .insertInto("listingImages")
      .values({ listingId, mediaId, position: hung.length, view: hung.length === 0 ? "front" : "other" })
      .returning("id")
      .executeTakeFirstOrThrow();
    return done({ value: { imageId: id }, after: { picture: id } });
  });
}

type Ordered = Promise<Result<null, WorkRefusal | "pictures-changed">>;

/** Puts the pictures of a listing into an order; the first one is what cards show. */
export function orderListingPictures(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { listingId, imageIds }: { listingId: string; imageIds: readonly string[] },
  now = clock(),
): Ordered {
  return order(db, seller, formKey, { listingId, now }, (hung) => {
    const byId = new Map(hung.map((picture) => [picture.imageId, picture]));
    const ordered = [...new Set(imageIds)].flatMap((id) => byId.get(id) ?? []);
    // Somebody else of the team has added or removed one.
    return ordered.length === hung.length && imageIds.length === hung.length ? ordered : undefined;
  });
}

/** Moves a picture one place forward or back; at the end it stays where it is. */
export function moveListingPicture(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { listingId, imageId, direction }: { listingId: string; imageId: string; direction: "earlier" | "later" },
  now = clock(),
): Ordered {
  return order(db, seller, formKey, { listingId, now }, (hung) => {
    const at = hung.findIndex((picture) => picture.imageId === imageId);
    const moved = hung[at];
    if (!moved) return undefined;
    const others = hung.filter((picture) => picture !== moved);
    return others.toSpliced(Math.max(0, at + (direction === "earlier" ? -1 : 1)), 0, moved);
  });
}

function order(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { listingId, now }: { listingId: string; now: Date },
  arrange: (hung: HungPicture[]) => HungPicture[] | undefined,
): Ordered {
  return workOnListing(db, seller, formKey, { listingId, action: "order-listing-pictures", now }, async (trx) => {
    const hung = await listHung(trx, listingId);
    const ordered = arrange(hung);
    if (!ordered) return refused("pictures-changed");
    await hang(trx, listingId, ordered);
    return done({ value: null, before: { order: idsOf(hung) }, after: { order: idsOf(ordered) } });
  });
}

const idsOf = (pictures: readonly HungPicture[]) => pictures.map(({ imageId }) => imageId);

export type DescribeRefusal = WorkRefusal | "picture-missing" | "variant-missing";

/** Says what a picture shows. */
export function describeListingPicture(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  description: { listingId: string; imageId: string; view: PictureRole; variantId: string | undefined },
  now = clock(),
): Promise<Result<null, DescribeRefusal>> {
  const { listingId, imageId, view, variantId } = description;
  return workOnListing(
    db,
    seller,
    formKey,
    { listingId, action: "describe-listing-picture", now },
    async (trx, working) => {
      if (variantId !== undefined && !working.variants.some((variant) => variant.variantId === variantId)) {
        return refused("variant-missing");
      }
      const picture = (await listHung(trx, listingId)).find((one) => one.imageId === imageId);
      if (!picture) return refused("picture-missing");
      await trx
        .updateTable("listingImages")
        .set({ view, variantId: variantId ?? null })
        .where("id", "=", imageId)
        .where("listingId", "=", listingId)
        .execute();
      return done({
        value: null,
        before: { picture: imageId, view: picture.view, variant: picture.variantId },
        after: { picture: imageId, view, variant: variantId },
      });
    },
  );
}

/** Takes a picture off a listing; for a day it can be put back. */
export function removeListingPicture(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { listingId, imageId }: { listingId: string; imageId: string },
  now = clock(),
): Promise<Result<null, WorkRefusal | "picture-missing">> {
  return workOnListing(db, seller, formKey, { listingId, action: "remove-listing-picture", now }, async (trx) => {
    const hung = await listHung(trx, listingId);
    const position = hung.findIndex((picture) => picture.imageId === imageId);
    const removed = hung[position];
    if (!removed) return refused("picture-missing");
    const { mediaId, view, variantId } = removed;
    await trx
      .insertInto("removedListingImages")
      .values({ id: imageId, listingId, mediaId, view, variantId: variantId ?? null, position, removedAt: now })
      .execute();
    await hang(
      trx,
      listingId,
      hung.filter((picture) => picture !== removed),
    );
    return done({ value: null, before: { picture: imageId } });
  });
}

/** Puts a picture back where it was taken off. */
export function restoreListingPicture(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { listingId, imageId }: { listingId: string; imageId: string },
  now = clock(),
): Promise<Result<null, AddRefusal>> {
  return workOnListing(
    db,
    seller,
    formKey,
    { listingId, action: "restore-listing-picture", now },
    async (trx, working) => {
      const hung = await listHung(trx, listingId);
      const removed = await trx
        .deleteFrom("removedListingImages")
        .where("id", "=", imageId)
        .where("listingId", "=", listingId)
        .returning(["mediaId", "variantId", "view", "position"])
        .executeTakeFirst();
      if (!removed) return refused("picture-missing");
      const { mediaId, view, position } = removed;
      if (hung.some((picture) => picture.mediaId === mediaId)) return refused("already-there");
      if (hung.length >= MOST_PICTURES) return refused("too-many-pictures");
      const variantId = working.variants.find((variant) => variant.variantId === removed.variantId)?.variantId;
      await hang(trx, listingId, hung.toSpliced(position, 0, { imageId, mediaId, view: roleOf(view), variantId }));
      return done({ value: null, after: { picture: imageId } });
    },
  );
}
