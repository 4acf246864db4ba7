import { expect, test } from "@playwright/test";
import { open } from "./site";

test("a reader changes the language on a listing and stays on it, with destination and quantity", async ({ page }) => {
  await open(page, "/en/listings/qelemkarli-mis-sini-p001?to=FR&qty=12");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Engraved copper tray");

  await page.getByRole("link", { name: "Русский" }).click();

  await expect(page).toHaveURL(/\/ru\/listings\/qelemkarli-mis-sini-p001\?/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Медный поднос с гравировкой");
  await expect(page.getByRole("heading", { name: "Доставка: Франция" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await expect(page.locator('input[name="qty"]')).toHaveValue("12");
});

test("the chosen country is remembered for the next visit, and stands in the address", async ({ page }) => {
  await open(page, "/en/listings/qelemkarli-mis-sini-p001");
  await page.getByText("Deliver to").first().click();
  await page.getByLabel("Which country should it be delivered to?").selectOption("JP");
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page).toHaveURL(/listings\/qelemkarli-mis-sini-p001\?.*to=JP/);

  await page.goto(new URL("/", page.url()).href);

  await expect(page).toHaveURL(/\/en\?.*to=JP/);
});
