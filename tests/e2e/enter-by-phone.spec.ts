import { expect, test } from "@playwright/test";
import { at, open, signUpByPhone } from "./site";

test.use({ viewport: { width: 390, height: 844 } });

test("a weaver signs up on her phone with a number and a code, says her name, and is greeted by it", async ({
  page,
}) => {
  await open(page, "/az");
  await page.getByRole("link", { name: "Hesabım" }).click();
  await expect(page).toHaveURL(/\/az\/login\?next=%2Faz%2Faccount/);
  await page.getByRole("link", { name: /nömrə/ }).first().click();
  await expect(page).toHaveURL(/\/az\/login\/phone\?next=/);

  await signUpByPhone(page, "az", "Xədicə Əhmədova");

  await open(page, "/az/account");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Xədicə Əhmədova");
});

test("a buyer signs up by e-mail, opens the letter's link, and signs in without JavaScript", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const email = `anna.${Date.now()}@example.org`;
  await page.goto(at("/en/signup"));
  await page.getByLabel("Your name").fill("Anna Schmidt");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("short");
  await page.getByRole("button", { name: "Create the account" }).click();

  await expect(page.getByText("at least 10 characters. Lengthen")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Anna Schmidt");
  await page.getByLabel("Password").fill("forty copper cups please");
  await page.getByRole("button", { name: "Create the account" }).click();
  await expect(page.getByRole("heading", { name: "Check your e-mail" })).toBeVisible();

  const mailbox = at(`/dev/mailbox?lang=en&to=${encodeURIComponent(email)}`);
  await expect
    .poll(async () => (await page.request.get(mailbox)).text(), { timeout: 15_000 })
    .toContain("/en/verify-email?token=");
  await page.goto(mailbox);
  await page.getByRole("link", { name: /verify-email/ }).click();
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await expect(page.getByText("Your e-mail is confirmed.")).toBeVisible();
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("forty copper cups please");
  await page.getByRole("button", { name: "Sign in" }).click();

  await expect(page.getByRole("heading", { name: "Hello, Anna Schmidt" })).toBeVisible();
  await context.close();
});
