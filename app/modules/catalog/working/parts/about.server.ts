import type { z } from "zod";
import type { Trx } from "~/platform/db/db.server";
import { HOME_COUNTRY } from "../../offer";
import { isListingCategory, referenceBook } from "../../reference-book.server";
import { needsCertificate } from "../needs-certificate.server";
import type { aboutInput } from "./about-schema.server";
import type { PartRefusal, PartRoom } from "./part";
import { writeText } from "./texts.server";

type About = z.output<typeof aboutInput>;

/** What it is: in Azerbaijani, with category, craft, materials and where it is made. */
export const aboutPart: PartRoom<About> = {
  valuesOf({ listing, texts, materialIds }) {
    const original = texts.find(({ locale }) => locale === "az");
    return {
      title: original?.title ?? "",
      description: original?.description ?? "",
      categoryId: listing.categoryId,
      techniqueId: listing.techniqueId ?? "",
      materialIds,
      placeId: listing.placeId ?? "",
    };
  },

  async write(trx, working, about, version) {
    const refusal = await whyNotKnown(trx, working.listing.kind, about);
    if (refusal) return refusal;
    const { id, kind, hsCode } = working.listing;
    await trx
      .updateTable("listings")
      .set({
        categoryId: about.categoryId,
        techniqueId: about.techniqueId ?? null,
        placeId: about.placeId ?? null,
        originCountry: kind === "good" ? HOME_COUNTRY : null,
        needsCulturalCheck: await needsCertificate(trx, { kind, categoryId: about.categoryId, hsCode }),
      })
      .where("id", "=", id)
      .execute();
    await trx.deleteFrom("listingMaterials").where("listingId", "=", id).execute();
    if (about.materialIds.length > 0) {
      await trx
        .insertInto("listingMaterials")
        .values(about.materialIds.map((materialId, position) => ({ listingId: id, materialId, position })))
        .execute();
    }
    await writeText(trx, working, "az", { title: about.title, description: about.description ?? "" }, version);
    return undefined;
  },
};

async function whyNotKnown(trx: Trx, kind: string, about: About): Promise<PartRefusal | undefined> {
  const book = await referenceBook(trx);
  const { techniques, materials, places } = book;
  if (!isListingCategory(book, about.categoryId, kind)) return "category-missing";
  if (about.techniqueId !== undefined && !techniques.has(about.techniqueId)) return "technique-missing";
  if (about.materialIds.some((id) => !materials.has(id))) return "material-missing";
  if (about.placeId !== undefined && !places.has(about.placeId)) return "place-missing";
  return undefined;
}
