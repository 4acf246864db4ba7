import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { hydrated, at, PAGES } from "./site";

const WAYS = [
  ...["az", "en", "ru"].flatMap((lang) => [390, 1440].map((width) => ({ lang, width, colorScheme: "light" as const }))),
  // Colours do not depend on language and width.
  { lang: "az", width: 1440, colorScheme: "dark" as const },
];

for (const { lang, width, colorScheme } of WAYS) {
  test(`axe finds nothing on any page in ${lang} at ${width} pixels, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(600_000);
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    const found: string[] = [];
    for (const path of PAGES) {
      await page.goto(at(`/${lang}${path}`));
      await hydrated(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, nodes } of violations) found.push(`${path} ${id}: ${nodes[0]?.html.slice(0, 160) ?? ""}`);
    }
    await context.close();

    expect(found).toEqual([]);
  });
}
