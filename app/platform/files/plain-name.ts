const LONGEST_NAME = 200;

/** Only the last part of a path, without what a terminal or a page would obey; never empty. For people to read only. */
export function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").trim();
  return Array.from(plain).slice(0, LONGEST_NAME).join("") || "file";
}
