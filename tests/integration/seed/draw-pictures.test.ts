import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { ListingSnapshot } from "~/modules/catalog";
import { addPicture } from "~/modules/catalog/index.server";
import { findPicture } from "~/modules/catalog/media/serve-picture.server";
import { localFiles } from "~/platform/files/local.server";
import { writeRows } from "~db/bulk";
import { makeListing, makePublishedListing } from "~db/factories";
import { countPicturesToDraw, drawRemainingPictures, prepareFirstPictures } from "~db/seed/draw-pictures";
import type { MotifDrawer } from "~db/seed/pictures/contract";
import { testDb } from "~tests/support/database";
import { makePhoto } from "~tests/support/pictures";

const folder = mkdtempSync(join(tmpdir(), "karvan-drawn-"));
const files = localFiles(folder);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  await testDb.deleteFrom("listingDrawings").execute();
});

const drawn: string[] = [];
const drawer: MotifDrawer = ({ listingId, palette }, view, random) => {
  drawn.push(`${listingId}/${view}`);
  const circle = `<circle cx="640" cy="${random.between(300, 1300)}" r="300" fill="${palette[1]}"/>`;
  return `<rect width="1280" height="1600" fill="${palette[0]}"/>${circle}`;
};
const options = { drawerOf: () => drawer };

async function draw(listingId: string, seedId: string): Promise<void> {
  const row = { listing_id: listingId, seed_id: seedId, motif: "any", palette: ["#b5652b", "#efc58c"], seed: 7 };
  await writeRows(testDb, "listing_drawings", [row]);
}

async function snapshotOf(listingId: string): Promise<ListingSnapshot> {
  const row = await testDb
    .selectFrom("listingPublications")
    .where("listingId", "=", listingId)
    .where("isCurrent", "=", true)
    .select("snapshot")
    .$castTo<{ snapshot: ListingSnapshot }>()
    .executeTakeFirstOrThrow();
  return row.snapshot;
}

