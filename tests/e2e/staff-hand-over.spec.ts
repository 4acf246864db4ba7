import { expect, test } from "@playwright/test";
import { at, enterAs, open } from "./site";

/** A name that no other run of this test has. */
const SHOP = `Lahıc Sınaq ${Date.now().toString(36)}`;
const STORY = "Lahıcda üç nəsildir mis döyürük. Hər qab əllə döyülür, qalaylanır və ustasının nişanını daşıyır.";

test("staff open a shop for a maker, fill it and send a link; the maker takes it over on her phone", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const desk = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const staff = await desk.newPage();
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const maker = await phone.newPage();
  const digits = String(Math.floor(1_000_000 + Math.random() * 8_999_999));
  const mailbox = async () => (await staff.request.get(at(`/dev/mailbox?to=%2B99455${digits}`))).text();

  await enterAs(staff, "Sevinc Rəhimli");
  await open(staff, "/en/staff/shops");
  await staff.getByRole("link", { name: "Open a shop for a maker" }).click();
  await staff.getByLabel("Name of the shop").fill(SHOP);
  await staff.getByLabel("The maker’s mobile number").fill(`055 ${digits}`);
  await staff.getByLabel("Where is it made?").selectOption("baki-seher");
  await staff.getByRole("button", { name: "Open and fill it" }).click();
  await expect(staff).toHaveURL(/\/seller\/shop\/making/);
  await expect(staff.getByText(`You are filling “${SHOP}” for its maker.`)).toBeVisible();

  await open(staff, "/en/seller/shop/story");
  await staff.getByLabel("Your story").fill(STORY);
  await staff.getByRole("button", { name: "Save and go on" }).click();
  await expect(staff).toHaveURL(/\/en\/seller\/shop\/pictures/);

  await open(staff, "/en/staff/shops");
  await staff.getByRole("link", { name: `Hand over ${SHOP}` }).click();
  await staff.getByRole("button", { name: "Send the SMS link" }).click();
  await expect(staff.getByText("The SMS is on its way.")).toBeVisible();
  await expect.poll(mailbox, { timeout: 15_000 }).toContain("/en/invitation?token=");

  const link = /\/en\/invitation\?token=[\w-]+/.exec(await mailbox())?.[0] ?? "";
  await open(maker, link);
  await expect(maker.getByRole("heading", { name: `“${SHOP}” is yours` })).toBeVisible();
  await expect(maker.getByText(STORY)).toBeVisible();
  await maker.getByRole("link", { name: "Go on by phone" }).click();
  await maker.locator("input[name=phone]").fill(`055 ${digits}`);
  await maker.locator("main").getByRole("button").click();
  await expect(maker).toHaveURL(/\/login\/phone\/code/);
  await expect.poll(mailbox, { timeout: 15_000 }).toMatch(/#\d{6}/);
  await maker.locator("input[name=code]").fill(/#(\d{6})/.exec(await mailbox())?.[1] ?? "");
  await maker.locator("main").getByRole("button").click();
  await maker.locator("input[name=name]").fill("Gülnarə Həsənova");
  await maker.locator("main").getByRole("button").click();

  await expect(maker).toHaveURL(/\/en\/invitation\?token=/);
  await maker.getByRole("button", { name: "Take the shop over" }).click();
  await expect(maker).toHaveURL(/\/en\/seller$/);
  await expect(maker.getByRole("heading", { level: 1, name: SHOP })).toBeVisible();
  await open(maker, "/en/seller/team");
  await expect(maker.locator("main").getByText("Owner", { exact: true })).toBeVisible();

  const response = await staff.goto(at("/en/seller"));
  expect(response?.status()).toBe(404);
  await desk.close();
  await phone.close();
});
