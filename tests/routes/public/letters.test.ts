import { describe, expect, it } from "vitest";
import { makePublishedListing } from "~db/factories";
import { testDb } from "~tests/support/database";
import { tagsOf } from "~tests/support/html";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

describe("letters of two bytes", () => {
  it("arrive whole wherever they stand in a page", async () => {
    await makePublishedListing(testDb, {
      title: "Şəkidə əllə toxunmuş kəlağayı",
      description: "Əzəmətli çiçək. ".repeat(60),
    });
    // Each address is a letter longer, so that everything after it stands a byte further on.
    for (let length = 1; length <= 24; length += 1) {
      const html = await (await site.get(`/az/sellers?place=${"a".repeat(length)}`)).text();
      expect(html.includes("\0"), `a word of ${length} letters`).toBe(false);
      expect(tagsOf(html, "input").map(({ placeholder }) => placeholder)).toContain(
        "Nə axtarırsınız? Məsələn, mis cəzvə",
      );
    }
  });
});