describe("pictures of the demo", () => {
  it("begin with the front of every listing, published, in two widths; the rest are jobs in one queue", async () => {
    const { listingId } = await makePublishedListing(testDb);
    await draw(listingId, "t001");
    const steps: unknown[] = [];

    const count = await prepareFirstPictures(testDb, files, { ...options, onProgress: (step) => steps.push(step) });

    const { pictures } = await snapshotOf(listingId);
    expect(count).toBe(1);
    expect(steps).toEqual([{ done: 1, total: 1 }]);
    expect(pictures).toMatchObject([{ view: "front", width: 640, height: 800 }]);
    const sha256 = pictures[0]?.sha256 ?? "";
    for (const width of [320, 640] as const) {
      expect(await findPicture(testDb, files, { sha256, width, format: "webp" })).toMatchObject({ isExact: true });
    }
    expect(await countPicturesToDraw(testDb)).toBe(4);
    const { rows } = await sql<{ queue: string; priority: number }>`
      select queue_name as queue, priority from graphile_worker.jobs
      where key = ${`draw-remaining-pictures:${listingId}`}`.execute(testDb);
    expect(rows).toEqual([{ queue: "pictures", priority: 10 }]);
  });

  it("are left to jobs for as many listings as are asked for, in the catalogue's order", async () => {
    const [second, first] = [await makePublishedListing(testDb), await makePublishedListing(testDb)];
    await draw(second.listingId, "t012");
    await draw(first.listingId, "t011");

    await prepareFirstPictures(testDb, files, { ...options, mostWithOtherViews: 1 });

    const keys = [first, second].map(({ listingId }) => `draw-remaining-pictures:${listingId}`);
    const { rows } = await sql<{ key: string }>`
      select key from graphile_worker.jobs where key = any(${keys}::text[])`.execute(testDb);
    expect(rows).toEqual([{ key: keys[0] }]);
  });

  it("are all there after the listing's job: four views in full, in every format and width, and none is waited for", async () => {
    const { listingId } = await makePublishedListing(testDb);
    await draw(listingId, "t002");
    await prepareFirstPictures(testDb, files, options);

    await drawRemainingPictures(testDb, files, listingId, options);

    const { pictures } = await snapshotOf(listingId);
    expect(pictures).toMatchObject(
      ["front", "detail", "setting", "scale"].map((view) => ({ view, width: 1280, height: 1600 })),
    );
    for (const { sha256 } of pictures) {
      expect(await findPicture(testDb, files, { sha256, width: 1280, format: "avif" })).toMatchObject({
        isExact: true,
      });
    }
    expect(await countPicturesToDraw(testDb)).toBe(0);
  });

  it("never leave a frame empty: the small first picture is still served after the full one took its place", async () => {
    const { listingId } = await makePublishedListing(testDb);
    await draw(listingId, "t006");
    await prepareFirstPictures(testDb, files, options);
    const first = (await snapshotOf(listingId)).pictures[0]?.sha256 ?? "";

    await drawRemainingPictures(testDb, files, listingId, options);

    expect((await snapshotOf(listingId)).pictures[0]?.sha256).not.toBe(first);
    expect(await findPicture(testDb, files, { sha256: first, width: 640, format: "avif" })).toMatchObject({
      format: "webp",
    });
  });

  it("are drawn once, small and then in full, however often a start or a job is repeated", async () => {
    const { listingId } = await makePublishedListing(testDb);
    await draw(listingId, "t003");

    for (let start = 0; start < 2; start += 1) {
      await prepareFirstPictures(testDb, files, options);
      await drawRemainingPictures(testDb, files, listingId, options);
    }

    expect(drawn.filter((name) => name.startsWith("t003/"))).toEqual([
      "t003/front",
      "t003/front",
      "t003/detail",
      "t003/setting",
      "t003/scale",
    ]);
  });

  it("stop when the worker is asked to, and the next attempt goes on", async () => {
    const { listingId } = await makePublishedListing(testDb);
    await draw(listingId, "t007");
    await prepareFirstPictures(testDb, files, options);

    const stopped = drawRemainingPictures(testDb, files, listingId, { ...options, signal: AbortSignal.abort() });
    await expect(stopped).rejects.toThrow(/aborted/);
    expect(await countPicturesToDraw(testDb)).toBe(4);

    await drawRemainingPictures(testDb, files, listingId, options);
    expect(await countPicturesToDraw(testDb)).toBe(0);
  });

  it("do not publish a draft, nor what a seller is editing", async () => {
    const draft = await makeListing(testDb);
    const edited = await makePublishedListing(testDb);
    await testDb.updateTable("listings").set({ version: 5 }).where("id", "=", edited.listingId).execute();
    await draw(draft.listingId, "t004");
    await draw(edited.listingId, "t005");

    await prepareFirstPictures(testDb, files, options);

    const publications = await testDb
      .selectFrom("listingPublications")
      .where("listingId", "in", [draft.listingId, edited.listingId])
      .select(["listingId", "version"])
      .execute();
    expect(publications).toEqual([{ listingId: edited.listingId, version: 1 }]);
  });

  it("are not painted over those of a seller who has taken her listing in hand", async () => {
    const { listingId } = await makePublishedListing(testDb);
    const added = await addPicture(testDb, files, await makePhoto({ width: 400, height: 500, seed: 400 }));
    const mediaId = added.ok ? added.value.mediaId : "";
    await writeRows(testDb, "listing_images", [
      { listing_id: listingId, media_id: mediaId, position: 0, view: "other" },
    ]);
    await testDb.updateTable("listings").set({ version: 5 }).where("id", "=", listingId).execute();
    await draw(listingId, "t008");

    await drawRemainingPictures(testDb, files, listingId, options);

    const images = testDb.selectFrom("listingImages").select("mediaId").where("listingId", "=", listingId);
    expect(await images.execute()).toEqual([{ mediaId }]);
    expect(await countPicturesToDraw(testDb)).toBe(0);
  });
});
