import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { nameIn, referenceBook } from "./reference-book.server";

/** What the codes of places, categories, techniques and materials are called, by the code. */
export async function nameCodes(db: Db, lang: Locale): Promise<Map<string, string>> {
  const book = await referenceBook(db);
  return new Map([
    ...[...book.techniques].map(([id, names]) => [id, nameIn(names, lang)] as const),
    ...[...book.materials].map(([id, names]) => [id, nameIn(names, lang)] as const),
    ...[...book.categories].map(([id, { names }]) => [id, nameIn(names, lang)] as const),
    ...[...book.places].map(([id, { names }]) => [id, nameIn(names, lang)] as const),
  ]);
}
