import { expect, test } from "@playwright/test";
import { bytesOfPage } from "~tests/bench/bytes";
import { at } from "./site";

/** What a buyer on a slow line may have to load before a page does anything. Bytes, brotli. */
const MOST = { script: 95_000, style: 20_000, fonts: 150_000 };

test.describe("a page is made of few bytes", () => {
  for (const [name, path, hasFirstPicture] of [
    ["home", "/az", false],
    ["search", "/az/search?q=mis", true],
    ["listing", "/en/listings/qelemkarli-mis-sini-p001", true],
    ["seller", "/en/sellers/kunc-dizayn", false],
  ] as const) {
    test(name, async ({ request }) => {
      expect((await request.get(at(path))).status()).toBe(200);
      const { script, style, fonts, isFirstPicturePreloaded } = await bytesOfPage(at(""), name, path);

      // More than React alone: that the scripts were found at all.
      expect(script).toBeGreaterThan(60_000);
      expect(script).toBeLessThanOrEqual(MOST.script);
      expect(style).toBeLessThanOrEqual(MOST.style);
      expect(fonts).toBeLessThanOrEqual(MOST.fonts);
      expect(isFirstPicturePreloaded || !hasFirstPicture).toBe(true);
    });
  }
});
