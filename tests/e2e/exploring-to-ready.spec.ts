import { expect, test, type Browser, type Page } from "@playwright/test";
import sharp from "sharp";
import { startGuard } from "~/platform/processes/guard.server";
import { seedUuid } from "~db/seed/ids";
import { FEW_PICTURES, FIRST_START_MS, launchDemo, seededDemoFolder, untilReady } from "~tests/support/demo-site";
import { dayFromNow, enterAs, hydrated } from "./site";

const SHOP = "Bəndovan Qamış Evi";
const SHOP_PAGE = "/en/sellers/bendovan-qamis-evi";
const OWNER = "Aygün Qədirzadə";
const REVIEWER = "Sevinc Rəhimli";
const REGISTRATION = "tax_registration_certificate";
const LISTINGS = ["p009", "p010", "p011"];
/** What the registration paper says, and how far the clock is set ahead to be past it. */
const HOLDS_DAYS = 200;
const AHEAD_DAYS = 230;

const guard = startGuard();
test.afterAll(() => guard.stopAll());

type People = { owner: Page; reviewer: Page; buyer: Page; end: () => Promise<void> };
type Go = (page: Page, path: string) => Promise<void>;

/** Each in a browser of their own, at a site whose clock is the suite's or ahead of it. */
async function enter(browser: Browser, site: string): Promise<People> {
  const contexts = await Promise.all(
    [0, 1, 2].map(() => browser.newContext({ viewport: { width: 1_280, height: 900 } })),
  );
  const [owner, reviewer, buyer] = await Promise.all(contexts.map((context) => context.newPage()));
  if (!owner || !reviewer || !buyer) throw new Error("three people have a page each");
  await enterAs(owner, OWNER, site);
  await enterAs(reviewer, REVIEWER, site);
  return { owner, reviewer, buyer, end: async () => void (await Promise.all(contexts.map((one) => one.close()))) };
}

/** A price abroad, a delivery term, and what the parcel weighs: three gates, of one listing. */
async function fillForExport(owner: Page, go: Go, listing: string): Promise<void> {
  const page = `/en/seller/listings/${seedUuid("listing", listing)}`;
  await go(owner, `${page}/price`);
  await owner.getByLabel("I also sell abroad").check();
  await owner.locator("[name='abroad[0].from']").fill("1");
  await owner.locator("[name='abroad[0].amount']").fill("22");
  await owner.getByLabel("Delivery term").selectOption("FCA");
  await owner.getByLabel("Place that the term names").fill("Baku");
  await owner.getByRole("button", { name: "Save and go on" }).click();
  await expect(owner).not.toHaveURL(/\/price$/);
  await go(owner, `${page}/export`);
  const packed = { packedWeightGrams: "2600", packedLength: "60", packedWidth: "30", packedHeight: "30" };
  for (const [name, value] of Object.entries(packed)) await owner.locator(`[name=${name}]`).fill(value);
  await owner.getByRole("button", { name: "Save and go on" }).click();
  await expect(owner).not.toHaveURL(/\/export$/);
  // Prices, terms and measures are her own affair: buyers see them at once.
  await go(owner, page);
  await owner.getByRole("button", { name: "Send to the Federation" }).click();
  await expect(owner.getByText("It is public now.")).toBeVisible();
}

type Days = { issued: number; last: number };

/** @param days from today, as the suite's own clock has it */
async function bringPaper(owner: Page, go: Go, type: string, { issued, last }: Days): Promise<void> {
  const paper = await sharp({ create: { width: 620, height: 877, channels: 3, background: "#f6f1e7" } })
    .png()
    .toBuffer();
  await go(owner, `/en/seller/papers/${type}`);
  await owner.getByLabel("File").setInputFiles({ name: `${type}.png`, mimeType: "image/png", buffer: paper });
  await owner.getByLabel("Issued on").fill(dayFromNow(issued));
  await owner.getByLabel("Last day").fill(dayFromNow(last));
  await owner.getByRole("button", { name: "Send", exact: true }).click();
  await expect(owner.getByText("The paper is sent.")).toBeVisible();
}

/** The desk holds many papers: the reviewer goes through its pages to those of the shop. */
async function verifyPaper(reviewer: Page, go: Go, name: RegExp): Promise<void> {
  const row = reviewer.getByRole("listitem").filter({ hasText: SHOP }).filter({ hasText: name });
  for (let page = 1; page <= 5; page += 1) {
    await go(reviewer, `/en/staff/desk?queue=evidence&page=${page}`);
    if ((await row.count()) > 0) break;
  }
  await row.getByRole("button", { name: /^Start review/ }).click();
  await expect(reviewer.getByRole("heading", { level: 1 })).toContainText(name);
  await reviewer.getByRole("button", { name: "Verify", exact: true }).click();
  await expect(reviewer.getByRole("heading", { name: "Reviewer’s desk" })).toBeVisible();
}

