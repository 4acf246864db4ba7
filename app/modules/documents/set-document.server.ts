import { setPdf } from "~/platform/pdf/set-pdf.server";
import type { ToPrint } from "./sheets/pen";
import { sheetOf } from "./sheets/sheet-of";

/**
 * Sets the PDF of a document. The same document is the same bytes each time, while the program and the texts of the site
 * are the same ones; a later program sets other bytes, which is why the first ones are kept.
 *
 * @throws Error where no typesetter is installed: a job tries again, and a document is never without its bytes unnoticed
 */
export async function setDocument(document: ToPrint): Promise<Buffer> {
  const set = await setPdf({ template: (await import("./document.typ?raw")).default, data: sheetOf(document) });
  if (!set.ok) throw new Error("there is no typesetter on this machine, so the document cannot be set");
  return set.value;
}
