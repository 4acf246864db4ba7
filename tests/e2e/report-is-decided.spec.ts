import { expect, test } from "@playwright/test";
import { at, enterAs, open } from "./site";

const WORDS = `The same tray is cast in a factory, ${Date.now().toString(36)}`;
const ANSWER = `Come and watch us beat it, ${Date.now().toString(36)}`;

test("a guest reports a listing, its seller answers, and the Federation decides by the keyboard", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const guests = await browser.newContext({ javaScriptEnabled: false });
  const guest = await guests.newPage();
  const shop = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const seller = await shop.newPage();
  const desk = await browser.newContext();
  const reviewer = await desk.newPage();

  await guest.goto(at("/en/listings/qelemkarli-mis-sini-p001"));
  await guest.getByRole("link", { name: "Report this listing" }).click();
  await guest.getByLabel("It is not handmade").check();
  await guest.getByLabel("In words").fill(WORDS);
  await guest.getByRole("button", { name: "Send the report" }).click();
  await expect(guest.getByText("Your report is with the Federation.")).toBeVisible();

  await enterAs(seller, "Fidan Hacıyeva");
  const hers = "/dev/mailbox?to=satis%40niyal-misgerlik-emalatxanasi.example";
  const mailbox = async () => (await seller.request.get(at(hers))).text();
  await expect.poll(mailbox, { timeout: 15_000 }).toMatch(/\/seller\/reports\/[0-9a-f-]{36}/);
  const caseId = /\/seller\/reports\/([0-9a-f-]{36})/.exec(await mailbox())?.[1] ?? "";
  await open(seller, `/en/seller/reports/${caseId}`);
  await expect(seller.getByText(WORDS)).toBeVisible();
  await seller.getByLabel("Your words").fill(ANSWER);
  await seller.getByRole("button", { name: "Send", exact: true }).click();
  await expect(seller.getByText("Your words are with the Federation.")).toBeVisible();

  await enterAs(reviewer, "Sevinc Rəhimli");
  await open(reviewer, "/en/staff/desk?queue=reports");
  // The oldest stands first, and this one was reported last.
  const waiting = await reviewer.getByRole("button", { name: /^Start review/ }).count();
  for (let row = 0; row < waiting; row += 1) await reviewer.keyboard.press("j");
  await reviewer.keyboard.press("c");
  await expect(reviewer.getByText(ANSWER)).toBeVisible();
  await expect(reviewer.getByText(WORDS)).toBeVisible();
  await reviewer.getByLabel("The listing stays as it is").check();
  await reviewer.getByLabel("What was found").fill("A film of the workshop shows how it is beaten by hand.");
  await reviewer.getByRole("button", { name: "Decide" }).click();
  await expect(reviewer.getByRole("heading", { name: "Reviewer’s desk" })).toBeVisible();

  await seller.reload();
  await expect(seller.getByRole("heading", { name: "The listing stays as it is" })).toBeVisible();
  for (const context of [guests, shop, desk]) await context.close();
});
