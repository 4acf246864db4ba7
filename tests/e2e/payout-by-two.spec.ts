import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { cents } from "./buying";
import { enterAs, open } from "./site";

/** The currency of what Girdiman Coppersmiths sold at home. */
const HOME = "AZN";

test("one treasurer prepares a payout, another approves it, the bank gets a file, and the maker sees the money", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await enterAs(page, "Kamran İsgəndərli");
  await open(page, "/en/staff/payouts");
  await page.getByRole("button", { name: `Prepare a batch in ${HOME}` }).click();
  await expect(page.getByText("Prepared, waits for approval")).toBeVisible();
  const paid = page.locator("main ul li").filter({ hasText: "Girdiman" });
  const amount = cents(await paid.locator(".tabular-nums").last().textContent());
  expect(amount).toBeGreaterThan(0);
  await expect(page.getByText("Who prepared a batch does not approve it")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve" })).toHaveCount(0);
  const batch = new URL(page.url()).pathname;

  const office = await browser.newContext();
  const second = await office.newPage();
  await enterAs(second, "Nigar Qasımzadə");
  await open(second, batch);
  await second.getByRole("button", { name: "Approve" }).click();
  await expect(second.getByText(/^Digest of the content: /)).toBeVisible();
  await second.getByRole("button", { name: "Make the bank's file" }).click();
  const download = second.waitForEvent("download");
  await second.getByRole("link", { name: "Download the file (pain.001)" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file).toContain("urn:iso:std:iso:20022:tech:xsd:pain.001.001.09");
  expect(file).toContain(`<InstdAmt Ccy="${HOME}">${(amount / 100).toFixed(2)}</InstdAmt>`);
  await second.getByRole("checkbox", { name: /^The bank’s statement shows/ }).check();
  await second.getByRole("button", { name: "All of it was paid" }).click();
  await expect(second.getByText("Through").first()).toBeVisible();
  await office.close();

  const shop = await browser.newContext();
  const maker = await shop.newPage();
  await enterAs(maker, "Fərid Şirvanlı");
  await open(maker, "/en/seller/payouts");
  const row = maker.getByRole("listitem").filter({ hasText: "Paid" }).filter({ hasText: "₼" });
  await expect(row.first()).toBeVisible();
  await shop.close();
});
