import { expect, test } from "@playwright/test";
import { cents, fillAsGuest, payBy, putInCart } from "./buying";
import { enterAs, open } from "./site";

/** Of Niyal Coppersmiths in Lahıc, who have them in stock. */
const CEZVE = "mis-cezve-p003";

test("a guest in Baku has coffee pots posted to Gəncə and pays in manats by card", async ({ page }) => {
  test.setTimeout(90_000);
  await putInCart(page, CEZVE, { quantity: 5, to: "AZ", lang: "az" });
  const sum = await page.locator("aside p").nth(1).textContent();
  expect(sum).toContain("₼");
  await page.locator("aside").getByRole("link", { name: "Sifarişi rəsmiləşdir" }).click();
  await fillAsGuest(page, { name: "Nərgiz Quliyeva", line1: "Nizami küçəsi 20, mənzil 8", city: "Gəncə" });
  await page.getByRole("button", { name: /məbləğində sifariş ver$/ }).click();

  const asked = await page.locator("tfoot td").textContent();
  expect(asked).toContain("₼");
  expect(cents(asked)).toBe(cents(sum));
  await payBy(page, "Succeeds");

  await expect(page.getByRole("heading", { name: "Ödəniş qəbul olundu" })).toBeVisible();
  await page.getByRole("link", { name: "Sifarişə baxın" }).click();
  await expect(page.getByText("Gəncə").first()).toBeVisible();
  await expect(page.getByText("Poçtla").first()).toBeVisible();
});

test("a guest in Baku picks a pot up in Lahıc: its maker says yes, and takes the money at her door", async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await putInCart(page, CEZVE, { quantity: 5, to: "AZ", lang: "az" });
  await page.getByRole("button", { name: /^Emalatxanadan götürmə/ }).click();
  await expect(page.getByRole("button", { name: /^Emalatxanadan götürmə/ })).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("aside p").nth(1)).toContainText("₼");
  await page.locator("aside").getByRole("link", { name: "Sifarişi rəsmiləşdir" }).click();
  await fillAsGuest(page, { name: "Elvin Rzayev" });
  await page.getByRole("radio", { name: /Götürəndə ödə/ }).check();
  await page.getByRole("button", { name: /məbləğində sifariş ver$/ }).click();
  await expect(page.getByRole("heading", { name: "Satıcının cavabını gözləyirik" })).toBeVisible();
  const reference = (await page.locator("main").innerText()).match(/[2-9A-HJ-NP-Z]{8}/)?.[0] ?? "";
  expect(reference).not.toBe("");
  await page.getByRole("link", { name: "Sifarişə baxın" }).first().click();
  await expect(page.getByText("Özünüz götürürsünüz").first()).toBeVisible();

  const shop = await browser.newContext();
  const maker = await shop.newPage();
  await enterAs(maker, "Fidan Hacıyeva");
  await open(maker, `/en/seller/orders?q=${reference}`);
  await maker.locator("main ul a[href*='/seller/orders/']").click();
  await maker.getByRole("button", { name: "Accept the order" }).click();
  await expect(maker.getByText("You have accepted the order.")).toBeVisible();
  await maker.getByRole("button", { name: "Begin to prepare it" }).click();
  await maker.getByRole("button", { name: "It lies ready" }).click();
  await maker.getByRole("link", { name: "Hand it over" }).click();
  await maker.getByLabel("The buyer has paid in full here").check();
  await maker.getByRole("button", { name: "Hand it over" }).click();
  await expect(maker.getByText("The delivery is noted; the buyer was told.")).toBeVisible();
  await shop.close();

  // The worker books what she took over the counter.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Ödənilib").first()).toBeVisible();
  }).toPass({ timeout: 20_000 });
  await page.getByText("Aldım, hər şey qaydasındadır").click();
  await page.getByRole("button", { name: "Bəli, sifarişi tamamla" }).click();
  await expect(page.getByText("Təşəkkür edirik, sifariş tamamlandı.")).toBeVisible();
});
