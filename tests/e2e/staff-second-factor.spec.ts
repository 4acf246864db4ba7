import { expect, test } from "@playwright/test";
import { open } from "./site";

test("a reviewer signs in with password and the code of her authenticator", async ({ page, context }) => {
  const enter = await context.newPage();
  await open(page, "/en/login");
  await page.getByLabel("E-mail").fill("reviewer@karvan.example");
  await page.getByLabel("Password").fill("karvan-demo-2026");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Second step" })).toBeVisible();

  await open(enter, "/dev/enter?lang=en");
  const card = enter.getByRole("listitem").filter({ hasText: "reviewer@karvan.example" });
  const code = /\b\d{6}\b/.exec(await card.innerText())?.[0] ?? "";
  await page.getByLabel("Six-digit code").fill(code);
  await page.getByRole("button", { name: "Continue" }).click();

  await expect(page.getByRole("heading", { name: /^Hello, Sevinc/ })).toBeVisible();
  await page.getByRole("link", { name: "Signing in and security" }).first().click();
  await expect(page.getByText("This device")).toBeVisible();
});

test("one click enters as anybody of the demo", async ({ page }) => {
  await open(page, "/dev/enter?lang=en");
  await page.getByRole("button", { name: "Enter Jonas Petersen" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText("jonas@elbkontor.example")).toBeVisible();
});
