import { availableParallelism } from "node:os";
import { sql } from "kysely";
import { addPicture, makeRenditions } from "~/modules/catalog/media/add-picture.server";
import { ALL_RENDITIONS } from "~/modules/catalog/media/renditions";
import { publishListing } from "~/modules/catalog/publication.server";
import { clock } from "~/platform/clock.server";
import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import { enqueue } from "~/platform/jobs/enqueue.server";
import {
  PICTURE_VIEWS,
  PICTURE_WIDTH,
  type MotifDrawer,
  type PictureSubject,
  type PictureView,
} from "./pictures/contract";
import { renderPicture } from "./pictures/render";

/** Pixels of a first picture: enough for cards, a quarter of the work. The listing's job draws it again in full. */
const FIRST_WIDTH = 640;

export type DrawOptions = {
  drawerOf?: (motif: string) => MotifDrawer;
  now?: Date;
  /** Ends the work after the picture in hand; what is done is kept, and the next attempt goes on from there. */
  signal?: AbortSignal | undefined;
};

type PrepareOptions = DrawOptions & {
  onProgress?: (progress: { done: number; total: number }) => void;
  /** Of how many listings the other views are left to jobs; of all when undefined. */
  mostWithOtherViews?: number | undefined;
};

/**
 * Draws the front view of every demo listing that has no picture yet, in two widths, and leaves the other views to
 * jobs. What an earlier, broken start drew is kept.
 *
 * @returns how many were drawn
 */
