import { expect, test, type Page } from "@playwright/test";
import { open } from "./site";

/** More than this is no way to get anywhere. */
const MOST_TABS = 40;

async function tabTo(page: Page, isThere: (name: string) => boolean): Promise<void> {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
    if (isThere(name)) return;
  }
  throw new Error(`${MOST_TABS} tabs did not get there`);
}

test("a reader without a mouse goes from the home page to a listing", async ({ page }) => {
  await open(page, "/en");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: /Skip to/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await tabTo(page, (name) => name === "copper");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?q=copper/);
  await expect(page.locator("#content")).toBeFocused();
  await tabTo(page, (name) => name === "Skip the filters");
  await page.keyboard.press("Enter");
  await tabTo(page, (name) => name === "Engraved copper tray");
  await page.keyboard.press("Enter");

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Engraved copper tray");
});

test("suggestions are chosen with the arrow keys and closed with Escape", async ({ page }) => {
  await open(page, "/en");
  const field = page.getByRole("combobox").first();
  await field.pressSequentially("kelagh");
  const list = page.getByRole("listbox");
  await expect(list.getByRole("option").first()).toBeVisible();
  await field.press("ArrowDown");
  await expect(field).toHaveAttribute("aria-activedescendant", /.+/);
  await field.press("Escape");
  await expect(list).toBeHidden();
  await expect(field).toHaveValue("kelagh");

  await field.press("a");
  await expect(list.getByRole("option").first()).toBeVisible();
  await field.press("ArrowDown");
  await field.press("Enter");

  await expect(page).not.toHaveURL(/\/en$/);
});
