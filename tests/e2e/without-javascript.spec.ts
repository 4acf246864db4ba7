import { expect, test } from "@playwright/test";
import { at, titles } from "./site";

test.use({ javaScriptEnabled: false });

test("a reader without JavaScript filters, sorts and turns pages", async ({ page }) => {
  // Carpets, of which no other journey adds, takes away or brings back one between the two pages.
  await page.goto(at("/en/search?category=carpets"));
  const first = await titles(page).allInnerTexts();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/page=2/);
  const second = await titles(page).allInnerTexts();
  expect(second.length).toBeGreaterThan(10);
  expect(second.filter((title) => first.includes(title))).toEqual([]);

  await page.goto(at("/en/search?q=copper"));
  await page.getByRole("checkbox", { name: "Copperware" }).check();
  await page.getByRole("button", { name: /^Show / }).click();
  await expect(page).toHaveURL(/category=copperware/);
  await page.getByLabel("Sort by").selectOption("price-low");
  await page.getByRole("button", { name: "Apply" }).last().click();

  await expect(page).toHaveURL(/category=copperware.*sort=price-low|sort=price-low.*category=copperware/);
  await expect(page.getByRole("checkbox", { name: "Copperware" })).toBeChecked();
});

test("a reader without JavaScript on a phone opens the filters as a sheet", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(at("/en/search?q=copper"));
  await expect(page.getByLabel("Quantity")).toBeHidden();
  await page.getByRole("link", { name: "Filters" }).click();
  await page.getByLabel("Quantity").fill("40");
  await page.getByRole("button", { name: /^Show / }).click();

  await expect(page).toHaveURL(/qty=40/);
  await expect(page.getByRole("link", { name: "Remove filter: 40 pieces" })).toBeVisible();
  await context.close();
});

test("a buyer without JavaScript chooses country and quantity on a listing", async ({ page }) => {
  await page.goto(at("/en/listings/qelemkarli-mis-sini-p001"));
  await page.getByLabel("How many do you need?").fill("12");
  await page.getByRole("button", { name: "Calculate" }).click();
  await expect(page.getByText(/^12 pieces: ready by /)).toBeVisible();
  await page.getByText("Deliver to").first().click();
  await page.getByLabel("Which country should it be delivered to?").selectOption("FR");
  await page.getByRole("button", { name: "Apply" }).click();

  await expect(page.getByRole("heading", { name: "Delivery to France" })).toBeVisible();
  await expect(page.getByText(/^12 pieces: ready by /)).toBeVisible();
});
