import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FormKey } from "~/platform/db/once.server";
import { done, refused, type Result } from "~/platform/result";
import type { SellerActor } from "~/platform/session/actors.server";
import { draftFactsOf } from "../drafts/draft-facts-of";
import { draftTexts } from "../drafts/draft-texts";
import { mainMaterialFirst } from "../drafts/main-material";
import { nameIn, referenceBook } from "../reference-book.server";
import { usualMaterials } from "./category-habits.server";
import { workOnListing, type WorkRefusal } from "./work-on-listing.server";

export type DraftRefusal = WorkRefusal | "text-there";

/**
 * Composes a listing's text in English or Russian from its facts, as a draft that buyers do not see until somebody of the
 * team has read and saved it. A text that was written by hand stays as it is.
 */
export async function draftListingText(
  db: Db,
  seller: SellerActor,
  formKey: FormKey,
  { listingId, locale }: { listingId: string; locale: "en" | "ru" },
  now = clock(),
): Promise<Result<null, DraftRefusal>> {
  const work = { listingId, action: "draft-listing-text", now };
  const book = await referenceBook(db);
  return workOnListing(db, seller, formKey, work, async (trx, working, version) => {
    const before = working.texts.find((text) => text.locale === locale);
    if (before && !before.isDraft) return refused("text-there");
    const original = working.texts.find((text) => text.locale === "az");
    const { categoryId } = working.listing;
    const materialIds = mainMaterialFirst(working.materialIds, {
      title: original?.title ?? "",
      category: nameIn(book.categories.get(categoryId)?.names, "az"),
      usual: await usualMaterials(trx, categoryId),
      nameOf: (id) => nameIn(book.materials.get(id), "az"),
    });
    const { title, description } = draftTexts(draftFactsOf({ ...working, materialIds }), locale);
    const text = {
      title,
      description,
      isDraft: true,
      changedVersion: version,
      translatesVersion: original?.changedVersion ?? version,
    };
    await trx
      .insertInto("listingTexts")
      .values({ listingId, locale, ...text })
      .onConflict((conflict) => conflict.columns(["listingId", "locale"]).doUpdateSet(text))
      .execute();
    return done({ value: null, after: { locale, title, description } });
  });
}
