import { expect, test } from "@playwright/test";
import { open, titles } from "./site";

test("a misspelt Russian word still finds what was meant", async ({ page }) => {
  await open(page, "/ru");
  const field = page.getByRole("combobox").first();
  await field.fill("медный паднос");
  await field.press("Enter");
  await page.waitForURL(/\/ru\/search\?/);

  await expect(titles(page).first()).toHaveText("Медный поднос с гравировкой");
});
