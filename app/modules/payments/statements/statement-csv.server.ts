import { csvOf } from "~/platform/http/csv.server";
import { m } from "~/paraglide/messages.js";
import { toDecimal } from "~/platform/money";
import { statementHead, statementLines } from "./statement-lines";
import type { Statement } from "./statement.server";

/** Statements as one table, each line with its currency; amounts with a point, for a program to read. */
export function statementCsv(statements: readonly Statement[]): string {
  const head = [...statementHead(), m["payments.statement.currency"]()];
  return csvOf([head, ...statements.flatMap(rowsOf)]);
}

function rowsOf(statement: Statement): string[][] {
  const { currency } = statement;
  const text = (amountMinor: bigint | undefined) =>
    amountMinor === undefined ? "" : toDecimal({ amountMinor, currency });
  return statementLines(statement).map((line) => [
    line.on ?? "",
    line.what,
    line.reference ?? "",
    text(line.grossMinor),
    text(line.commissionMinor),
    text(line.refundMinor),
    text(line.payoutMinor),
    text(line.balanceMinor),
    currency,
  ]);
}
