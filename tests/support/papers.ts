import { deflateSync } from "node:zlib";

type PdfOptions = {
  /** Entries of the document's root, as PDF writes them. */
  root?: string;
  /** Further objects, each as `<<…>>`. */
  objects?: readonly string[];
  /** Bytes between header and first object. */
  before?: string;
  ending?: string;
};

/** A PDF of one empty page, as any writer makes it, with whatever a test adds. */
export function makePdf({ root = "", objects = [], before = "", ending = "%%EOF\n" }: PdfOptions = {}): Buffer {
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${root} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ...objects,
  ];
  let text = `%PDF-1.7\n${before}`;
  const offsets = all.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const start = text.length;
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n${ending}`;
  return Buffer.from(text, "latin1");
}

/** An object in which others lie packed. */
export function packed(objects: string, { filter = "/FlateDecode", parms = "" } = {}): string {
  const body = deflateSync(Buffer.from(objects, "latin1")).toString("latin1");
  return `<< /Type /ObjStm /N 1 /First 4 /Filter ${filter} ${parms} /Length ${body.length} >>\nstream\n${body}\nendstream`;
}
