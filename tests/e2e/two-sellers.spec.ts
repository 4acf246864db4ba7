import { expect, test } from "@playwright/test";
import { cents, fillAsGuest, payBy, putInCart } from "./buying";

/** Ten sherbet bowls of one coppersmith and a carved box of another maker; both are in stock and go to Germany. */
const BOWLS = "mis-serbet-kasasi-c003";
const BOX = "oyma-mucru-p148";

test("a guest in Hamburg buys of two makers at once, is declined first, pays by another card, and finds both orders paid", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await putInCart(page, BOWLS, { quantity: 10, to: "DE" });
  await putInCart(page, BOX, { quantity: 1, to: "DE" });
  const sums = page.locator("section dl dd:last-of-type");
  await expect(sums).toHaveCount(2);
  const [first, second] = await sums.allTextContents();
  const whole = await page.locator("aside p").nth(1).textContent();
  expect(cents(whole)).toBe(cents(first ?? null) + cents(second ?? null));

  await page.getByRole("link", { name: "Check out", exact: true }).click();
  await fillAsGuest(page, { name: "Jonas Petersen", line1: "Lange Reihe 12", postalCode: "20099", city: "Hamburg" });
  await page.getByRole("button", { name: /^Order for/ }).click();

  await payBy(page, "Declined");
  await expect(page.getByText(/declined/i).first()).toBeVisible();
  await payBy(page, "Succeeds");

  await expect(page).toHaveURL(/\/en\/checkout\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { name: "Your payment has arrived" })).toBeVisible();
  const orders = page.getByRole("link", { name: "Open the order" });
  await expect(orders).toHaveCount(2);
  await orders.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Order");
  await expect(page.getByText("Paid").first()).toBeVisible();
});
