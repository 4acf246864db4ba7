/**
 * A sheet of the demo's pictures to look at: `node --import tsx db/seed/pictures/contact-sheet.ts OUT.jpg [VIEW] [WHICH]`.
 * WHICH is `all`, `random:N` (the same N each time), or motifs and listing ids with commas between.
 */
import sharp from "sharp";
import { readSeedCatalogue, type SeedListing } from "../catalogue";
import { makeRandom, PICTURE_VIEWS, type PictureSubject } from "./contract";
import { drawerFor } from "./index";
import { renderPicture } from "./render";

const COLUMNS = 8;
const TILE = { width: 300, height: 375, gap: 4 };

const [out = "contact-sheet.jpg", wantedView = "front", which = "all"] = process.argv.slice(2);
const view = PICTURE_VIEWS.find((name) => name === wantedView);
if (!view) throw new Error(`the view is one of ${PICTURE_VIEWS.join(", ")}`);

const listings = choose(readSeedCatalogue().listings, which);
const tiles: Buffer[] = [];
const millis: number[] = [];
for (const listing of listings) {
  const subject = subjectOf(listing);
  const started = performance.now();
  const picture = await renderPicture(drawerFor(subject.motif), subject, view, 640);
  millis.push(performance.now() - started);
  tiles.push(await sharp(picture).resize(TILE.width, TILE.height).toBuffer());
}
const place = (i: number) => ({
  left: (i % COLUMNS) * (TILE.width + TILE.gap),
  top: Math.floor(i / COLUMNS) * (TILE.height + TILE.gap),
});
await sharp({
  create: {
    width: Math.min(COLUMNS, tiles.length) * (TILE.width + TILE.gap),
    height: Math.ceil(tiles.length / COLUMNS) * (TILE.height + TILE.gap),
    channels: 3,
    background: "#fff",
  },
})
  .composite(tiles.map((input, i) => ({ input, ...place(i) })))
  .jpeg({ quality: 82, mozjpeg: true })
  .toFile(out);
const mean = millis.reduce((sum, ms) => sum + ms, 0) / Math.max(1, millis.length);
const report = listings.map(
  ({ id, visual, title }, i) => `${id} ${visual.motif} ${Math.round(millis[i] ?? 0)} ms ${title.en}`,
);
process.stdout.write(`${report.join("\n")}\n${tiles.length} pictures, ${Math.round(mean)} ms each\n`);

function choose(all: readonly SeedListing[], wanted: string): SeedListing[] {
  if (wanted === "all") return [...all];
  const count = /^random:(\d+)$/.exec(wanted)?.[1];
  if (count === undefined) {
    const names = wanted.split(",");
    return all.filter((listing) => names.includes(listing.visual.motif) || names.includes(listing.id));
  }
  const random = makeRandom("contact sheet");
  const order = all.map((listing) => ({ listing, key: random.next() })).toSorted((a, b) => a.key - b.key);
  return order.slice(0, Number(count)).map(({ listing }) => listing);
}

function subjectOf(listing: SeedListing): PictureSubject {
  const isGood = listing.kind === "goods";
  return {
    listingId: listing.id,
    motif: listing.visual.motif,
    palette: listing.visual.palette,
    seed: listing.visual.seed,
    title: listing.title,
    description: listing.description,
    categoryId: listing.category,
    techniqueId: isGood ? listing.technique : undefined,
    materialIds: isGood ? listing.materials : [],
    sizeCm: isGood ? (listing.size_cm ?? undefined) : undefined,
  };
}
