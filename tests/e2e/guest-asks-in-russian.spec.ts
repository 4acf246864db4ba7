import { randomUUID } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { at, enterAs, hydrated, open } from "./site";

const QUESTION = `Нам нужно 40 чашек для кафе, с логотипом на дне. ${Date.now().toString(36)}`;
const ANSWER = `Bəli, loqonu da həkk edirik. ${Date.now().toString(36)}`;

/** The latest link to a guest in her letters. */
async function linkTo(page: Page, email: string): Promise<string> {
  const mailbox = async () => (await page.request.get(at(`/dev/mailbox?to=${encodeURIComponent(email)}`))).text();
  await expect.poll(mailbox, { timeout: 20_000 }).toMatch(/\/ru\/links\/[\w-]{43}/);
  return /\/ru\/links\/[\w-]{43}/.exec(await mailbox())?.[0] ?? "";
}

test("a guest asks in Russian about forty cups, the seller is told by SMS and answers in Azerbaijani with two facts, and the guest reads them in Russian in another browser", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const email = `maria-${randomUUID()}@example.org`;
  const first = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const guest = await first.newPage();
  await open(guest, "/ru/search?q=%D1%87%D0%B0%D1%88%D0%BA%D0%B0&to=DE&qty=40");
  await open(guest, "/ru/listings/lahic-mis-cami-c007?to=DE&qty=40&by=2027-03-01");
  await guest.getByRole("link", { name: "Спросить о 40 штуках" }).click();
  await expect(guest.getByRole("heading", { name: "Спросите продавца" })).toBeVisible();
  await hydrated(guest);
  await expect(guest.getByLabel("Количество", { exact: true })).toHaveValue("40");
  await expect(guest.getByLabel("К какому сроку")).toHaveValue("2027-03-01");
  await guest.getByLabel("Ваш вопрос").fill(QUESTION);
  await guest.getByLabel("Ваше имя").fill("Мария Иванова");

  // What is typed is there after the way back.
  await guest.getByRole("link", { name: "Есть аккаунт? Войдите" }).click();
  await expect(guest).toHaveURL(/\/ru\/login/);
  await guest.goBack();
  await hydrated(guest);
  await expect(guest.getByLabel("Ваш вопрос")).toHaveValue(QUESTION);

  await guest.getByLabel("Эл. почта").fill(email);
  // Nobody types faster than the form takes for typing.
  await guest.waitForTimeout(2_600);
  await guest.getByRole("button", { name: "Отправить и подтвердить по почте" }).click();
  await expect(guest.getByRole("heading", { name: "Остался один шаг: проверьте почту" })).toBeVisible();

  const link = await linkTo(guest, email);
  await open(guest, link);
  await guest.getByRole("button", { name: "Отправить запрос" }).dblclick();
  await expect(guest.getByText("Запрос отправлен.")).toBeVisible();
  await expect(guest.getByText(QUESTION)).toBeVisible();

  const shop = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const seller = await shop.newPage();
  await enterAs(seller, "Anar Misirxanlı");
  const thread = `/az/seller/inquiries/${new URL(guest.url()).pathname.split("/").at(-1) ?? ""}`;
  const mailbox = async () => (await seller.request.get(at("/dev/mailbox"))).text();
  // A message to a phone, with the way straight to the thread.
  await expect.poll(mailbox, { timeout: 20_000 }).toMatch(new RegExp(`\\+99450\\d{7}[\\s\\S]{0,1500}${thread}`));
  await open(seller, thread);
  await expect(seller.getByText(QUESTION)).toBeVisible();
  await seller.getByLabel("Cavabınız").fill(ANSWER);
  await seller.locator('input[name="press"]').nth(0).check();
  await seller.locator('input[name="press"]').nth(1).check();
  await seller.getByRole("button", { name: "Göndər", exact: true }).click();
  await expect(seller.getByRole("article").filter({ hasText: ANSWER })).toBeVisible();
  await expect(seller.getByLabel("Cavabınız")).toHaveValue("");

  // The page that is open learns of it by itself.
  await expect(guest.getByText(ANSWER)).toBeVisible({ timeout: 30_000 });

  const second = await browser.newContext();
  const elsewhere = await second.newPage();
  await open(elsewhere, link);
  await elsewhere.getByRole("button", { name: "Открыть переписку" }).click();
  const answer = elsewhere.getByRole("article").filter({ hasText: ANSWER });
  await expect(answer.getByText(/40 шт\.: .+ всего/)).toBeVisible();
  await expect(answer.getByText(/40 шт\. будут готовы к/)).toBeVisible();

  // Other browsers and old links are out when she says so.
  await elsewhere.getByText("Другие действия").click();
  await elsewhere.getByRole("button", { name: "Закрыть ссылки" }).click();
  await expect(elsewhere.getByText("Ссылки закрыты.")).toBeVisible();
  expect((await guest.reload())?.status()).toBe(404);
  await open(guest, link);
  await expect(guest.getByText("Эта ссылка закрыта")).toBeVisible();
  for (const context of [first, shop, second]) await context.close();
});

test("a buyer orders a sample by one tap, and a second tap finds the same thread", async ({ browser }) => {
  const context = await browser.newContext();
  const buyer = await context.newPage();
  await enterAs(buyer, "Claire Fontaine");
  const tap = async () => {
    await open(buyer, "/en/listings/qelemkar-kemerli-fincan-c006?to=FR");
    await buyer.getByRole("button", { name: "Order a sample: 1 piece" }).click();
    await expect(buyer).toHaveURL(/\/en\/inquiries\/[\da-f-]{36}\?/);
    return new URL(buyer.url()).pathname;
  };
  const first = await tap();
  await expect(buyer.getByText("I would like to order one piece as a sample.")).toBeVisible();
  expect(await tap()).toBe(first);
  await open(buyer, "/en/account/inquiries");
  await expect(buyer.getByText("sample", { exact: true }).first()).toBeVisible();
  await context.close();
});

test("asking and writing work without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const guest = await context.newPage();
  const email = `no-script-${randomUUID()}@example.org`;
  await guest.goto(at("/ru/inquiries/new?listing=qelemkar-kemerli-fincan-c006&to=DE&qty=2"));
  await guest.getByLabel("Ваше имя").fill("Мария Иванова");
  await guest.getByLabel("Ваш вопрос").fill("Есть ли такие же, но больше?");
  await guest.getByLabel("Эл. почта").fill(email);
  // Nobody types faster than the form takes for typing.
  await guest.waitForTimeout(2_600);
  await guest.getByRole("button", { name: "Отправить и подтвердить по почте" }).click();
  await guest.goto(at(await linkTo(guest, email)));
  await guest.getByRole("button", { name: "Отправить запрос" }).click();
  await guest.getByLabel("Ваше сообщение").fill("И ещё: можно ли гравировку?");
  await guest.getByRole("button", { name: "Отправить", exact: true }).click();
  await expect(guest.getByRole("article").filter({ hasText: "можно ли гравировку" })).toBeVisible();
  await context.close();
});
