import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { files } from "~/platform/files/files.server";
import { heicToJpeg } from "~/platform/heic/heic-to-jpeg.server";
import { LARGEST_PAPER_BYTES } from "~/platform/private-files/look-at-paper.server";
import { listPapers, readPaper, storePaper } from "~/platform/private-files/private-files.server";
import { FACTORY_NOW } from "~db/factories";
import { testDb } from "~tests/support/database";
import { heicThatClaims, redAndBlueHeic, turnedHeic } from "~tests/support/heic";

const LIMITS = { mostPixels: 80_000_000, mostBytes: 20_000_000 };
const PURPOSE = "registration";

function store(owner: { kind: string; id: string }, name: string, content: Buffer) {
  return storePaper(testDb, files(), { owner, purpose: PURPOSE, name, content }, FACTORY_NOW);
}

async function jpegOf(bytes: Buffer, limits: Partial<Parameters<typeof heicToJpeg>[1]> = {}): Promise<Buffer> {
  const turned = await heicToJpeg(bytes, { ...LIMITS, ...limits });
  if (!turned.ok) throw new Error(turned.refusal);
  return turned.value;
}

/** The colour of a pixel, by name. */
async function colourAt(jpeg: Buffer, left: number, top: number): Promise<string> {
  const [red = 0, , blue = 0] = await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return red > 150 && blue < 80 ? "red" : blue > 150 && red < 80 ? "blue" : `${red} and ${blue}`;
}

describe("a paper as an iPhone photographs it", () => {
  it.each([
    ["Şəhadətnamə.HEIC", "Şəhadətnamə.jpg"],
    ["Şəhadətnamə.jpg", "Şəhadətnamə.jpg"],
    ["Şəhadətnamə", "Şəhadətnamə.jpg"],
  ])("is stored as a JPEG of the same pixels: %s", async (name, keptName) => {
    const owner = { kind: "seller", id: randomUUID() };
    const stored = await store(owner, name, redAndBlueHeic());
    if (!stored.ok) throw new Error(stored.refusal);

    const reader = { kind: "staff" as const, id: "reviewer-1" };
    const opened = await readPaper(testDb, files(), reader, { paperId: stored.value.paperId, owner });
    if (!opened.ok) throw new Error(opened.refusal);

    expect(opened.value).toMatchObject({ name: keptName, contentType: "image/jpeg" });
    const { content } = opened.value;
    expect(await sharp(content).metadata()).toMatchObject({ format: "jpeg", width: 64, height: 48 });
    expect([await colourAt(content, 4, 24), await colourAt(content, 60, 24)]).toEqual(["red", "blue"]);
  });

  it.each<[string, Buffer, string]>([
    ["that ends in the middle", redAndBlueHeic().subarray(0, -40), "truncated"],
    ["that ends after its first words", redAndBlueHeic().subarray(0, 30), "truncated"],
    ["without a picture", Buffer.from("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "latin1"), "not-a-paper"],
    ["that claims to be larger than any page", heicThatClaims(100_000, 100_000), "too-many-pixels"],
    ["of too many bytes", Buffer.concat([redAndBlueHeic(), Buffer.alloc(LARGEST_PAPER_BYTES)]), "too-large"],
  ])("is refused %s, and nothing is kept", async (_what, bytes, refusal) => {
    const owner = { kind: "seller", id: randomUUID() };
    expect(await store(owner, "a.heic", bytes)).toEqual({ ok: false, refusal });
    expect(await listPapers(testDb, owner, PURPOSE)).toEqual([]);
  });
});

describe("a HEIC picture", () => {
  it("is upright as a JPEG", async () => {
    const jpeg = await jpegOf(turnedHeic());
    expect(await sharp(jpeg).metadata()).toMatchObject({ width: 48, height: 64 });
    expect([await colourAt(jpeg, 24, 60), await colourAt(jpeg, 24, 4)]).toEqual(["red", "blue"]);
  });

  it("loses what was written beside its pixels", async () => {
    const about = await sharp(await jpegOf(redAndBlueHeic())).metadata();
    expect([about.exif, about.xmp, about.icc, about.iptc, about.orientation]).toEqual(Array(5).fill(undefined));
  });

  it("is the same JPEG each time, so that the same file is known again", async () => {
    expect((await jpegOf(redAndBlueHeic())).equals(await jpegOf(redAndBlueHeic()))).toBe(true);
  });

  it("is drawn less finely where the JPEG would be larger than may be stored", async () => {
    const fine = await jpegOf(redAndBlueHeic());
    expect((await jpegOf(redAndBlueHeic(), { mostBytes: fine.length - 1 })).length).toBeLessThan(fine.length);
  });
});

describe("its decoder", () => {
  const HANGS = `process.once("message", () => setInterval(() => undefined, 1_000));`;
  const GREEDY = `process.once("message", () => { globalThis.all = Buffer.alloc(600_000_000, 1); setInterval(() => 0, 1_000); });`;
  const TELLS = `process.once("message", () => process.send({ jpeg: Buffer.from(JSON.stringify(process.env)) }, () => process.disconnect()));`;

  it("is killed when it takes too long, and the picture is refused", async () => {
    const began = performance.now();
    const turned = await heicToJpeg(redAndBlueHeic(), { ...LIMITS, patienceMs: 1_000 }, HANGS);
    expect(turned).toEqual({ ok: false, refusal: "not-a-paper" });
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it("is killed when it holds too much, and the picture is refused", async () => {
    const turned = await heicToJpeg(redAndBlueHeic(), { ...LIMITS, mostMemory: 300_000_000 }, GREEDY);
    expect(turned).toEqual({ ok: false, refusal: "not-a-paper" });
  });

  it("knows none of our settings", async () => {
    const told = await heicToJpeg(redAndBlueHeic(), LIMITS, TELLS);
    const env = JSON.parse(told.ok ? told.value.toString() : "{}") as Record<string, string>;
    expect(Object.keys(env).filter((name) => !name.startsWith("NODE_CHANNEL"))).toEqual([]);
    expect(told.ok).toBe(true);
  });

  it("is not taken for a picture's fault when it cannot run", async () => {
    await expect(heicToJpeg(redAndBlueHeic(), LIMITS, `import "a-decoder-nobody-installed";`)).rejects.toThrow(
      /a-decoder-nobody-installed/,
    );
  });

  it("turns one picture at a time", async () => {
    const WAITS = `process.once("message", () => setTimeout(() => process.send({ jpeg: Buffer.alloc(1) }, () => process.disconnect()), 500));`;
    const began = performance.now();
    await Promise.all([1, 2, 3].map(() => heicToJpeg(redAndBlueHeic(), LIMITS, WAITS)));
    expect(performance.now() - began).toBeGreaterThan(1_500);
  });
});
