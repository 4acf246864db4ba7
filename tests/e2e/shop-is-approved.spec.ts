import { expect, test, type Page } from "@playwright/test";
import sharp from "sharp";
import { isVoen } from "~/modules/sellers/voen";
import { at, enterAs, hydrated, open, signUpByPhone } from "./site";

/** A name that no other run of this test has. */
const SHOP = `Basqal Sınaq ${Date.now().toString(36)}`;

const LISTING = `Kəlağayı sınağı ${Date.now().toString(36)}`;

/** Of a person who does not exist: the prefix 99 belongs to no territory that gives numbers to people. */
function someVoen(): string {
  for (;;) {
    const eight = `99${String(Math.floor(Math.random() * 1_000_000)).padStart(6, "0")}`;
    const check = Array.from({ length: 10 }, (_, digit) => `${eight}${digit}2`).find(isVoen);
    if (check !== undefined) return check;
  }
}

/** A listing that the Federation looks at before buyers see it, as it does with a new shop's first ones. */
async function listAndApprove(weaver: Page, reviewer: Page): Promise<void> {
  const picture = await sharp({ create: { width: 900, height: 1_125, channels: 3, background: "#7a3b2e" } })
    .jpeg()
    .toBuffer();
  await open(weaver, "/en/seller/listings/new");
  await weaver.getByLabel("Title", { exact: true }).fill(LISTING);
  await weaver.getByLabel("Category").selectOption("kelaghayi");
  await weaver.getByLabel("Price in Azerbaijan, ₼").fill("120");
  await weaver.getByText("Made to order", { exact: true }).click();
  await weaver.getByLabel(/^Days to make/).fill("14");
  await weaver.getByRole("button", { name: "Create and add a picture" }).click();
  await expect(weaver).toHaveURL(/\/pictures$/);
  await weaver
    .locator("input[type=file]")
    .setInputFiles({ name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: picture });
  await expect(weaver.getByRole("heading", { name: "1 of 20 pictures" })).toBeVisible({ timeout: 20_000 });
  await weaver.locator("main").getByRole("link", { name: LISTING, exact: true }).click();
  await weaver.getByRole("button", { name: "Send to the Federation" }).click();
  await expect(weaver.getByText("It was sent to the Federation")).toBeVisible();

  await open(reviewer, "/en/staff/desk?queue=listings");
  await reviewer.getByRole("button", { name: `Start review ${LISTING}` }).click();
  await expect(reviewer.getByRole("heading", { level: 1, name: LISTING })).toBeVisible();
  await reviewer.getByRole("button", { name: "Approve" }).click();
  await expect(reviewer.getByRole("heading", { name: "Reviewer’s desk" })).toBeVisible();
}

