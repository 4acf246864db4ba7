import type { z } from "zod";
import type { Trx } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { ORIGINAL } from "../../short-snapshot.server";
import type { Working } from "../read-listing.server";
import type { PartRoom } from "./part";
import type { translationInput } from "./texts-schema.server";

type Text = { title: string; description: string; deliverables?: string | null; rights?: string | null };

/** Writes a text; one that stays as it was keeps the version in which it changed. */
export async function writeText(
  trx: Trx,
  { listing, texts }: Working,
  locale: Locale,
  text: Text,
  version: number,
): Promise<void> {
  const before = texts.find((one) => one.locale === locale);
  const after = { deliverables: before?.deliverables ?? null, rights: before?.rights ?? null, ...text };
  const isSame =
    before?.title === after.title &&
    before.description === after.description &&
    before.deliverables === after.deliverables &&
    before.rights === after.rights;
  const original = texts.find((one) => one.locale === ORIGINAL);
  const written = {
    ...after,
    // Whoever saves a text has read it: it is no draft any more and speaks of the original as it is.
    isDraft: false,
    changedVersion: isSame ? before.changedVersion : version,
    translatesVersion: locale === ORIGINAL ? null : (original?.changedVersion ?? version),
  };
  await trx
    .insertInto("listingTexts")
    .values({ listingId: listing.id, locale, ...written })
    .onConflict((conflict) => conflict.columns(["listingId", "locale"]).doUpdateSet(written))
    .execute();
}

/** A text in another language; an empty title takes the language away. */
export function translationPart(locale: "en" | "ru"): PartRoom<z.output<typeof translationInput>> {
  return {
    valuesOf({ texts }) {
      const text = texts.find((one) => one.locale === locale);
      return {
        title: text?.title ?? "",
        description: text?.description ?? "",
        deliverables: text?.deliverables ?? "",
        rights: text?.rights ?? "",
      };
    },

    async write(trx, working, { title, description, deliverables, rights }, version) {
      const { id } = working.listing;
      if (title === undefined) {
        if (description !== undefined || deliverables !== undefined || rights !== undefined) return "title-missing";
        await trx.deleteFrom("listingTexts").where("listingId", "=", id).where("locale", "=", locale).execute();
        return undefined;
      }
      const text = {
        title,
        description: description ?? "",
        deliverables: deliverables ?? null,
        rights: rights ?? null,
      };
      await writeText(trx, working, locale, text, version);
      return undefined;
    },
  };
}
