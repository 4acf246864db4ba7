/**
 * Rows of a comma-separated text with a header (RFC 4180: quoted fields, doubled quotes, line breaks inside quotes).
 *
 * @throws Error naming the row whose number of fields differs from the header's
 */
export function readCsv(content: string): Record<string, string>[] {
  const [header, ...rows] = fieldsOf(content);
  if (!header) return [];
  return rows.map((row, index) => {
    if (row.length !== header.length) {
      throw new Error(`row ${index + 2} has ${row.length} fields where the header has ${header.length}`);
    }
    return Object.fromEntries(header.map((name, column) => [name, row[column] ?? ""]));
  });
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;

function fieldsOf(content: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < content.length) {
    const start = FIELD.lastIndex;
    const match = FIELD.exec(content);
    if (!match) throw new Error(`not comma-separated text near "${content.slice(start, start + 40)}"`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === ",") {
      // A comma at the very end still opens one more, empty field.
      if (FIELD.lastIndex === content.length) row.push("");
      else continue;
    }
    rows.push(row);
    row = [];
  }
  return rows;
}
