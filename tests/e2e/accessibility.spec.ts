import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { hydrated, at, PAGES } from "./site";

/** Colours do not depend on the language, nor names and structure on the colours. */
const WAYS = [
  { lang: "az", width: 390, colorScheme: "light", rules: "all" },
  { lang: "az", width: 1440, colorScheme: "light", rules: "all" },
  { lang: "az", width: 1440, colorScheme: "dark", rules: "colours" },
  { lang: "en", width: 390, colorScheme: "light", rules: "all but colours" },
  { lang: "en", width: 1440, colorScheme: "light", rules: "all but colours" },
  { lang: "ru", width: 390, colorScheme: "light", rules: "all but colours" },
  { lang: "ru", width: 1440, colorScheme: "light", rules: "all but colours" },
] as const;

type Rules = (typeof WAYS)[number]["rules"];

/** Of all its rules the one about contrast takes most of the time. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

function checker(page: Page, rules: Rules): AxeBuilder {
  // No page has frames of other sites, for which axe would open a second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  if (rules === "colours") return axe.withRules(COLOUR_RULES);
  return rules === "all" ? axe : axe.disableRules(COLOUR_RULES);
}

for (const { lang, width, colorScheme, rules } of WAYS) {
  test(`axe finds nothing on any page in ${lang} at ${width} pixels, ${colorScheme}, rules: ${rules}`, async ({
    browser,
  }) => {
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
      const { violations } = await checker(page, rules).analyze();
      for (const { id, nodes } of violations) found.push(`${path} ${id}: ${nodes[0]?.html.slice(0, 160) ?? ""}`);
    }
    await context.close();

    expect(found).toEqual([]);
  });
}
