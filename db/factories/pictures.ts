import { randomUUID } from "node:crypto";
import type { PictureRole } from "~/modules/catalog";
import type { Db } from "~/platform/db/db.server";
import { writeRows } from "../bulk";
import { FACTORY_NOW } from "./unique";

/** Smallest picture there is: one transparent pixel as a data URL. */
const PIXEL = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

/** Rows of a stored picture, without files: for tests that only need it named. */
export async function makeMedia(db: Db): Promise<{ mediaId: string; sha256: string }> {
  const mediaId = randomUUID();
  const sha256 = `${randomUUID()}${randomUUID()}`.replaceAll("-", "");
  await writeRows(db, "media_files", [
    {
      id: mediaId,
      sha256,
      original_key: `originals/${sha256}.jpeg`,
      content_type: "image/jpeg",
      byte_count: 1,
      width: 1280,
      height: 1600,
      placeholder: PIXEL,
      dominant_colour: "#b5652b",
      created_at: FACTORY_NOW.toISOString(),
    },
  ]);
  return { mediaId, sha256 };
}

/** Hangs a new picture on a listing's working version, after those it has. */
export async function makePicture(
  db: Db,
  { listingId, view = "front" }: { listingId: string; view?: PictureRole },
): Promise<{ mediaId: string; sha256: string }> {
  const media = await makeMedia(db);
  const { count } = await db
    .selectFrom("listingImages")
    .where("listingId", "=", listingId)
    .select((eb) => eb.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow();
  await writeRows(db, "listing_images", [
    { listing_id: listingId, media_id: media.mediaId, position: Number(count), view },
  ]);
  return media;
}