async function expectLevel(owner: Page, go: Go, level: string): Promise<void> {
  await go(owner, "/en/seller/readiness");
  await expect(owner.getByText(new RegExp(`^Your level: ${level}`))).toBeVisible();
}

/** What buyers see follows the judgement within seconds; pages of the public may be kept for a moment. */
async function expectPublic(buyer: Page, site: string, isReady: boolean): Promise<void> {
  const shown = async () => {
    await buyer.goto(`${site}${SHOP_PAGE}`);
    return buyer.locator("main").getByText("Export-ready", { exact: true }).count();
  };
  await expect.poll(async () => (await shown()) > 0, { timeout: 90_000, intervals: [2_000] }).toBe(isReady);
}

test("a reed weaver goes from Exploring to Export-ready with the Federation, falls back when a paper has ended, and comes back with a new one", async ({
  browser,
}) => {
  test.setTimeout(FIRST_START_MS + 300_000);
  const folder = await seededDemoFolder("readiness", guard);
  const today = await untilReady(await launchDemo({ folder, guard, args: FEW_PICTURES }), FIRST_START_MS);
  const goTo =
    (site: string): Go =>
    async (page, path) => {
      await page.goto(`${site}${path}`);
      await hydrated(page);
    };
  let go = goTo(today.url);
  let people = await enter(browser, today.url);
  const { owner, reviewer, buyer } = people;

  await expectLevel(owner, go, "Exploring");
  await expectPublic(buyer, today.url, false);
  await go(owner, "/en/seller/shop/contacts");
  await owner.getByLabel("Phone for buyers").fill("+994509000014");
  await owner.getByLabel("E-mail for buyers").fill("sahib@bendovan-qamis-evi.example");
  await owner.getByRole("button", { name: "Save" }).click();
  await expect(owner.getByText("Saved.")).toBeVisible();
  await expectLevel(owner, go, "Preparing");

  for (const listing of LISTINGS) await fillForExport(owner, go, listing);
  await go(owner, "/en/seller/readiness/profile");
  await owner.getByRole("checkbox", { name: "Russia" }).uncheck();
  await owner.getByRole("checkbox", { name: "Georgia" }).check();
  await owner.getByLabel(/^Why this market/).fill("Tbilisi is a day away, and shops there ask for reed baskets.");
  await owner.getByLabel(/^Monthly capacity/).fill("60 baskets a month; the largest order was 120.");
  await owner.getByLabel(/^Payment terms/).fill("Half in advance, the rest before dispatch.");
  await owner.getByLabel(/^Who answers/).fill("Aygün, in English and Russian.");
  await owner.getByRole("button", { name: "Save the profile" }).click();
  await expect(owner.getByText("Saved.")).toBeVisible();
  await go(owner, "/en/seller/readiness/markets/GE");
  await owner.getByLabel("I have read it and follow it").check();
  await owner.getByRole("button", { name: "Save what I confirm" }).click();
  await expect(owner.getByText("requirements met", { exact: true })).toBeVisible();
  await bringPaper(owner, go, REGISTRATION, { issued: -3, last: HOLDS_DAYS });
  await bringPaper(owner, go, "bank_letter", { issued: -3, last: 2 * AHEAD_DAYS });
  await expectLevel(owner, go, "Preparing");

  await verifyPaper(reviewer, go, /tax registration/);
  await verifyPaper(reviewer, go, /Bank letter/);
  await expectLevel(owner, go, "Export-ready");
  await expectPublic(buyer, today.url, true);
  await people.end();
  await today.child.stop();

  const ahead = [...FEW_PICTURES, "--days-ahead", String(AHEAD_DAYS)];
  const later = await untilReady(await launchDemo({ folder, guard, args: ahead }), FIRST_START_MS);
  go = goTo(later.url);
  people = await enter(browser, later.url);
  await expectLevel(people.owner, go, "Preparing");
  await expect(people.owner.getByText("has ended", { exact: true })).toBeVisible();
  await expectPublic(people.buyer, later.url, false);
  await bringPaper(people.owner, go, REGISTRATION, { issued: AHEAD_DAYS - 3, last: AHEAD_DAYS + HOLDS_DAYS });
  await verifyPaper(people.reviewer, go, /tax registration/);
  await expectLevel(people.owner, go, "Export-ready");
  await expectPublic(people.buyer, later.url, true);
  await people.end();
});
