import { expect, test } from "@playwright/test";
import { at, PAGES } from "./site";

test.use({ viewport: { width: 320, height: 700 } });

for (const lang of ["az", "en", "ru"]) {
  test(`nothing makes a page of 320 pixels scroll sideways in ${lang}`, async ({ page }) => {
    const wide: string[] = [];
    for (const path of PAGES) {
      await page.goto(at(`/${lang}${path}`));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) wide.push(`${path} is ${width} pixels wide`);
    }

    expect(wide).toEqual([]);
  });
}