test("a weaver opens a shop on her phone, the Federation sends it back once and then approves it, and buyers find it and what it sells", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const voen = someVoen();
  const paper = await sharp({ create: { width: 600, height: 800, channels: 3, background: "#f4efe6" } })
    .png()
    .toBuffer();
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const weaver = await phone.newPage();
  const desk = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const reviewer = await desk.newPage();

  const digits = await signUpByPhone(weaver, "en", "Xədicə Əhmədova");
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
  await expect(weaver).toHaveURL(/\/seller\/shop\/contacts/);
  await expect(weaver.getByLabel("Phone for buyers")).toHaveValue(`+99455${digits}`);
  await weaver.getByRole("button", { name: "Save and go on" }).click();
  await weaver
    .getByLabel("Your story")
    .fill("Basqalda ipək toxuyuruq. Naxışları nənəmdən öyrənmişəm, boyaları özümüz hazırlayırıq.");
  await weaver.getByRole("button", { name: "Save and go on" }).click();
  await expect(weaver).toHaveURL(/\/seller\/shop\/pictures/);
  await weaver.getByRole("link", { name: "Go on filling it" }).click();
  await expect(weaver).toHaveURL(/\/seller\/shop\/legal/);
  await weaver.getByLabel("Legal form").selectOption("individual_entrepreneur");
  await weaver.getByLabel("VÖEN (tax number)").fill(voen.replace(/2$/, "1"));
  await weaver.getByRole("button", { name: "Save and go on" }).click();
  await expect(weaver.getByText("An individual entrepreneur’s ends in 2.")).toBeVisible();
  await weaver.getByLabel("VÖEN (tax number)").fill(voen);
  await weaver.getByRole("button", { name: "Save and go on" }).click();
  await expect(weaver).toHaveURL(/\/seller\/shop\/paper/);
  await weaver.locator("input[type=file]").setInputFiles({ name: "VÖEN.png", mimeType: "image/png", buffer: paper });
  await weaver.getByRole("button", { name: "Upload the paper" }).click();
  await expect(weaver).toHaveURL(/\/seller\/shop\/bank/);
  await open(weaver, "/en/seller");
  await expect(weaver.getByRole("link", { name: "Give your bank account" })).toBeVisible();
  await weaver.getByRole("button", { name: "Send it to the Federation" }).click();
  await expect(weaver.getByText("With the Federation", { exact: true })).toBeVisible();

  await enterAs(reviewer, "Sevinc Rəhimli");
  await reviewer.getByRole("link", { name: /Reviewer’s desk/ }).click();
  await reviewer.getByRole("button", { name: `Start review ${SHOP}` }).click();
  const problem = reviewer.getByRole("alert").filter({ hasText: "Say what is to be mended" });
  const sendBack = reviewer.getByRole("button", { name: "Send back with reasons" });
  for (let sent = 0; sent < 2; sent += 1) {
    await expect(sendBack).toHaveAttribute("aria-busy", "false");
    await sendBack.click();
    await expect(problem).toBeFocused();
  }
  await reviewer.getByLabel("Story", { exact: true }).selectOption("unclear");
  await reviewer.locator("[name=words-story]").fill("Hansı toxucu?");
  await sendBack.click();
  await expect(reviewer.getByRole("heading", { name: "Reviewer’s desk" })).toBeVisible();

  await weaver.reload();
  await expect(weaver.getByText("Your story: unclear · Hansı toxucu?")).toBeVisible();
  await weaver.getByRole("link", { name: "Mend: Your story Hansı toxucu?" }).click();
  await hydrated(weaver);
  await weaver
    .getByLabel("Your story")
    .fill("Mən, Xədicə, Basqalda ipək toxuyuram. Naxışları nənəmdən öyrənmişəm, boyaları özümüz hazırlayırıq.");
  await weaver.getByRole("button", { name: "Save and go on" }).click();
  await expect(weaver).toHaveURL(/\/seller\/shop\/pictures/);
  await open(weaver, "/en/seller");
  await weaver.getByRole("button", { name: "Send it to the Federation" }).click();
  await expect(weaver.getByText("With the Federation", { exact: true })).toBeVisible();

  await reviewer.reload();
  await reviewer.getByRole("button", { name: `Start review ${SHOP}` }).click();
  const shown = reviewer.getByRole("img", { name: "VÖEN.png" });
  await expect(shown).toBeVisible();
  // It is there before its file has come.
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
  await expect(reviewer.getByText("check digit fits")).toBeVisible();
  await expect(reviewer.getByText("Hansı toxucu?")).toBeVisible();
  await reviewer.getByRole("button", { name: "Approve" }).click();
  await expect(reviewer.getByRole("heading", { name: "Reviewer’s desk" })).toBeVisible();

  await weaver.reload();
  await weaver.getByRole("link", { name: "See the public page" }).click();
  await expect(weaver.getByRole("heading", { level: 1, name: SHOP })).toBeVisible();
  const found = async () => (await weaver.request.get(at(`/api/v1/sellers?q=${encodeURIComponent(SHOP)}`))).text();
  await expect.poll(found, { timeout: 15_000 }).toContain(SHOP);

  const buyer = await browser.newPage();
  const offered = async () => {
    await buyer.goto(at(`/az/search?q=${encodeURIComponent(LISTING)}`));
    return buyer.locator("#results article").filter({ hasText: LISTING }).count();
  };
  expect(await offered()).toBe(0);
  await listAndApprove(weaver, reviewer);
  await expect.poll(offered, { timeout: 15_000 }).toBe(1);
  await buyer.getByRole("link", { name: LISTING }).click();
  await expect(buyer.getByRole("heading", { level: 1, name: LISTING })).toBeVisible();
  await expect(buyer.getByText("120 ₼").first()).toBeVisible();
  await buyer.close();
  await phone.close();
  await desk.close();
});
