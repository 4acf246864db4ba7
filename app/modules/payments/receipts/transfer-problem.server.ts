import { formatDay } from "~/modules/catalog/index.server";
import { dayInBaku } from "~/platform/calendar";
import type { Db } from "~/platform/db/db.server";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { findReference, type TransferRefusal } from "./record-transfer.server";
import { askWhetherAnother, transferProblem } from "./transfer-words";

/** Why a transfer was not booked, as its form says it; of a reference that is known already, by which transfer. */
export async function findTransferProblem(
  db: Db,
  refusal: TransferRefusal,
  { bankReference, lang }: { bankReference: string; lang: Locale },
): Promise<ReturnType<typeof transferProblem>> {
  if (refusal !== "reference-known") return transferProblem(refusal);
  const [known] = await findReference(db, bankReference);
  const said = known && { day: formatDay(dayInBaku(known.recordedAt), lang), amount: formatMoney(known, lang) };
  return [undefined, { isAnother: askWhetherAnother(said) }];
}
