import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { ACCOUNT_PAGES, PAGES, WORK_PAGES, at, enterAs, hydrated } from "./site";

/** Of all rules of axe the ones about contrast take most of the time; colours do not depend on the language. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];
const COLOURS_LOOKED_AT_IN = "az";

/** Forms are built of the same few parts: on a wide screen one language stands for the others. */
const OWN_PAGES_ARE_WIDE_IN = COLOURS_LOOKED_AT_IN;

/** Which colours meet does not depend on the width, so each of the two palettes is looked at in one. */
const WAYS = [
  { width: 390, colorScheme: "dark" },
  { width: 1440, colorScheme: "light" },
] as const;
const NARROWEST = 320;

for (const lang of ["az", "en", "ru"]) {
  test(`axe finds nothing on any page in ${lang}, and none scrolls sideways at ${NARROWEST} pixels`, async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const page = await context.newPage();
    const found: string[] = [];
    const visits = [{ person: "Jonas Petersen", pages: [...PAGES, ...ACCOUNT_PAGES] }, ...WORK_PAGES];
    for (const { person, pages } of visits) {
      await enterAs(page, person);
      for (const path of pages) found.push(...(await lookAt(page, lang, path)));
    }
    await context.close();

    expect(found).toEqual([]);
  });
}

async function lookAt(page: Page, lang: string, path: string): Promise<string[]> {
  await page.setViewportSize({ width: NARROWEST, height: 900 });
  await page.goto(at(`/${lang}${path}`));
  await hydrated(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const isOwn = !PAGES.some((open) => open === path);
  const ways = isOwn && lang !== OWN_PAGES_ARE_WIDE_IN ? WAYS.slice(0, 1) : WAYS;
  const problems = await problemsOf(page, ways, lang === COLOURS_LOOKED_AT_IN);
  const wide = width > NARROWEST ? [`is ${width} pixels wide`] : [];
  return [...wide, ...problems].map((problem) => `${path} ${problem}`);
}

type Ways = readonly (typeof WAYS)[number][];

async function problemsOf(page: Page, ways: Ways, withColours: boolean): Promise<string[]> {
  const found: string[] = [];
  for (const { width, colorScheme } of ways) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const axe = axeOn(page);
    found.push(...(await violations(withColours ? axe : axe.disableRules(COLOUR_RULES), `${width} ${colorScheme}`)));
  }
  return found;
}

function axeOn(page: Page): AxeBuilder {
  // No page has frames of other sites, for which axe would open a second page each time.
  return new AxeBuilder({ page }).setLegacyMode(true);
}

async function violations(axe: AxeBuilder, where: string): Promise<string[]> {
  const answer = await axe.analyze();
  return answer.violations.map(({ id, nodes }) => `${where} ${id}: ${nodes[0]?.html.slice(0, 160) ?? ""}`);
}
