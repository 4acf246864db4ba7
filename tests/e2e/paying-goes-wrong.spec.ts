import { expect, test, type Page } from "@playwright/test";
import { fillAsGuest, payBy, putInCart } from "./buying";
import { hydrated } from "./site";

const BOWLS = "mis-serbet-kasasi-c003";
const HAMBURG = { name: "Jonas Petersen", line1: "Lange Reihe 12", postalCode: "20099", city: "Hamburg" };

async function toCheckout(page: Page): Promise<void> {
  await putInCart(page, BOWLS, { quantity: 10, to: "DE" });
  await page.getByRole("link", { name: "Check out", exact: true }).click();
  await hydrated(page);
  await fillAsGuest(page, HAMBURG);
}

test("a bank that asks who pays is answered wrong once, then right", async ({ page }) => {
  test.setTimeout(90_000);
  await toCheckout(page);
  await page.getByRole("button", { name: /^Order for/ }).click();

  await payBy(page, "Asks for 3-D Secure");
  await page.getByRole("button", { name: "Fail" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await payBy(page, "Asks for 3-D Secure");
  await page.getByRole("button", { name: "Complete" }).click();

  await expect(page.getByRole("heading", { name: "Your payment has arrived" })).toBeVisible();
});

test("a tab that is closed before it comes back has paid all the same", async ({ context, page }) => {
  test.setTimeout(90_000);
  await toCheckout(page);
  await page.getByRole("button", { name: /^Order for/ }).click();
  await expect(page.getByText("no real money")).toBeVisible();
  // She pays, and her tab is gone before it hears where to go on: of the money Stripe alone tells.
  const form = page.locator("form.tests");
  const fields = await form
    .locator("input[type=hidden]")
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""]),
    );
  const paid = await page.request.post(new URL((await form.getAttribute("action")) ?? "", page.url()).href, {
    form: { ...Object.fromEntries(fields), number: "4242424242424242" },
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  });
  const back = paid.headers().location ?? "";
  expect(back).toMatch(/\/checkout\/[0-9a-f-]{36}\/return/);
  await page.close();

  const later = await context.newPage();
  await expect(async () => {
    await later.goto(back.replace(/\/return.*$/, ""));
    await expect(later.getByRole("heading", { name: "Your payment has arrived" })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
});

test("a second click on “order” neither orders nor pays twice", async ({ page }) => {
  test.setTimeout(90_000);
  await toCheckout(page);
  await page.getByRole("button", { name: /^Order for/ }).dblclick({ noWaitAfter: true });
  await payBy(page, "Succeeds");

  await expect(page.getByRole("heading", { name: "Your payment has arrived" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the order" })).toHaveCount(1);
});
