import { execFile } from "node:child_process";

/** The text of a PDF as a reader would copy it, by poppler's `pdftotext`; columns stay side by side. */
export function pdfText(pdf: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile("pdftotext", ["-layout", "-", "-"], { maxBuffer: 50_000_000 }, (error, text) =>
      error ? reject(error) : resolve(text.normalize("NFC")),
    );
    child.stdin?.end(pdf);
  });
}
