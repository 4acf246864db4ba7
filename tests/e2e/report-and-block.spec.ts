import { randomUUID } from "node:crypto";
import { expect, test, type Page } from "@playwright/test";
import { at, enterAs, hydrated, open } from "./site";

const MARK = Date.now().toString(36);
const QUESTION = `How heavy is the tray, and can it be engraved? ${MARK}`;
const REPORT = `They want the money on a private card. ${MARK}`;
const ANSWER = `Köhnə hesab bağlanıb, yenisi şirkətindir. ${MARK}`;
const FACTS = `The card belongs to the owner and not to the company. ${MARK}`;
const MORE = `And without the engraving? ${MARK}`;
const SHOP = "satis@niyal-misgerlik-emalatxanasi.example";

const mailboxOf = (page: Page, email: string) => async () =>
  (await page.request.get(at(`/dev/mailbox?to=${encodeURIComponent(email)}`))).text();

test("a buyer reports a thread, the shop answers, a reviewer warns it by a rule and both are told why; then the shop blocks the buyer", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const email = `helen-${randomUUID()}@example.org`;
  const guests = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const guest = await guests.newPage();
  await open(guest, "/en/inquiries/new?listing=qelemkarli-mis-sini-p001&to=DE&qty=4");
  await guest.getByLabel("Your message").fill(QUESTION);
  await guest.getByLabel("Your name").fill("Helen Brandt");
  await guest.getByLabel("E-mail").fill(email);
  // Nobody types faster than the form takes for typing.
  await guest.waitForTimeout(2_600);
  await guest.getByRole("button", { name: "Send and confirm by e-mail" }).click();
  await expect(guest.getByRole("heading", { name: "One step left: look into your mail" })).toBeVisible();
  const letters = mailboxOf(guest, email);
  await expect.poll(letters, { timeout: 20_000 }).toMatch(/\/en\/links\/[\w-]{43}/);
  await open(guest, /\/en\/links\/[\w-]{43}/.exec(await letters())?.[0] ?? "");
  await guest.getByRole("button", { name: "Send the inquiry" }).click();
  await expect(guest.getByText(QUESTION)).toBeVisible();
  const thread = new URL(guest.url()).pathname;
  const inquiryId = thread.split("/").at(-1) ?? "";
  await hydrated(guest);

  // What is seldom done lies behind one more press.
  await guest.locator("main summary").filter({ hasText: "More" }).click();
  await guest.getByRole("link", { name: "Report to the Federation" }).click();
  await expect(guest.getByRole("heading", { name: /^Report thread/ })).toBeVisible();
  const title = await guest.getByRole("heading", { name: /^Report thread/ }).innerText();
  const reference = title.replace("Report thread ", "").trim();
  await guest.getByLabel("Fraud, or an attempt at it").check();
  await guest.getByLabel("In words").fill(REPORT);
  await guest.getByRole("button", { name: "Send the report" }).click();
  await expect(guest.getByText("Your report is with the Federation.")).toBeVisible();

  const shop = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const seller = await shop.newPage();
  await enterAs(seller, "Fidan Hacıyeva");
  const hers = mailboxOf(seller, SHOP);
  await expect.poll(hers, { timeout: 20_000 }).toContain(`/seller/inquiries/${inquiryId}/answer`);
  await open(seller, `/az/seller/inquiries/${inquiryId}`);
  await seller.getByRole("link", { name: "Oxu və cavab yaz" }).click();
  await expect(seller.getByText(REPORT)).toBeVisible();
  await seller.getByLabel("İzahatınız").fill(ANSWER);
  await seller.getByRole("button", { name: "Göndər", exact: true }).click();
  await expect(seller.getByText("İzahatınız Federasiyaya çatdı.")).toBeVisible();

  const desk = await browser.newContext();
  const reviewer = await desk.newPage();
  await enterAs(reviewer, "Sevinc Rəhimli");
  await open(reviewer, "/en/staff/desk?queue=inquiry_reports");
  await reviewer.getByRole("button", { name: `Start review ${reference}` }).click();
  await expect(reviewer.getByRole("heading", { name: `Report of thread ${reference}` })).toBeVisible();
  for (const words of [REPORT, ANSWER, QUESTION]) await expect(reviewer.getByText(words)).toBeVisible();
  await reviewer.getByLabel("The reported side is warned").check();
  await reviewer.locator("select[name=rule]").selectOption("no_fraud");
  await reviewer.getByLabel("What was found").fill(FACTS);
  await reviewer.getByRole("button", { name: "Decide" }).click();
  await expect(reviewer.getByText(`The report of “${reference}” is decided; both sides were told.`)).toBeVisible();

  // The statement of reasons, the same for both.
  for (const mailbox of [letters, hers]) await expect.poll(mailbox, { timeout: 20_000 }).toContain(FACTS);
  await open(guest, `${thread}/report`);
  await expect(guest.getByRole("heading", { name: "The reported side is warned" })).toBeVisible();
  await expect(guest.getByText("Deceiving, and trying to get money by it, is forbidden")).toBeVisible();

  await open(seller, `/az/seller/inquiries/${inquiryId}`);
  const others = seller.locator("main summary").filter({ hasText: "Başqa əməliyyatlar" });
  await others.click();
  await seller.getByRole("button", { name: "Alıcını blokla" }).click();
  await expect(seller.getByText("Alıcı bloklandı, yazışma da spam sayıldı.")).toBeVisible();
  await open(seller, `/az/seller/inquiries/${inquiryId}`);
  await others.click();
  await expect(seller.getByRole("button", { name: "Bloku götür" })).toBeVisible();
  await open(seller, "/az/seller/blocked");
  await expect(seller.getByRole("link", { name: "Helen Brandt" }).first()).toBeVisible();

  await open(guest, thread);
  await guest.getByLabel("Your message").fill(MORE);
  await guest.getByRole("button", { name: "Send", exact: true }).click();
  await expect(guest.getByText("This seller takes no inquiries from you.")).toBeVisible();
  await expect(guest.getByLabel("Your message")).toHaveValue(MORE);
  for (const context of [guests, shop, desk]) await context.close();
});
