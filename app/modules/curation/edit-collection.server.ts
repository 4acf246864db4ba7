import { recordAudit } from "~/platform/audit/audit.server";
import type { Db, Trx } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { forgetHome } from "./pages.server";

export type CollectionRefusal =
  | "collection-missing"
  | "changed-elsewhere"
  | "subject-missing"
  | "already-in"
  | "collection-full"
  | "entry-missing"
  | "picture-missing"
  | "introduction-missing"
  | "nothing-to-show";

/** Which collection a form was made from, and in which state. */
export type CollectionKey = { collectionId: string; version: number };
export type Edited = Promise<Result<null, CollectionRefusal>>;

type Change = { before?: Record<string, unknown>; after?: Record<string, unknown> };

/** One step on a collection, once per form, from the state that the form was made from. */
export async function editCollection(
  db: Db,
  { userId }: StaffActor,
  formKey: FormKey,
  { collectionId, version }: CollectionKey,
  now: Date,
  action: string,
  change: (trx: Trx, before: { status: string }) => Promise<Change | CollectionRefusal>,
): Edited {
  const edited = await once<null, CollectionRefusal>(db, `staff ${userId}`, formKey, async (trx) => {
    const collection = await trx
      .selectFrom("collections")
      .select(["version", "status"])
      .where("id", "=", collectionId)
      .forUpdate()
      .executeTakeFirst();
    if (!collection) return refused("collection-missing");
    if (collection.version !== version) return refused("changed-elsewhere");
    const changed = await change(trx, collection);
    if (typeof changed === "string") return refused(changed);
    await trx
      .updateTable("collections")
      .set({ version: version + 1, updatedAt: now })
      .where("id", "=", collectionId)
      .execute();
    await recordAudit(trx, {
      actor: { kind: "staff", id: userId },
      action,
      subject: { kind: "collection", id: collectionId },
      ...changed,
    });
    return done(null);
  });
  if (edited.ok) forgetHome();
  return edited;
}

export function listEntries(trx: Trx, collectionId: string) {
  return trx
    .selectFrom("collectionEntries")
    .select(["position", "listingId", "sellerId"])
    .where("collectionId", "=", collectionId)
    .orderBy("position")
    .execute();
}
