import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localFiles } from "~/platform/files/local.server";
import type { FileStore } from "~/platform/files/port";
import { s3Files } from "~/platform/files/s3.server";
import { startS3StandIn, type S3StandIn } from "~/platform/files/sandbox/s3-stand-in.server";

const s3 = { region: "eu-central-1", bucket: "karvan-test", accessKeyId: "AKTEST", secretAccessKey: "a secret" };
const folder = mkdtempSync(join(tmpdir(), "karvan-files-"));
let standIn: S3StandIn;

beforeAll(async () => {
  standIn = await startS3StandIn(s3);
});
afterAll(async () => {
  await standIn.stop();
  rmSync(folder, { recursive: true });
});

const stores: Record<string, () => FileStore> = {
  local: () => localFiles(folder),
  s3: () => s3Files({ ...s3, endpoint: standIn.endpoint }),
};

describe.each(Object.keys(stores))("the %s file store", (name) => {
  const store = () => stores[name]?.() ?? localFiles(folder);

  it("gives back what was put, byte by byte, with its content type", async () => {
    const content = Buffer.from([0, 255, 10, 13, 128]);
    await store().put("media/ab/0123/640.webp", content, "image/webp");

    expect(await store().read("media/ab/0123/640.webp")).toEqual({ content, contentType: "image/webp" });
    expect(await store().has("media/ab/0123/640.webp")).toBe(true);
  });

  it("replaces a file under the same key", async () => {
    await store().put("a/twice.jpeg", Buffer.from("first"), "image/jpeg");
    await store().put("a/twice.jpeg", Buffer.from("second"), "image/jpeg");

    expect((await store().read("a/twice.jpeg"))?.content.toString()).toBe("second");
  });

  it("says undefined for what is missing, and removes it without complaint", async () => {
    expect(await store().read("a/missing.jpeg")).toBeUndefined();
    expect(await store().has("a/missing.jpeg")).toBe(false);
    await expect(store().remove("a/missing.jpeg")).resolves.toBeUndefined();
  });

  it("removes a file", async () => {
    await store().put("a/gone.jpeg", Buffer.from("x"), "image/jpeg");
    await store().remove("a/gone.jpeg");

    expect(await store().read("a/gone.jpeg")).toBeUndefined();
  });

  it.each([
    "../outside",
    "/etc/passwd",
    "a/../b",
    "a//b",
    "şəkil.jpeg",
    "A.jpeg",
    "",
    "a b",
    ".hidden",
    "a".repeat(201),
  ])("refuses the key %j", async (key) => {
    await expect(store().put(key, Buffer.from("x"), "image/jpeg")).rejects.toThrow(RangeError);
    await expect(store().read(key)).rejects.toThrow(RangeError);
  });
});

describe("the local file store", () => {
  it("leaves no drafts behind, and files that only this user reads", async () => {
    await localFiles(folder).put("only/me.jpeg", Buffer.from("x"), "image/jpeg");

    expect(readdirSync(join(folder, "only"))).toEqual(["me.jpeg"]);
    expect(statSync(join(folder, "only/me.jpeg")).mode & 0o077).toBe(0);
  });
});

describe("the s3 file store", () => {
  it("is refused with a wrong secret, and writes nothing", async () => {
    const stranger = s3Files({ ...s3, endpoint: standIn.endpoint, secretAccessKey: "another secret" });

    await expect(stranger.put("a/stolen.jpeg", Buffer.from("x"), "image/jpeg")).rejects.toMatchObject({
      name: "SignatureDoesNotMatch",
    });
    expect(standIn.keys()).not.toContain("a/stolen.jpeg");
  });

  it("fails when the bucket is missing, rather than saying that the file is", async () => {
    const elsewhere = s3Files({ ...s3, endpoint: standIn.endpoint, bucket: "other" });

    await expect(elsewhere.read("a/x.jpeg")).rejects.toMatchObject({ name: "NoSuchBucket" });
  });
});
