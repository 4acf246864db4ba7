import { expect, test } from "@playwright/test";
import { at, enterAs, hydrated, open, signUpByPhone } from "./site";

/** A name that no other run of this test has. */
const SHOP = `Basqal Sınaq ${Date.now().toString(36)}`;

test("a weaver opens a shop on her phone, the Federation sends it back once and then approves it, and buyers find it", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const weaver = await phone.newPage();
  const desk = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const reviewer = await desk.newPage();

  await signUpByPhone(weaver, "en", "Xədicə Əhmədova");
  await open(weaver, "/en/account");
  await weaver
    .locator("main")
    .getByRole("link", { name: /^Open a shop/ })
    .click();
  await weaver.getByLabel("Name of the shop").fill(SHOP);
  await weaver.getByLabel("Where is it made?").selectOption("baki-seher");
  await weaver.getByRole("button", { name: "Open the shop" }).click();

  await expect(weaver).toHaveURL(/\/seller\/shop\/making/);
  await weaver.locator("main summary").first().click();
  await weaver.getByRole("checkbox").first().check();
  await weaver.getByRole("button", { name: "Save and go on" }).click();
  await expect(weaver).toHaveURL(/\/seller\/shop\/place/);
  await expect(weaver.getByLabel("Name of the shop")).toHaveValue(SHOP);
  await weaver.getByRole("button", { name: "Save and go on" }).click();
  await weaver
    .getByLabel("Your story")
    .fill("Basqalda ipək toxuyuruq. Naxışları nənəmdən öyrənmişəm, boyaları özümüz hazırlayırıq.");
  await weaver.getByRole("button", { name: "Save", exact: true }).click();
  await weaver.getByRole("button", { name: "Send it to the Federation" }).click();
  await expect(weaver.getByText("With the Federation", { exact: true })).toBeVisible();

  await enterAs(reviewer, "Sevinc Rəhimli");
  await reviewer.getByRole("link", { name: /Reviewer’s desk/ }).click();
  await reviewer.getByRole("button", { name: `Start review ${SHOP}` }).click();
  await reviewer.getByLabel("Your story", { exact: true }).selectOption("unclear");
  await reviewer.getByLabel("In words").last().fill("Hansı toxucu?");
  await reviewer.getByRole("button", { name: "Send back with reasons" }).click();
  await expect(reviewer.getByRole("heading", { name: "Reviewer’s desk" })).toBeVisible();

  await weaver.reload();
  await expect(weaver.getByText("Hansı toxucu?")).toBeVisible();
  await weaver.getByRole("link", { name: "Your story" }).first().click();
  await hydrated(weaver);
  await weaver
    .getByLabel("Your story")
    .fill("Mən, Xədicə, Basqalda ipək toxuyuram. Naxışları nənəmdən öyrənmişəm, boyaları özümüz hazırlayırıq.");
  await weaver.getByRole("button", { name: "Save", exact: true }).click();
  await weaver.getByRole("button", { name: "Send it to the Federation" }).click();
  await expect(weaver.getByText("With the Federation", { exact: true })).toBeVisible();

  await reviewer.reload();
  await reviewer.getByRole("button", { name: `Start review ${SHOP}` }).click();
  await reviewer.getByRole("button", { name: "Approve" }).click();
  await expect(reviewer.getByRole("heading", { name: "Reviewer’s desk" })).toBeVisible();

  await weaver.reload();
  await weaver.getByRole("link", { name: "See the public page" }).click();
  await expect(weaver.getByRole("heading", { level: 1, name: SHOP })).toBeVisible();
  const found = async () => (await weaver.request.get(at(`/api/v1/sellers?q=${encodeURIComponent(SHOP)}`))).text();
  await expect.poll(found, { timeout: 15_000 }).toContain(SHOP);
  await phone.close();
  await desk.close();
});
