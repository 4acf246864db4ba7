import type { Db } from "~/platform/db/db.server";
import { readerOf, type Reader } from "~/platform/i18n/reader";
import { referenceBook } from "./reference-book.server";

/** The reader as the URL says, among the countries that goods may be sent to. */
export async function readerFor(db: Db, url: URL): Promise<Reader> {
  const { destinations } = await referenceBook(db);
  return readerOf(url, (country) => destinations.has(country));
}
