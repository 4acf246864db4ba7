import { expect, test } from "@playwright/test";
import { open } from "./site";

const BEGINNING = "Hand-hammered copper cup with an engraved rim";
const TITLES = [`${BEGINNING}, large`, `${BEGINNING}, small`];

test("suggestions that begin alike can be told apart on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const suggestions = TITLES.map((label, at) => ({ kind: "listing", label, href: `/en/listings/cup-${at}` }));
  await page.route("**/api/v1/suggestions?*", (route) => route.fulfill({ json: { suggestions } }));
  await open(page, "/en");
  await page.getByRole("combobox").first().pressSequentially("cup");

  for (const title of TITLES) {
    const label = page.getByText(title, { exact: true });
    await expect(label).toBeVisible();
    const isWhole = await label.evaluate(
      (element) => element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight,
    );
    expect(isWhole, title).toBe(true);
  }
});
