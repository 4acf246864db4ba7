import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { PARCEL_INCOTERMS, type ParcelIncoterm } from "./incoterm";
import { nameIn, referenceBook } from "./reference-book.server";

/** Terms that fit parcels of crafts, the advised one first, with the trade's names in the reader's language. */
export async function parcelIncoterms(db: Db, lang: Locale): Promise<{ code: ParcelIncoterm; name: string }[]> {
  const { incoterms } = await referenceBook(db);
  return PARCEL_INCOTERMS.map((code) => ({ code, name: nameIn(incoterms.get(code)?.names, lang) }));
}
