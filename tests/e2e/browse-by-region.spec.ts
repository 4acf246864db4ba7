import { expect, test } from "@playwright/test";
import { open, titles } from "./site";

test("a reader finds the listings of a region by the regions page", async ({ page }) => {
  await open(page, "/az");
  await page.getByRole("navigation", { name: "Əsas menyu" }).getByRole("link", { name: "Bölgələr" }).click();
  await page.getByRole("link", { name: /Dağlıq Şirvan/ }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dağlıq Şirvan");
  await expect(titles(page).first()).toBeVisible();
  await expect(page.getByText("34 elan").first()).toBeVisible();
  // A place of the region stands on every card.
  const places = await page.locator("#results article p:first-of-type").allInnerTexts();
  expect(places.filter((place) => !/Lahıc|Basqal|Şamaxı|İsmayıllı|Ağsu|Qobustan/.test(place))).toEqual([]);
});
