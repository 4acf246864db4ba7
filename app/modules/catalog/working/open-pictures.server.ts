import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { PICTURE_ALTS } from "../listing-page.server";
import { MOST_PICTURES } from "../media/limits";
import { PICTURE_ROLES, type PictureRole } from "../types";
import { canEditListing } from "./listing-states";
import { kindOf, pageAfter, pagesOf } from "./open-part.server";
import type { ListingPage } from "./publish-needs";
import { findWorkingListing } from "./read-listing.server";

export type ListingPicturesPage = {
  listingId: string;
  title: string;
  /** Pages on which the listing is written, and the one after this. */
  pages: readonly ListingPage[];
  next: ListingPage | undefined;
  /** False while the Federation looks at the listing, and when it is archived. */
  isEditable: boolean;
  pictures: {
    imageId: string;
    sha256: string;
    placeholder: string;
    alt: string;
    view: PictureRole;
    variantId: string | undefined;
  }[];
  /** What a picture may show one of; empty when there is one variant only. */
  variants: { value: string; label: string }[];
};

/** The pictures of a listing as its seller arranges them; another seller's listing is missing. */
export async function openListingPictures(
  db: Db,
  key: { listingId: string; sellerId: string },
  lang: Locale,
): Promise<ListingPicturesPage | undefined> {
  const working = await findWorkingListing(db, key);
  if (!working) return undefined;
  const rows = await db
    .selectFrom("listingImages")
    .innerJoin("mediaFiles", "mediaFiles.id", "listingImages.mediaId")
    .select(["listingImages.id", "sha256", "placeholder", "view", "variantId"])
    .where("listingId", "=", key.listingId)
    .orderBy("position")
    .limit(MOST_PICTURES)
    .execute();
  const textIn = <Text extends { locale: string }>(texts: readonly Text[]) =>
    texts.find(({ locale }) => locale === lang) ?? texts.find(({ locale }) => locale === "az") ?? texts[0];
  const title = textIn(working.texts)?.title ?? working.slug;
  const { variants } = working;
  return {
    listingId: key.listingId,
    title,
    pages: pagesOf(kindOf(working)),
    next: pageAfter(kindOf(working), "pictures"),
    isEditable: canEditListing(working),
    pictures: rows.map(({ id, sha256, placeholder, view, variantId }) => {
      // The table's check allows no other.
      const role = PICTURE_ROLES.find((one) => one === view) ?? "other";
      return {
        imageId: id,
        sha256,
        placeholder,
        alt: PICTURE_ALTS[role]({ title }),
        view: role,
        variantId: variantId ?? undefined,
      };
    }),
    variants:
      variants.length < 2
        ? []
        : variants.map(({ variantId, sku, names }) => ({ value: variantId, label: textIn(names)?.name ?? sku })),
  };
}
