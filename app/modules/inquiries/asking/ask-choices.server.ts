import { nameIn, referenceBook } from "~/modules/catalog/index.server";
import type { Db } from "~/platform/db/db.server";
import { READER_CURRENCIES, type Reader } from "~/platform/i18n/reader";

type Choice = { value: string; label: string };

/** What a buyer may choose from besides countries; her own currency first. */
export async function askChoices(
  db: Db,
  { lang, currency }: Pick<Reader, "lang" | "currency">,
): Promise<{ incoterms: Choice[]; currencies: Choice[] }> {
  const { incoterms } = await referenceBook(db);
  return {
    incoterms: [...incoterms].map(([code, { names }]) => ({ value: code, label: `${code}: ${nameIn(names, lang)}` })),
    currencies: [currency, ...READER_CURRENCIES.filter((code) => code !== currency)].map((code) => ({
      value: code,
      label: code,
    })),
  };
}
