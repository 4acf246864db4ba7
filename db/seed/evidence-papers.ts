import sharp from "sharp";
import { paperName } from "~/modules/export-readiness";
import { evidenceOwner } from "~/modules/export-readiness/index.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { notePaper, putPaper } from "~/platform/private-files/private-files.server";

type Drawn = { title: string; shop: string; issuedOn: string; expiresOn: string };

/** Pixels of a sheet of A4: enough to read on a screen, and little to keep. */
const WIDTH = 620;
const HEIGHT = 877;
/** Letters in a line. */
const LINE = 42;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= LINE) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

const dated = (day: string) => day.split("-").toReversed().join(".");

/** An invented paper that says so, and that nobody takes for anybody's. */
function drawSheet({ title, shop, issuedOn, expiresOn }: Drawn): Promise<Buffer> {
  const line = (y: number, size: number, text: string, colour = "#2b2620") =>
    `<text x="310" y="${y}" font-family="DejaVu Sans, sans-serif" font-size="${size}" fill="${colour}" text-anchor="middle">${escaped(text)}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#fbf8f1"/>
    <rect x="34" y="34" width="${WIDTH - 68}" height="${HEIGHT - 68}" fill="none" stroke="#8a7d66" stroke-width="2"/>
    <text x="310" y="560" font-family="DejaVu Sans, sans-serif" font-size="92" fill="#e7dcc5" text-anchor="middle" transform="rotate(-24 310 520)">NÜMUNƏ</text>
    ${wrapped(title)
      .map((words, at) => line(130 + at * 32, 21, words))
      .join("")}
    ${line(290, 15, "Karvan nümayişi üçün uydurulmuş sənəd", "#9b2335")}
    ${line(350, 16, "Sahibi", "#6b614f")}
    ${line(386, shop.length > 34 ? 19 : 26, shop)}
    ${line(460, 16, "Verilib", "#6b614f")}
    ${line(494, 24, dated(issuedOn))}
    ${line(620, 16, "Qüvvədədir", "#6b614f")}
    ${line(654, 24, dated(expiresOn))}
    ${line(770, 14, "Heç bir orqan tərəfindən verilməyib", "#6b614f")}
  </svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 70, mozjpeg: true }).toBuffer();
}

/** A PDF of one page that shows a picture (ISO 32000-1, 8.9.5). */
function pdfOf(picture: Buffer): Buffer {
  const content = "q 595 0 0 842 0 0 cm /P Do Q";
  const objects = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    Buffer.from(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /P 4 0 R >> >> /Contents 5 0 R >>",
    ),
    Buffer.concat([
      Buffer.from(
        `<< /Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${picture.length} >>\nstream\n`,
      ),
      picture,
      Buffer.from("\nendstream"),
    ]),
    Buffer.from(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`),
  ];
  const parts = [Buffer.from("%PDF-1.4\n")];
  let length = 9;
  const offsets = objects.map((object, index) => {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    const offset = length;
    parts.push(whole);
    length += whole.length;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/**
 * Gives every paper of the demo that waits for the reviewer something to read. One that has a file keeps it.
 *
 * @returns how many papers were drawn
 */
export async function bringEvidencePapers(db: Db, files: FileStore): Promise<number> {
  const without = await db
    .selectFrom("evidence")
    .innerJoin("sellers", "sellers.id", "evidence.sellerId")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "sellers.id").on("sellerTexts.locale", "=", "az"),
    )
    .where("evidence.status", "=", "submitted")
    .where("evidence.paperId", "is", null)
    .where("sellers.isFictional", "is", true)
    .select([
      "evidence.id",
      "evidence.sellerId",
      "evidence.documentType",
      "evidence.issuedOn",
      "evidence.expiresOn",
      "evidence.submittedAt",
      "sellerTexts.name as shop",
    ])
    .orderBy("evidence.id")
    .execute();
  for (const { id, sellerId, documentType, submittedAt, ...dates } of without) {
    const title = paperName(documentType, { locale: "az" });
    const paper = await putPaper(files, {
      owner: evidenceOwner(sellerId),
      purpose: documentType.replaceAll("_", "-"),
      name: `${documentType}.pdf`,
      content: pdfOf(await drawSheet({ title, ...dates })),
    });
    if (!paper.ok) throw new Error(`a drawn paper was refused: ${paper.refusal}`);
    await db.transaction().execute(async (trx) => {
      await notePaper(trx, paper.value, submittedAt);
      await trx.updateTable("evidence").set({ paperId: paper.value.paperId }).where("id", "=", id).execute();
    });
  }
  return without.length;
}
