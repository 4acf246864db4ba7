import { PRIVATE_CACHE } from "./cache-headers.server";

/** RFC 4180, with the mark by which spreadsheets know that it is UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell that begins like a formula would be calculated by a spreadsheet; a number below zero stays a number. */
function csvCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** A table as a file of its reader's own, which no cache keeps. */
export function csvAnswer(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
      "Cache-Control": PRIVATE_CACHE,
    },
  });
}
