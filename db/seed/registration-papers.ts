import { sql } from "kysely";
import sharp from "sharp";
import { paperOwner, REGISTRATION } from "~/modules/sellers/index.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { notePaper, putPaper } from "~/platform/private-files/private-files.server";

type Registered = { sellerId: string; name: string; voen: string };

/** Pixels of a sheet of A4: enough to read on a screen, and little to keep. */
const WIDTH = 620;
const HEIGHT = 877;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** An invented paper that says so, and that nobody takes for the tax service's. */
function drawPaper({ name, voen }: Registered): Promise<Buffer> {
  const line = (y: number, size: number, text: string, colour = "#2b2620") =>
    `<text x="310" y="${y}" font-family="DejaVu Sans, sans-serif" font-size="${size}" fill="${colour}" text-anchor="middle">${escaped(text)}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#fbf8f1"/>
    <rect x="34" y="34" width="${WIDTH - 68}" height="${HEIGHT - 68}" fill="none" stroke="#8a7d66" stroke-width="2"/>
    <text x="310" y="560" font-family="DejaVu Sans, sans-serif" font-size="92" fill="#e7dcc5" text-anchor="middle" transform="rotate(-24 310 520)">NÜMUNƏ</text>
    ${line(130, 24, "Vergi uçotuna alınma haqqında")}
    ${line(166, 24, "şəhadətnamə")}
    ${line(204, 15, "Karvan nümayişi üçün uydurulmuş sənəd", "#9b2335")}
    ${line(330, 16, "Vergi ödəyicisi", "#6b614f")}
    ${line(366, name.length > 34 ? 19 : 26, name)}
    ${line(450, 16, "VÖEN", "#6b614f")}
    ${line(492, 34, voen)}
    ${line(770, 14, "Heç bir orqan tərəfindən verilməyib", "#6b614f")}
  </svg>`;
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 32 }).toBuffer();
}

/**
 * Gives every shop of the demo that has a tax number the paper that goes with it, so that it can take orders and the
 * reviewer has something to look at. A shop that has a paper keeps it.
 *
 * @returns how many papers were drawn
 */
export async function bringRegistrationPapers(db: Db, files: FileStore, now = clock()): Promise<number> {
  const without = await db
    .selectFrom("sellers")
    .innerJoin("sellerTexts", (join) =>
      join.onRef("sellerTexts.sellerId", "=", "sellers.id").on("sellerTexts.locale", "=", "az"),
    )
    .where("voen", "is not", null)
    .where("isFictional", "is", true)
    .where(
      sql<boolean>`not exists (select from private_files where owner_kind = 'seller' and owner_id = sellers.id::text)`,
    )
    .select(["sellers.id as sellerId", "sellerTexts.name", "voen", "sellers.createdAt"])
    .execute();
  for (const { sellerId, name, voen, createdAt } of without) {
    const content = await drawPaper({ sellerId, name, voen: voen ?? "" });
    const paper = await putPaper(files, {
      owner: paperOwner(sellerId),
      purpose: REGISTRATION,
      name: "VÖEN.png",
      content,
    });
    if (!paper.ok) throw new Error(`a drawn paper was refused: ${paper.refusal}`);
    await notePaper(db, paper.value, createdAt > now ? now : createdAt);
  }
  return without.length;
}
