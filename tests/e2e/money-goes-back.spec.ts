import { expect, test, type Page } from "@playwright/test";
import { cents, fillAsGuest, payBy, putInCart } from "./buying";
import { enterAs, open } from "./site";

/** Both of Niyal Coppersmiths, who have them in stock. */
const LADLES = "mis-abgerden-ve-kefkir-desti-p004";
const HOOKS = "doyme-demir-asilqan-p008";

/** Orders what lies in the cart as a guest in Baku, and pays by a card of a known fate. @returns the order's number */
async function orderBy(page: Page, fate: string): Promise<string> {
  await page.locator("aside").getByRole("link", { name: "Check out", exact: true }).click();
  await fillAsGuest(page, { name: "Nərgiz Quliyeva", line1: "Nizami küçəsi 20, mənzil 8", city: "Bakı" });
  await page.getByRole("button", { name: /^Order for/ }).click();
  await payBy(page, fate);
  await expect(page.getByRole("heading", { name: "Your payment has arrived" })).toBeVisible();
  await page.getByRole("link", { name: "Open the order" }).click();
  const heading = page.getByRole("heading", { level: 1, name: /^Order [2-9A-Z]{8}$/ });
  return (await heading.innerText()).replace("Order ", "");
}

test("a maker gives back the money of one line, and the buyer sees it come", async ({ page, browser }) => {
  test.setTimeout(120_000);
  await putInCart(page, LADLES, { quantity: 5, to: "AZ" });
  await putInCart(page, HOOKS, { quantity: 2, to: "AZ" });
  const reference = await orderBy(page, "Succeeds");

  const shop = await browser.newContext();
  const maker = await shop.newPage();
  await enterAs(maker, "Fidan Hacıyeva");
  await open(maker, `/en/seller/orders?q=${reference}`);
  await maker.locator("main ul a[href*='/seller/orders/']").click();
  await maker.getByRole("link", { name: "Give money back" }).click();
  await maker.getByRole("radio", { name: "Chosen pieces and carriage" }).check();
  const hooks = maker.getByRole("listitem").filter({ hasText: "2 of 2 not given back yet" });
  const each = cents((await hooks.locator("span.block").innerText()).split(" each")[0] ?? "");
  expect(each).toBeGreaterThan(0);
  await hooks.getByLabel("Pieces").fill("3");
  await maker.getByLabel("Words to the buyer").fill("The hooks were sold at the fair this morning; forgive me.");
  await maker.getByRole("checkbox", { name: "Yes, give the money back" }).check();
  await maker.getByRole("button", { name: "Give the money back" }).click();
  await expect(maker.getByText("These are more pieces than have not been given back yet.")).toBeVisible();
  await hooks.getByLabel("Pieces").fill("2");
  await maker.getByRole("button", { name: "Give the money back" }).click();
  await expect(maker.getByText("The refund is decided. The buyer has been told.")).toBeVisible();
  await shop.close();

  const given = page.getByText(/Sent back, /);
  await expect(async () => {
    await page.reload();
    await expect(given).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  expect(cents((await given.innerText()).split("Sent back, ")[1] ?? "")).toBe(2 * each);
  await expect(page.getByText("The hooks were sold at the fair this morning; forgive me.").first()).toBeVisible();
});

test("a payment that the buyer's bank calls back is answered once, and lost: the maker sees what it took", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await putInCart(page, HOOKS, { quantity: 2, to: "AZ" });
  const reference = await orderBy(page, "Succeeds, then disputed as not received");

  const office = await browser.newContext();
  const treasurer = await office.newPage();
  await enterAs(treasurer, "Kamran İsgəndərli");
  const dispute = treasurer.getByRole("link", { name: "The goods did not arrive" });
  await expect(async () => {
    await open(treasurer, "/en/staff/disputes");
    await expect(dispute.first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await dispute.first().click();
  await expect(treasurer.getByRole("link", { name: reference })).toBeVisible();
  // The words by which Stripe's test mode decides against us.
  await treasurer.getByLabel("What was written with the buyer, and anything else").fill("losing_evidence");
  await treasurer.getByLabel("All of this is right: send it for good").check();
  await treasurer.getByRole("button", { name: "Send to the bank" }).click();
  await expect(async () => {
    await treasurer.reload();
    await expect(treasurer.getByText("Lost: the buyer keeps the money")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await expect(treasurer.getByRole("button", { name: "Send to the bank" })).toHaveCount(0);
  await office.close();

  const shop = await browser.newContext();
  const maker = await shop.newPage();
  await enterAs(maker, "Fidan Hacıyeva");
  await open(maker, `/en/seller/orders?q=${reference}`);
  await maker.locator("main ul a[href*='/seller/orders/']").click();
  await expect(maker.getByText(/The dispute is lost: the buyer keeps/)).toBeVisible();
  await shop.close();
});
