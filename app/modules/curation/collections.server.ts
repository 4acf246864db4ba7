import { recordAudit } from "~/platform/audit/audit.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import { once, type FormKey } from "~/platform/db/once.server";
import type { Locale } from "~/platform/i18n/locales";
import { done, refused, type Result } from "~/platform/result";
import type { StaffActor } from "~/platform/session/actors.server";
import { editCollection, listEntries, type CollectionKey, type Edited } from "./edit-collection.server";
import type { CollectionStatus } from "./types";

export type SlugRefusal = "slug-taken";

/** Begins a collection: a draft after all others, with its Azerbaijani title. */
export function beginCollection(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { slug, title }: { slug: string; title: string },
  now = clock(),
): Promise<Result<{ collectionId: string }, SlugRefusal>> {
  return once(db, `staff ${staff.userId}`, formKey, async (trx) => {
    const { last } = await trx
      .selectFrom("collections")
      .select((eb) => eb.fn.max("position").as("last"))
      .executeTakeFirstOrThrow();
    const made = await trx
      .insertInto("collections")
      .values({ slug, status: "draft", position: (last ?? -1) + 1, createdAt: now, updatedAt: now })
      .onConflict((conflict) => conflict.column("slug").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!made) return refused("slug-taken");
    await trx
      .insertInto("collectionTexts")
      .values({ collectionId: made.id, locale: "az", title, introduction: "" })
      .execute();
    await recordAudit(trx, {
      actor: { kind: "staff", id: staff.userId },
      action: "begin-collection",
      subject: { kind: "collection", id: made.id },
      after: { slug, title },
    });
    return done({ collectionId: made.id });
  });
}

/** Says what a collection is called and about, in one language. A changed original makes the other texts older than it. */
export function saveCollectionText(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { locale, title, introduction, ...key }: CollectionKey & { locale: Locale; title: string; introduction: string },
  now = clock(),
): Edited {
  return editCollection(db, staff, formKey, key, now, "save-collection-text", async (trx) => {
    const texts = await trx
      .selectFrom("collectionTexts")
      .select(["locale", "title", "introduction", "originalVersion"])
      .where("collectionId", "=", key.collectionId)
      .execute();
    const original = texts.find((text) => text.locale === "az")?.originalVersion ?? 1;
    const before = texts.find((text) => text.locale === locale);
    const isSame = before?.title === title && before.introduction === introduction;
    const originalVersion = locale === "az" && !isSame ? original + 1 : original;
    await trx
      .insertInto("collectionTexts")
      .values({ collectionId: key.collectionId, locale, title, introduction, originalVersion })
      .onConflict((conflict) =>
        conflict.columns(["collectionId", "locale"]).doUpdateSet({ title, introduction, originalVersion }),
      )
      .execute();
    return {
      before: { locale, title: before?.title, introduction: before?.introduction },
      after: { locale, title, introduction },
    };
  });
}

/** Publishes a collection that has something to read and to see, or takes it from the public. */
export function setCollectionStatus(
  db: Db,
  staff: StaffActor,
  formKey: FormKey,
  { status, ...key }: CollectionKey & { status: Exclude<CollectionStatus, "draft"> },
  now = clock(),
): Edited {
  const action = status === "published" ? "publish-collection" : "archive-collection";
  return editCollection(db, staff, formKey, key, now, action, async (trx, before) => {
    if (status === "published") {
      const text = await trx
        .selectFrom("collectionTexts")
        .select("introduction")
        .where("collectionId", "=", key.collectionId)
        .where("locale", "=", "az")
        .executeTakeFirst();
      if (!text?.introduction.trim()) return "introduction-missing";
      if ((await listEntries(trx, key.collectionId)).length === 0) return "nothing-to-show";
    }
    await trx.updateTable("collections").set({ status }).where("id", "=", key.collectionId).execute();
    return { before: { status: before.status }, after: { status } };
  });
}
