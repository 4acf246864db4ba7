import { expect, test, type Page } from "@playwright/test";
import { at, dayFromNow, expectTitles, open } from "./site";

/** Cups of the demo catalogue that can be in Germany, forty of them, within sixty days. */
const FIVE = [
  "Hand-hammered copper cup, straight tumbler",
  "Hand-hammered copper cup with a riveted handle",
  "Hand-hammered copper sherbet cup",
  "Hand-hammered copper cup on a foot",
  "Hand-hammered copper cup, wide bowl shape",
];

/** The whole need in the words of a buyer; what was understood stands as filters that can be removed. */
const NEED = "40 hand-hammered copper cups to Germany within 60 days";

async function typeTheNeed(page: Page): Promise<void> {
  const field = page.getByRole("combobox").first();
  await field.fill(NEED);
  await field.press("Enter");
  await page.waitForURL(/\/en\/search\?.*qty=40/);
}

test("a buyer in Hamburg finds the five cups that reach him in sixty days, and the offer for forty of one", async ({
  page,
}) => {
  await open(page, "/en");
  await expect(page.getByText("Deliver to")).toBeVisible();
  await typeTheNeed(page);
  await expectTitles(page, FIVE);

  await page.getByRole("link", { name: "Hand-hammered copper sherbet cup" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hand-hammered copper sherbet cup");
  await expect(page.getByLabel("How many do you need?")).toHaveValue("40");
  await expect(page.getByText(/^40 pieces: ready by /)).toBeVisible();
  await expect(page.getByRole("heading", { name: "Delivery to Germany" })).toBeVisible();
  await expect(page.getByText("Verified by the Federation")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ask about 40 pieces" })).toHaveAttribute(
    "href",
    /inquiries\/new\?.*qty=40/,
  );
});

test("the same need finds the same five cups without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(at("/en"));
  await typeTheNeed(page);

  await expectTitles(page, FIVE);
  await context.close();
});

test("the need told by filters instead of words finds the same five cups", async ({ page }) => {
  await open(page, "/en/search?q=hand-hammered+copper+cups");
  await page.getByLabel("Quantity").fill("40");
  await page.getByLabel("Quantity").blur();
  await page.waitForURL(/qty=40/);
  await page.getByLabel("Needed by").fill(dayFromNow(60));
  await page.waitForURL(/by=/);
  await page.getByLabel("Only what ships to Germany").check();
  await page.waitForURL(/here=1/);

  await expectTitles(page, FIVE);
});