export async function prepareFirstPictures(
  db: Db,
  files: FileStore,
  { drawerOf, onProgress = () => {}, now = clock(), mostWithOtherViews }: PrepareOptions = {},
): Promise<number> {
  const drawer = drawerOf ?? (await ownDrawers());
  const waiting = await db
    .selectFrom("listingDrawings")
    .where("listingId", "not in", (eb) => eb.selectFrom("listingImages").select("listingId"))
    .select("listingId")
    .orderBy("seedId")
    .execute();
  const ids = waiting.map(({ listingId }) => listingId);
  let done = 0;
  const work = async () => {
    for (let listingId = ids.shift(); listingId !== undefined; listingId = ids.shift()) {
      await drawViews(db, files, listingId, { views: ["front"], width: FIRST_WIDTH, drawerOf: drawer, now });
      done += 1;
      onProgress({ done, total: waiting.length });
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  await enqueueRemaining(db, mostWithOtherViews);
  return waiting.length;
}

/** Loaded when something is drawn: a worker in production never is. */
async function ownDrawers(): Promise<NonNullable<DrawOptions["drawerOf"]>> {
  const { drawerFor } = await import("./pictures");
  return drawerFor;
}

/** A job per listing that lacks pictures, one after another, behind everything that a person waits for. */
async function enqueueRemaining(db: Db, most = Infinity): Promise<void> {
  const unfinished = (await selectUnfinished(db).execute()).slice(0, most);
  await db.transaction().execute(async (trx) => {
    for (const { listingId } of unfinished) {
      const options = { jobKey: `draw-remaining-pictures:${listingId}`, priority: 10, queue: "pictures" };
      await enqueue(trx, "draw-remaining-pictures", { listingId }, options);
    }
  });
}

/** Draws a listing's other views, makes what renditions are missing, and publishes it with all its pictures. */
export async function drawRemainingPictures(
  db: Db,
  files: FileStore,
  listingId: string,
  { drawerOf, now = clock(), signal }: DrawOptions = {},
): Promise<void> {
  const drawer = drawerOf ?? (await ownDrawers());
  await drawViews(db, files, listingId, { views: PICTURE_VIEWS, width: PICTURE_WIDTH, drawerOf: drawer, now, signal });
  const images = await db
    .selectFrom("listingImages")
    .where("listingId", "=", listingId)
    .select("mediaId")
    .orderBy("position")
    .execute();
  for (const { mediaId } of images) {
    signal?.throwIfAborted();
    await makeRenditions(db, files, mediaId);
  }
}

/** Pictures that the demo still waits for: views not drawn, or not yet in every format and width. */
export async function countPicturesToDraw(db: Db): Promise<number> {
  const rows = await selectUnfinished(db).execute();
  return rows.reduce((sum, { finished }) => sum + PICTURE_VIEWS.length - finished, 0);
}

const RENDITIONS_PER_PICTURE = ALL_RENDITIONS.length;

function selectUnfinished(db: Db) {
  const finished = sql<number>`(
    select count(*)::int from listing_images join media_files on media_files.id = listing_images.media_id
    where listing_images.listing_id = listing_drawings.listing_id and media_files.width >= ${PICTURE_WIDTH} and (
      select count(*) from media_renditions where media_id = listing_images.media_id) >= ${RENDITIONS_PER_PICTURE})`;
  return db
    .selectFrom("listingDrawings")
    .select(["listingId", finished.as("finished")])
    .where(finished, "<", PICTURE_VIEWS.length)
    .orderBy("seedId");
}

type DrawTask = Required<Omit<DrawOptions, "signal">> &
  Pick<DrawOptions, "signal"> & { views: readonly PictureView[]; width: number };

/** Draws the views that the listing has not that wide, through the pipeline of uploads, and freezes them into its publication. */
async function drawViews(
  db: Db,
  files: FileStore,
  listingId: string,
  { views, width, drawerOf, now, signal }: DrawTask,
): Promise<void> {
  const subject = await findSubject(db, listingId);
  if (!subject) return;
  const present = await db
    .selectFrom("listingImages")
    .innerJoin("mediaFiles", "mediaFiles.id", "listingImages.mediaId")
    .where("listingId", "=", listingId)
    .where("mediaFiles.width", ">=", width)
    .select("view")
    .execute();
  const missing = views.filter((view) => !present.some((image) => image.view === view));
  const added: { view: PictureView; mediaId: string }[] = [];
  for (const view of missing) {
    signal?.throwIfAborted();
    const original = await renderPicture(drawerOf(subject.motif), subject, view, width);
    const result = await addPicture(db, files, original, { now, enqueuesRest: false });
    if (!result.ok) throw new Error(`the drawn picture of ${subject.listingId} was refused: ${result.refusal}`);
    added.push({ view, mediaId: result.value.mediaId });
  }
  if (added.length === 0) return;

  await db.transaction().execute(async (trx) => {
    const listing = await trx
      .selectFrom("listings")
      .leftJoin("listingPublications", (join) =>
        join.onRef("listingPublications.listingId", "=", "listings.id").on("listingPublications.isCurrent", "=", true),
      )
      .where("listings.id", "=", listingId)
      .select(["listings.status", "listings.version", "listingPublications.version as publishedVersion"])
      .forUpdate("listings")
      .executeTakeFirst();
    if (!listing) return;
    const isUntouched = listing.version === listing.publishedVersion;
    if (listing.publishedVersion !== null && !isUntouched) {
      // Somebody has taken the listing in hand: her pictures are not painted over.
      await trx.deleteFrom("listingDrawings").where("listingId", "=", listingId).execute();
      return;
    }
    await trx
      .insertInto("listingImages")
      .values(added.map(({ view, mediaId }) => ({ listingId, mediaId, view, position: PICTURE_VIEWS.indexOf(view) })))
      .onConflict((conflict) =>
        conflict.columns(["listingId", "position"]).doUpdateSet((eb) => ({ mediaId: eb.ref("excluded.mediaId") })),
      )
      .execute();
    if (listing.status === "published" && isUntouched) await publishListing(trx, listingId, now);
  });
}

async function findSubject(db: Db, listingId: string): Promise<PictureSubject | undefined> {
  const row = await db
    .selectFrom("listingDrawings")
    .innerJoin("listings", "listings.id", "listingDrawings.listingId")
    .where("listingDrawings.listingId", "=", listingId)
    .select([
      "listingDrawings.seedId",
      "listingDrawings.motif",
      "listingDrawings.palette",
      "listingDrawings.seed",
      "listings.categoryId",
      "listings.techniqueId",
      "listings.lengthMm",
      "listings.widthMm",
      "listings.heightMm",
      sql<{ locale: "az" | "en" | "ru"; title: string; description: string }[]>`(
        select jsonb_agg(jsonb_build_object('locale', locale, 'title', title, 'description', description))
        from listing_texts where listing_id = listings.id)`.as("texts"),
      sql<
        string[]
      >`array(select material_id from listing_materials where listing_id = listings.id order by position)`.as(
        "materialIds",
      ),
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  const { lengthMm, widthMm, heightMm } = row;
  const names = (field: "title" | "description") => {
    const of = (locale: string) => row.texts.find((text) => text.locale === locale)?.[field] ?? "";
    return { az: of("az"), en: of("en"), ru: of("ru") };
  };
  return {
    listingId: row.seedId,
    motif: row.motif,
    palette: row.palette,
    seed: row.seed,
    title: names("title"),
    description: names("description"),
    categoryId: row.categoryId,
    techniqueId: row.techniqueId ?? undefined,
    materialIds: row.materialIds,
    sizeCm:
      lengthMm === null || widthMm === null || heightMm === null
        ? undefined
        : { length: lengthMm / 10, width: widthMm / 10, height: heightMm / 10 },
  };
}
