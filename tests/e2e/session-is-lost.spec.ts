import { expect, test } from "@playwright/test";
import { seedUuid } from "~db/seed/ids";
import { at, enterAs, open } from "./site";

const WORDS = "Alıcı pulu başqa hesaba köçürməyi təklif edir, sonra da cavab yazmır.";
const THREAD = `/az/seller/inquiries/${seedUuid("inquiry", "s01/1")}`;

test("a seller whose session is lost while she writes finds her words on the page, and again after she has signed in", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enterAs(page, "Fidan Hacıyeva");
  await open(page, `${THREAD}/report`);
  const words = page.locator("textarea[name=words]");
  await words.fill(WORDS);
  await page.context().clearCookies();
  await page.locator("main form").getByRole("button").last().click();

  await expect(page.getByRole("alert")).toContainText("Artıq hesabınızda deyilsiniz");
  await expect(words).toHaveValue(WORDS);

  await page.getByRole("link", { name: "Yaxud elə burada daxil olun" }).click();
  await expect(page).toHaveURL(/\/az\/login\?next=/);
  await enterAs(page, "Fidan Hacıyeva");
  await open(page, `${THREAD}/report`);
  await expect(words).toHaveValue(WORDS);
  await expect(page.getByText("Yenidən daxil olmazdan əvvəl yazdıqlarınız bərpa edildi.")).toBeVisible();

  // Whoever uses the tab next finds none of it.
  await open(page, "/az/account");
  await page.getByRole("button", { name: "Hesabdan çıx" }).click();
  await expect(page).toHaveURL(/\/az$/);
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("typed ")))).toEqual([]);
});

test("a seller without scripts gets a page with her words, signs in beside it and sends them from there", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await enterAs(page, "Fidan Hacıyeva");
  await page.goto(at("/az/seller/answers"));
  const title = `Qablaşdırma ${Date.now().toString(36)}`;
  await page.locator("input[name=title]").fill(title);
  await page.locator("textarea[name=az]").fill(WORDS);
  await context.clearCookies();
  await page
    .locator("main form")
    .filter({ has: page.locator("textarea[name=az]") })
    .getByRole("button")
    .last()
    .click();
  await expect(page.getByRole("heading", { name: "Göndərilmədi: artıq hesabınızda deyilsiniz" })).toBeVisible();
  await expect(page.locator("textarea[name=az]")).toHaveValue(WORDS);

  const beside = await context.newPage();
  await enterAs(beside, "Fidan Hacıyeva");
  await page.getByRole("button", { name: "Yenidən göndər" }).click();
  await expect(page.getByText(title).first()).toBeVisible();
  await context.close();
});
