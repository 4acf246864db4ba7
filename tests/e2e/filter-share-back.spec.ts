import { expect, test } from "@playwright/test";
import { hydrated, open, titles } from "./site";

test("filters stand in the address, which shows another person the same view", async ({ page, browser }) => {
  await open(page, "/en/search?q=copper");
  await page.getByLabel("Minimum order up to").fill("2");
  await page.getByLabel("Minimum order up to").blur();
  await page.waitForURL(/moq=2/);
  await page.locator("details").filter({ hasText: "Category" }).getByRole("checkbox", { name: "Copperware" }).check();
  await page.waitForURL(/category=copperware/);
  await expect(page.getByRole("link", { name: "Remove filter: Copperware" })).toBeVisible();
  const mine = await titles(page).allInnerTexts();
  expect(mine.length).toBeGreaterThan(3);

  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(page.url());
  await hydrated(theirs);

  expect(await titles(theirs).allInnerTexts()).toEqual(mine);
  await expect(theirs.getByRole("checkbox", { name: "Copperware" })).toBeChecked();
  await expect(theirs.getByLabel("Minimum order up to")).toHaveValue("2");
  await context.close();
});

test("back from a listing restores filters, scroll and focus", async ({ page }) => {
  await open(page, "/en/search?q=&category=copperware");
  const card = page.getByRole("link", { name: "Copper jezve coffee pot" });
  await card.scrollIntoViewIfNeeded();
  const scrolled = await page.evaluate(() => window.scrollY);
  await card.focus();
  await card.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Copper jezve coffee pot");

  await page.goBack();

  await expect(titles(page).first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Copperware" })).toBeChecked();
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(scrolled);
  await expect(card).toBeFocused();
});

test("back twice, faster than a page's scripts come, ends at the page before", async ({ page }) => {
  await open(page, "/en/search?q=copper");
  await page.getByRole("link", { name: "Copper jezve coffee pot" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Copper jezve coffee pot");
  await page.getByRole("link", { name: "Русский" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await hydrated(page);
  let letScriptsCome = () => {};
  const scriptsMayCome = new Promise<void>((resolve) => (letScriptsCome = resolve));
  await page.route("**/assets/*.js", async (route) => {
    await scriptsMayCome;
    await route.continue();
  });

  await page.goBack({ waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Copper jezve coffee pot");
  await page.evaluate(() => window.history.back());
  await expect(page).toHaveURL(/\/en\/search\?q=copper$/);
  letScriptsCome();

  await expect(titles(page).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("copper");
});

test("every filter that is let go leaves the address, and back brings it again", async ({ page }) => {
  await open(page, "/en/search?q=copper&qty=40&category=copperware");
  const before = await titles(page).allInnerTexts();
  await page.getByRole("link", { name: "Remove filter: 40 pieces" }).click();
  await page.waitForURL((url) => !url.searchParams.has("qty"));
  await expect(page.getByLabel("Quantity")).toHaveValue("");

  await page.goBack();

  await page.waitForURL(/qty=40/);
  await expect(page.getByLabel("Quantity")).toHaveValue("40");
  await expect.poll(() => titles(page).allInnerTexts()).toEqual(before);
});
