import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { LARGEST_PICTURE_BYTES, UPLOAD_PART_BYTES, type UploadPurpose } from "~/modules/catalog";
import {
  beginUpload,
  cancelUpload,
  findUpload,
  finishUpload,
  sweepUploads,
  takePart,
} from "~/modules/catalog/index.server";
import { MOST_OPEN_UPLOADS } from "~/modules/catalog/uploads/take-parts.server";
import { localFiles } from "~/platform/files/local.server";
import type { FileStore } from "~/platform/files/port";
import type { SellerActor } from "~/platform/session/actors.server";
import { makeApprovedSeller, makeListing, makeSeller, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { makePhoto } from "~tests/support/pictures";
import { waitFor } from "~tests/support/waiting";

const folder = mkdtempSync(join(tmpdir(), "karvan-uploads-"));
const files = localFiles(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const partsOf = (uploadId: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.includes(uploadId));
const HOUR_MS = 3_600_000;

async function makeShop() {
  const { sellerId } = await makeApprovedSeller(testDb);
  const { listingId } = await makeListing(testDb, { sellerId });
  return { seller: await makeSellerActor(testDb, sellerId), listingId };
}

type Begun = { content: Buffer; purpose?: UploadPurpose; listingId: string | undefined; now?: Date };

async function begin(seller: SellerActor, { content, purpose = "listing-picture", listingId, now }: Begun) {
  const input = { purpose, listingId, name: "IMG_1.jpg", byteCount: content.length };
  const begun = await beginUpload(testDb, seller, newKey(), input, now);
  if (!begun.ok) throw new Error(begun.refusal);
  return begun.value.uploadId;
}

const partAt = (content: Buffer, offset: number) => ({
  offset,
  content: content.subarray(offset, offset + UPLOAD_PART_BYTES),
});

async function sendAll(seller: SellerActor, uploadId: string, content: Buffer): Promise<void> {
  for (let offset = 0; offset < content.length; offset += UPLOAD_PART_BYTES) {
    await takePart(testDb, files, seller, { uploadId, ...partAt(content, offset) });
  }
}

const imagesOf = (listingId: string) =>
  testDb.selectFrom("listingImages").select(["mediaId", "view"]).where("listingId", "=", listingId).execute();

const photo = await makePhoto({ width: 1200, height: 1500, seed: 77 }, "png");

describe("an upload in parts", () => {
  it("becomes a picture of its listing, and its parts are gone", async () => {
    const { seller, listingId } = await makeShop();
    expect(photo.length).toBeGreaterThan(3 * UPLOAD_PART_BYTES);
    const uploadId = await begin(seller, { content: photo, listingId });
    await sendAll(seller, uploadId, photo);
    expect(partsOf(uploadId).length).toBeGreaterThan(3);

    const finished = await finishUpload(testDb, files, seller, uploadId);

    expect(finished).toEqual({ ok: true, value: null });
    expect(await imagesOf(listingId)).toMatchObject([{ view: "front" }]);
    expect(partsOf(uploadId)).toEqual([]);
  });

  it("is begun once per form", async () => {
    const { seller, listingId } = await makeShop();
    const input = { purpose: "listing-picture" as const, listingId, name: "a.jpg", byteCount: 9 };
    const key = newKey();

    const [first, second] = await Promise.all([1, 2].map(() => beginUpload(testDb, seller, key, input)));

    expect(second).toEqual(first);
  });

  it("tells where to go on when a part comes twice, too early or out of order, and keeps what it has", async () => {
    const { seller, listingId } = await makeShop();
    const uploadId = await begin(seller, { content: photo, listingId });
    const first = { uploadId, ...partAt(photo, 0) };
    const third = { uploadId, ...partAt(photo, 2 * UPLOAD_PART_BYTES) };
    const at = (receivedBytes: number, isTaken: boolean) => ({ ok: true, value: { receivedBytes, isTaken } });

    expect(await takePart(testDb, files, seller, third)).toEqual(at(0, false));
    expect(await takePart(testDb, files, seller, first)).toEqual(at(UPLOAD_PART_BYTES, true));
    expect(await takePart(testDb, files, seller, first)).toEqual(at(UPLOAD_PART_BYTES, false));
    expect(await takePart(testDb, files, seller, { ...first, offset: -1 })).toEqual(at(UPLOAD_PART_BYTES, false));
    expect(partsOf(uploadId)).toHaveLength(1);
  });

  it("takes each part once when a lost answer makes the browser send it again while the first is being written", async () => {
    const { seller, listingId } = await makeShop();
    const uploadId = await begin(seller, { content: photo, listingId });
    const part = { uploadId, ...partAt(photo, 0) };
    const overtaken: FileStore = {
      ...files,
      put: async (...given) => {
        await takePart(testDb, files, seller, part);
        await takePart(testDb, files, seller, { uploadId, ...partAt(photo, UPLOAD_PART_BYTES) });
        await files.put(...given);
      },
    };

    const late = await takePart(testDb, overtaken, seller, part);

    expect(late).toEqual({ ok: true, value: { receivedBytes: 2 * UPLOAD_PART_BYTES, isTaken: false } });
    expect(await findUpload(testDb, seller, uploadId)).toMatchObject({ receivedBytes: 2 * UPLOAD_PART_BYTES });
  });

  it.each([0, 1, UPLOAD_PART_BYTES - 1, UPLOAD_PART_BYTES + 1])("refuses a part of %i bytes", async (bytes) => {
    const { seller, listingId } = await makeShop();
    const uploadId = await begin(seller, { content: photo, listingId });

    const taken = await takePart(testDb, files, seller, { uploadId, offset: 0, content: Buffer.alloc(bytes) });

    expect(taken).toEqual({ ok: false, refusal: "wrong-size" });
    expect(partsOf(uploadId)).toEqual([]);
  });

  it("is not finished before it is whole", async () => {
    const { seller, listingId } = await makeShop();
    const uploadId = await begin(seller, { content: photo, listingId });
    expect(await finishUpload(testDb, files, seller, uploadId)).toEqual({ ok: false, refusal: "not-whole" });
  });

  it("makes one picture however often it is finished, at once or later", async () => {
    const { seller, listingId } = await makeShop();
    const content = await makePhoto({ width: 400, height: 500, seed: 78 });
    const uploadId = await begin(seller, { content, listingId });
    await sendAll(seller, uploadId, content);

    const results = await Promise.all([1, 2, 3].map(() => finishUpload(testDb, files, seller, uploadId)));
    const later = await finishUpload(testDb, files, seller, uploadId);

    expect([...results, later].every(({ ok }) => ok)).toBe(true);
    expect(await imagesOf(listingId)).toHaveLength(1);
  });

  it("answers like the request that has finished it meanwhile and taken its parts away", async () => {
    const { seller, listingId } = await makeShop();
    const content = await makePhoto({ width: 400, height: 500, seed: 79 });
    const uploadId = await begin(seller, { content, listingId });
    await sendAll(seller, uploadId, content);
    let isOvertaken = false;
    const overtaken: FileStore = {
      ...files,
      read: async (key) => {
        if (!isOvertaken) {
          isOvertaken = true;
          await finishUpload(testDb, files, seller, uploadId);
        }
        return files.read(key);
      },
    };

    expect(await finishUpload(testDb, overtaken, seller, uploadId)).toEqual({ ok: true, value: null });
    expect(await imagesOf(listingId)).toHaveLength(1);
  });

  it("that is just being finished is not cancelled any more", async () => {
    const { seller, listingId } = await makeShop();
    const content = await makePhoto({ width: 400, height: 500, seed: 80 });
    const uploadId = await begin(seller, { content, listingId });
    await sendAll(seller, uploadId, content);

    await waitFor(
      (trx) => finishUpload(trx, files, seller, uploadId),
      () => cancelUpload(testDb, files, seller, uploadId),
    );

    expect(await finishUpload(testDb, files, seller, uploadId)).toEqual({ ok: true, value: null });
  });

  it("of something that is no picture leaves nothing, and says why as often as it is asked", async () => {
    const { seller, listingId } = await makeShop();
    const content = randomBytes(UPLOAD_PART_BYTES + 10);
    const uploadId = await begin(seller, { content, listingId });
    await sendAll(seller, uploadId, content);

    const refusal = { ok: false, refusal: "not-a-picture" };
    expect(await finishUpload(testDb, files, seller, uploadId)).toEqual(refusal);
    expect(await finishUpload(testDb, files, seller, uploadId)).toEqual(refusal);
    expect(partsOf(uploadId)).toEqual([]);
    expect(await imagesOf(listingId)).toEqual([]);
  });

  it("that is cancelled takes its parts away, and takes no more", async () => {
    const { seller, listingId } = await makeShop();
    const uploadId = await begin(seller, { content: photo, listingId });
    await takePart(testDb, files, seller, { uploadId, ...partAt(photo, 0) });

    await cancelUpload(testDb, files, seller, uploadId);

    const missing = { ok: false, refusal: "upload-missing" };
    expect(partsOf(uploadId)).toEqual([]);
    const next = { uploadId, ...partAt(photo, UPLOAD_PART_BYTES) };
    expect(await takePart(testDb, files, seller, next)).toEqual(missing);
    expect(await finishUpload(testDb, files, seller, uploadId)).toEqual(missing);
  });

  it("leaves no part behind when it is cancelled while one is on its way", async () => {
    const { seller, listingId } = await makeShop();
    const uploadId = await begin(seller, { content: photo, listingId });
    const slow: FileStore = {
      ...files,
      put: async (...given) => {
        await cancelUpload(testDb, files, seller, uploadId);
        await files.put(...given);
      },
    };

    const taken = await takePart(testDb, slow, seller, { uploadId, ...partAt(photo, 0) });

    expect(taken).toEqual({ ok: false, refusal: "upload-missing" });
    expect(partsOf(uploadId)).toEqual([]);
  });
});

describe("an upload of somebody else", () => {
  it("is missing for another shop, and for a colleague: it can be neither read, added to, finished nor cancelled", async () => {
    const { seller, listingId } = await makeShop();
    const uploadId = await begin(seller, { content: photo, listingId });
    const { seller: stranger } = await makeShop();
    const others = [
      stranger,
      await makeSellerActor(testDb, seller.sellerId, "editor"),
      // The same person, who works for another shop since.
      { ...seller, sellerId: stranger.sellerId },
    ];

    for (const other of others) {
      expect(await findUpload(testDb, other, uploadId)).toBeUndefined();
      const part = { uploadId, ...partAt(photo, 0) };
      expect(await takePart(testDb, files, other, part)).toEqual({ ok: false, refusal: "upload-missing" });
      expect(await finishUpload(testDb, files, other, uploadId)).toEqual({ ok: false, refusal: "upload-missing" });
      await cancelUpload(testDb, files, other, uploadId);
    }
    expect(await findUpload(testDb, seller, uploadId)).toMatchObject({ receivedBytes: 0, outcome: undefined });
  });
});

describe("beginning an upload", () => {
  const begins = async (changes: { byteCount?: number; listingId?: string | undefined; purpose?: UploadPurpose }) => {
    const { seller, listingId } = await makeShop();
    const input = { purpose: "listing-picture" as const, listingId, name: "a.jpg", byteCount: 9, ...changes };
    return beginUpload(testDb, seller, newKey(), input);
  };

  it.each([
    [{ byteCount: 0 }, "empty"],
    [{ byteCount: LARGEST_PICTURE_BYTES + 1 }, "file-too-large"],
    [{ listingId: undefined }, "listing-missing"],
    [{ purpose: "shop-logo" as const }, "listing-missing"],
  ])("is refused for %j", async (changes, refusal) => {
    expect(await begins(changes)).toEqual({ ok: false, refusal });
  });

  it("is refused for another shop's listing, for one that is in the archive, and for one that is full", async () => {
    const { seller } = await makeShop();
    const { sellerId } = seller;
    const other = await makeShop();
    const archived = await makeListing(testDb, { sellerId, status: "archived" });
    const full = await makeListing(testDb, { sellerId, pictures: Array.from({ length: 20 }, () => "other" as const) });
    const refusalFor = (listingId: string) =>
      beginUpload(testDb, seller, newKey(), { purpose: "listing-picture", listingId, name: "a", byteCount: 9 });

    expect(await refusalFor(other.listingId)).toEqual({ ok: false, refusal: "listing-missing" });
    expect(await refusalFor(archived.listingId)).toEqual({ ok: false, refusal: "not-editable" });
    expect(await refusalFor(full.listingId)).toEqual({ ok: false, refusal: "too-many-pictures" });
  });

  it("keeps a name of ten thousand letters with a path to what a person can read", async () => {
    const { seller, listingId } = await makeShop();
    const name = `../../etc/\u0000${"ş".repeat(10_000)}.jpg`;
    const begun = await beginUpload(testDb, seller, newKey(), {
      purpose: "listing-picture",
      listingId,
      name,
      byteCount: 9,
    });

    const uploadId = begun.ok ? begun.value.uploadId : "";
    const row = await testDb.selectFrom("uploads").select("name").where("id", "=", uploadId).executeTakeFirst();
    expect(row?.name).toBe("ş".repeat(200));
  });

  it(`is refused for more than ${MOST_OPEN_UPLOADS} of a shop at once, even when five begin at the same moment`, async () => {
    const { seller, listingId } = await makeShop();
    const input = { purpose: "listing-picture" as const, listingId, name: "a.jpg", byteCount: 9 };
    const now = new Date("2026-11-26T10:00:00Z");
    const { userId, sellerId } = seller;
    const open = { ...input, userId, sellerId, createdAt: now, expiresAt: new Date(now.getTime() + HOUR_MS) };
    const all = Array.from({ length: MOST_OPEN_UPLOADS - 2 }, () => open);
    await testDb.insertInto("uploads").values(all).execute();

    const asked = Array.from({ length: 5 }, () => beginUpload(testDb, seller, newKey(), input, now));
    const begun = await Promise.all(asked);

    expect(begun.filter(({ ok }) => ok)).toHaveLength(2);
    expect(begun.filter((one) => !one.ok && one.refusal === "too-many-uploads")).toHaveLength(3);
  });
});

describe("what is never finished", () => {
  it("is missing after a day, and the sweep takes its parts away and leaves younger ones", async () => {
    const { seller, listingId } = await makeShop();
    const now = new Date("2026-11-26T10:00:00Z");
    const old = await begin(seller, { content: photo, listingId, now });
    await takePart(testDb, files, seller, { uploadId: old, ...partAt(photo, 0) }, now);
    const young = await begin(seller, { content: photo, listingId, now: new Date(now.getTime() + HOUR_MS) });
    const later = new Date(now.getTime() + 24 * HOUR_MS);

    expect(await findUpload(testDb, seller, old, later)).toBeUndefined();
    await sweepUploads(testDb, files, later);

    expect(partsOf(old)).toEqual([]);
    const rows = await testDb.selectFrom("uploads").select("id").where("id", "in", [old, young]).execute();
    expect(rows).toEqual([{ id: young }]);
  });
});

describe("a picture for a shop", () => {
  it.each([
    ["shop-cover", "coverMediaId"],
    ["shop-logo", "logoMediaId"],
  ] as const)("that is brought as %s is shown as such", async (purpose, column) => {
    const { sellerId } = await makeSeller(testDb);
    const seller = await makeSellerActor(testDb, sellerId);
    const content = await makePhoto({ width: 640, height: 400, seed: purpose.length });
    const uploadId = await begin(seller, { content, purpose, listingId: undefined });
    await sendAll(seller, uploadId, content);

    expect(await finishUpload(testDb, files, seller, uploadId)).toEqual({ ok: true, value: null });
    const row = await testDb.selectFrom("sellers").select(column).where("id", "=", sellerId).executeTakeFirstOrThrow();
    expect(Object.values(row)).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });
});
