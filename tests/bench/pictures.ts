import { createHash } from "node:crypto";
import { clock } from "~/platform/clock.server";
import { writeRows } from "~db/bulk";
import { addPicture } from "~/modules/catalog/media/add-picture.server";
import { ALL_RENDITIONS } from "~/modules/catalog/media/renditions";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { readSeedCatalogue } from "~db/seed/catalogue";
import { drawerFor } from "~db/seed/pictures";
import { seedUuid } from "~db/seed/ids";
import { PICTURE_HEIGHT, PICTURE_VIEWS, PICTURE_WIDTH } from "~db/seed/pictures/contract";
import { renderPicture } from "~db/seed/pictures/render";
import type { BenchPicture } from "./publications";

/** A blur-up picture of the usual length, for pages that are timed but not looked at. */
const PLACEHOLDER = `data:image/webp;base64,${"UklGRlYAAABXRUJQVlA4".repeat(10)}`;

/** Pictures without files: their rows and what pages say of them weigh as much, and drawing takes minutes. */
export async function nameOnlyPictures(db: Db): Promise<BenchPicture[][]> {
  const sets = Array.from({ length: DRAWN.size }, (_, set) =>
    PICTURE_VIEWS.map((view) => ({
      mediaId: seedUuid("bench-media", `${set}/${view}`),
      sha256: createHash("sha256").update(`bench/${set}/${view}`).digest("hex"),
      view,
      width: PICTURE_WIDTH,
      height: PICTURE_HEIGHT,
      placeholder: PLACEHOLDER,
      dominantColour: "#b5652b",
      variantId: null,
    })),
  );
  const rows = sets.flat().map(({ mediaId, sha256, width, height, placeholder, dominantColour }) => ({
    id: mediaId,
    sha256,
    original_key: `originals/${sha256}.jpeg`,
    content_type: "image/jpeg",
    byte_count: 1,
    width,
    height,
    placeholder,
    dominant_colour: dominantColour,
    created_at: clock().toISOString(),
  }));
  await writeRows(db, "media_files", rows);
  return sets;
}

/** Listings whose pictures the made ones share: a page weighs what its pictures weigh, whose they are is no matter. */
const DRAWN = new Set(["p001", "p013", "p029"]);

/** Draws and keeps a few listings' pictures, in every format and width, through the pipeline of uploads. */
export async function drawPictures(
  db: Db,
  files: FileStore,
  onProgress: (done: number, total: number) => void,
): Promise<BenchPicture[][]> {
  const listings = readSeedCatalogue().listings.filter(({ id }) => DRAWN.has(id));
  const sets: BenchPicture[][] = [];
  const total = listings.length * PICTURE_VIEWS.length;
  for (const listing of listings) {
    const set: BenchPicture[] = [];
    for (const view of PICTURE_VIEWS) {
      const subject = {
        ...listing.visual,
        listingId: listing.id,
        title: listing.title,
        description: listing.description,
        categoryId: listing.category,
        techniqueId: listing.kind === "goods" ? listing.technique : undefined,
        materialIds: listing.kind === "goods" ? listing.materials : [],
        sizeCm: listing.kind === "goods" ? (listing.size_cm ?? undefined) : undefined,
      };
      const original = await renderPicture(drawerFor(subject.motif), subject, view);
      const added = await addPicture(db, files, original, { first: ALL_RENDITIONS, enqueuesRest: false });
      if (!added.ok) throw new Error(`a drawn picture was refused: ${added.refusal}`);
      const media = await db
        .selectFrom("mediaFiles")
        .where("id", "=", added.value.mediaId)
        .select(["id as mediaId", "sha256", "width", "height", "placeholder", "dominantColour"])
        .executeTakeFirstOrThrow();
      set.push({ ...media, view, variantId: null });
      onProgress(sets.length * PICTURE_VIEWS.length + set.length, total);
    }
    sets.push(set);
  }
  return sets;
}
