import { expect, test } from "@playwright/test";
import { cents, payBy } from "./buying";
import { enterAs, open } from "./site";

/** Of the demo's orders the one that is paid in two instalments: four rosewater sprinklers. */
const SPRINKLERS = /rosewater|gülabdan/i;

test("an order with a deposit of 30 per cent is paid by two cards, and prepared between them", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await enterAs(page, "Jonas Petersen");
  await open(page, "/en/account/orders");
  await page.getByRole("link", { name: SPRINKLERS }).first().click();
  await page.waitForURL(/\/en\/orders\/[0-9a-f-]{36}/);
  const heading = page.getByRole("heading", { level: 1, name: /^Order [2-9A-Z]{8}$/ });
  const reference = (await heading.innerText()).replace("Order ", "");
  const deposit = page.getByRole("listitem").filter({ hasText: "Deposit" });
  const balance = page.getByRole("listitem").filter({ hasText: "Balance" });
  const first = cents(await deposit.locator(".tabular-nums").last().textContent());
  const second = cents(await balance.locator(".tabular-nums").last().textContent());
  // Thirty per cent, rounded down to the cent.
  expect(first).toBe(Math.floor(((first + second) * 30) / 100));

  await page.getByRole("button", { name: "Pay by card" }).click();
  expect(cents(await page.locator("tfoot td").textContent())).toBe(first);
  await payBy(page, "Succeeds");
  await expect(page.getByRole("heading", { name: "Your payment has arrived" })).toBeVisible();
  await page.getByRole("link", { name: "Open the order" }).click();
  await expect(page.getByText("The first payment has arrived, so the seller can begin")).toBeVisible();

  const shop = await browser.newContext();
  const maker = await shop.newPage();
  await enterAs(maker, "Fidan Hacıyeva");
  await open(maker, `/en/seller/orders?q=${reference}`);
  await maker.locator("main ul a[href*='/seller/orders/']").click();
  await maker.getByRole("button", { name: "Begin to prepare it" }).click();
  await expect(maker.getByText("Preparation has begun; the buyer was told.")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Pay by card" }).click();
  expect(cents(await page.locator("tfoot td").textContent())).toBe(second);
  await payBy(page, "Succeeds");
  await expect(page.getByRole("heading", { name: "Your payment has arrived" })).toBeVisible();
  await maker.reload();
  await expect(
    maker.getByRole("listitem").filter({ hasText: "Balance" }).getByText("Paid", { exact: true }),
  ).toBeVisible();
  await shop.close();
});
