import { formatDay } from "~/modules/catalog/index.server";
import { findShop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import type { Db } from "~/platform/db/db.server";
import { dateFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import { formatMoney } from "~/platform/money";
import { setPdf } from "~/platform/pdf/set-pdf.server";
import type { OpenedPaper } from "~/platform/private-files/private-files.server";
import { statementHead, statementLines } from "./statement-lines";
import { findStatements, type Statement } from "./statement.server";

/**
 * A month's statement of a seller as a PDF in the reader's language, a table for each currency.
 *
 * @param month `2026-11`
 * @returns undefined when that is no month
 * @throws Error where no typesetter is installed
 */
export async function printStatement(
  db: Db,
  { sellerId, month, lang }: { sellerId: string; month: string; lang: Locale },
): Promise<OpenedPaper | undefined> {
  const [statements, shop] = await Promise.all([findStatements(db, sellerId, month), findShop(db, sellerId)]);
  if (!statements) return undefined;
  const monthName = dateFormat(lang, { month: "long", year: "numeric", timeZone: "UTC" });
  const set = await setPdf({
    template: (await import("./statement.typ?raw")).default,
    data: {
      lang,
      title: m["payments.statement.titleOne"](),
      month: monthName.format(new Date(`${month}-01T00:00:00Z`)),
      seller: shop?.name ?? "",
      none: m["payments.statement.none"](),
      head: statementHead(),
      tables: statements.map((statement) => tableOf(statement, lang)),
    },
  });
  if (!set.ok) throw new Error("there is no typesetter on this machine, so the statement cannot be set");
  return { name: `karvan-${month}.pdf`, contentType: "application/pdf", content: set.value };
}

function tableOf(statement: Statement, lang: Locale) {
  const { currency } = statement;
  const text = (amountMinor: bigint | undefined) =>
    amountMinor === undefined ? "" : formatMoney({ amountMinor, currency }, lang);
  return {
    currency,
    rows: statementLines(statement).map((line) => [
      line.on === undefined ? "" : formatDay(line.on, lang),
      line.what,
      line.reference ?? "",
      text(line.grossMinor),
      text(line.commissionMinor),
      text(line.refundMinor),
      text(line.payoutMinor),
      text(line.balanceMinor),
    ]),
  };
}
