import { expect, test } from "@playwright/test";
import { cents, fillAsGuest, putInCart } from "./buying";
import { enterAs, open } from "./site";

const BOWLS = "mis-serbet-kasasi-c003";

test("a buyer transfers in two parts, the treasurer enters both off the statement, and the order is paid", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await putInCart(page, BOWLS, { quantity: 10, to: "DE" });
  await page.getByRole("link", { name: "Check out", exact: true }).click();
  await fillAsGuest(page, { name: "Jonas Petersen", line1: "Lange Reihe 12", postalCode: "20099", city: "Hamburg" });
  await page.getByRole("radio", { name: /^Bank transfer/ }).check();
  await page.getByRole("button", { name: /^Order for/ }).click();
  await expect(page.getByRole("heading", { name: "Waiting for your transfer" })).toBeVisible();
  await expect(page.getByText("AZ21 NABZ 0000 0000 1370 1000 1944")).toBeVisible();
  await page.getByRole("link", { name: "Open the order" }).click();
  const heading = page.getByRole("heading", { level: 1, name: /^Order [2-9A-Z]{8}$/ });
  const reference = (await heading.innerText()).replace("Order ", "");

  const office = await browser.newContext();
  const treasurer = await office.newPage();
  await enterAs(treasurer, "Kamran İsgəndərli");
  const enter = async (amount: string, bankReference: string) => {
    await open(treasurer, `/en/staff/orders?q=${reference}`);
    await treasurer.locator("main ul a[href*='/staff/orders/']").click();
    // It is open already where a transfer is waited for.
    const form = treasurer.locator("details[open] form[action*='record-transfer']");
    const lacks = cents(await form.locator("input[name=amount]").inputValue());
    if (amount !== "") await form.locator("input[name=amount]").fill(amount);
    await form.locator("input[name=bankReference]").fill(bankReference);
    await form.getByRole("button").click();
    await treasurer.waitForURL(/news=/);
    return lacks;
  };
  const whole = await enter("50.00", `FT-${reference}-1`);
  await page.reload();
  await expect(page.getByText("A part of the order is paid.")).toBeVisible();
  expect(await enter("", `FT-${reference}-2`)).toBe(whole - 5_000);
  await office.close();

  await page.reload();
  await expect(page.getByText("Paid", { exact: true }).first()).toBeVisible();
});
