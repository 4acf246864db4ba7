import express from "express";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPicture, makeRenditions } from "~/modules/catalog/media/add-picture.server";
import { mediaHandler } from "~/modules/catalog/media/serve-picture.server";
import { localFiles } from "~/platform/files/local.server";
import { makeMedia } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makePhoto } from "~tests/support/pictures";

const folder = mkdtempSync(join(tmpdir(), "karvan-media-route-"));
const files = localFiles(folder);
let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer(express().use("/media", mediaHandler(testDb, files)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

async function add(seed: number, isWhole: boolean): Promise<string> {
  const added = await addPicture(testDb, files, await makePhoto({ seed }));
  if (!added.ok) throw new Error(added.refusal);
  if (isWhole) await makeRenditions(testDb, files, added.value.mediaId);
  return added.value.sha256;
}

describe("/media", () => {
  it.each(["avif", "webp", "jpeg"])("answers a made %s with its content type, to be kept for good", async (format) => {
    const sha256 = await add(11, true);

    const answer = await fetch(`${origin}/media/${sha256}/640.${format}`);

    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe(`image/${format}`);
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const metadata = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
    expect(metadata).toMatchObject({ format: format === "avif" ? "heif" : format, width: 640 });
  });

  it("answers a reader who has it with 304", async () => {
    const url = `${origin}/media/${await add(11, true)}/320.webp`;
    const etag = (await fetch(url)).headers.get("etag") ?? "";

    const answer = await fetch(url, { headers: { "if-none-match": etag } });

    expect(answer.status).toBe(304);
    expect(answer.headers.get("cache-control")).toContain("immutable");
  });

  it.each([
    ["1280.avif", "image/webp", 640],
    ["320.jpeg", "image/webp", 320],
    ["960.jpeg", "image/webp", 640],
  ])(
    "shows the nearest picture in place of %s while that is not made, and lets nobody keep it",
    async (name, type, width) => {
      const sha256 = await add(12, false);

      const answer = await fetch(`${origin}/media/${sha256}/${name}`);

      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe(type);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("etag")).toBeNull();
      expect((await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).width).toBe(width);
    },
  );

  it("answers HEAD without a body", async () => {
    const answer = await fetch(`${origin}/media/${await add(11, true)}/320.jpeg`, { method: "HEAD" });
    expect(answer.status).toBe(200);
    expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(1000);
  });

  it.each([
    ["an unknown picture", `${"a".repeat(64)}/640.webp`],
    ["a width that is not kept", `${"a".repeat(64)}/641.webp`],
    ["a format that is not kept", `${"a".repeat(64)}/640.gif`],
    ["a short digest", "abc/640.webp"],
    ["a path out of the folder", "..%2f..%2fetc%2fpasswd"],
    ["an original", `originals/aa/${"a".repeat(64)}.jpeg`],
  ])("answers 404 for %s", async (_what, path) => {
    const answer = await fetch(`${origin}/media/${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("answers 404 for a picture of which nothing is stored", async () => {
    const { sha256 } = await makeMedia(testDb);
    expect((await fetch(`${origin}/media/${sha256}/640.webp`)).status).toBe(404);
  });

  it("refuses to be written to", async () => {
    expect((await fetch(`${origin}/media/${"a".repeat(64)}/640.webp`, { method: "PUT", body: "x" })).status).toBe(404);
  });
});
