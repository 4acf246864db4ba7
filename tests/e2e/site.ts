import { expect, type Page } from "@playwright/test";
import { seedUuid } from "~db/seed/ids";

/** The site that the suite drives: the demo that the set-up started, or `E2E_BASE_URL`. */
export function at(path: string): string {
  const base = process.env.E2E_BASE_URL;
  if (!base) throw new Error("the suite's set-up names the site");
  return `${base}${path}`;
}

/** A page of each kind, without its language. Slugs are those of the demo catalogue. */
export const PAGES = [
  "",
  "/search?q=mis",
  "/categories",
  "/categories/copperware",
  "/regions",
  "/regions/dagliq-sirvan",
  "/crafts/hammering",
  "/listings/qelemkarli-mis-sini-p001",
  "/listings/tikmeli-araqcin-p142?variant=S28-04-2",
  "/sellers",
  "/sellers/niyal-misgerlik-emalatxanasi",
  "/collections",
  "/collections/ipeyin-yolu",
  "/passports",
  "/about",
  "/privacy",
  "/no-such-page",
] as const;

/** Pages on which people enter, and pages of their own, for somebody who is signed in. */
export const ACCOUNT_PAGES = [
  "/login",
  "/login/phone",
  "/signup",
  "/verify-email",
  "/verify-email?token=none",
  "/reset-password",
  "/account",
  "/account/profile",
  "/account/addresses",
  "/account/addresses/new",
  "/account/saved",
  "/account/notices",
  "/account/security",
  "/account/data",
  "/account/close",
  "/account/password",
  "/account/second-factor",
  "/seller/open",
  "/listings/qelemkarli-mis-sini-p001/report",
] as const;

/** Pages of a shop's team and of staff. */
export const WORK_PAGES = [
  {
    person: "Fidan Hacıyeva",
    pages: [
      "/seller",
      "/seller/shop/making",
      "/seller/shop/contacts",
      "/seller/shop/story",
      "/seller/shop/texts/en",
      "/seller/inquiries",
      `/seller/inquiries/${seedUuid("inquiry", "s01/1")}`,
      "/seller/answers",
      "/seller/portfolio",
      "/seller/team",
      "/seller/team/leave",
      "/seller/closure",
      "/seller/routes",
      "/seller/shop/pictures",
      "/seller/shop/legal",
      "/seller/shop/paper",
      "/seller/shop/bank",
      "/seller/numbers",
      "/seller/readiness",
      "/seller/readiness/profile",
      "/seller/readiness/markets",
      "/seller/readiness/markets/EU",
      "/seller/papers",
      "/seller/papers/bank_letter",
      "/seller/documents",
      "/seller/catalogue",
      "/seller/orders",
      "/seller/payouts",
      "/seller/listings",
      "/seller/listings/new",
      ...["", "/about", "/pictures", "/price", "/stock", "/export", "/en", "/preview"].map(
        (part) => `/seller/listings/${seedUuid("listing", "p001")}${part}`,
      ),
    ],
  },
  {
    person: "Sevinc Rəhimli",
    pages: [
      "/staff",
      "/staff/desk",
      "/staff/desk?queue=reports",
      "/staff/decided",
      "/staff/sellers",
      "/staff/shops",
      "/staff/shops/new",
      `/staff/sellers/${seedUuid("seller", "s24")}`,
      "/staff/readiness",
      "/staff/readiness/declarations",
      "/staff/readiness/papers?days=90",
      "/staff/readiness/near",
      "/staff/readiness/movers",
      `/staff/readiness/sellers/${seedUuid("seller", "s24")}`,
    ],
  },
  {
    person: "Kamran İsgəndərli",
    pages: ["/staff", "/staff/orders", "/staff/disputes", "/staff/payouts", "/staff/refunds", "/staff/ledger"],
  },
  { person: "Jonas Petersen", pages: ["/account/orders", "/cart"] },
  { person: "Nigar Qasımzadə", pages: ["/staff/audit", "/staff/readiness/criteria"] },
  {
    person: "Orxan Talıbov",
    pages: ["/staff/curation", "/staff/curation/pick?slot=home_listing", "/staff/curation/collections"],
  },
] as const;

/**
 * Signs a browser in as a person of the demo.
 *
 * @param site another demo than the suite's own
 */
export async function enterAs(page: Page, name: string, site = at("")): Promise<void> {
  await page.goto(`${site}/dev/enter?lang=en`);
  await page.getByRole("button", { name: `Enter ${name}` }).click();
  await page.waitForURL(/\/account$/);
}

/** Makes an account by a number that nobody has and the code that is sent to it. @returns the number's last seven digits */
export async function signUpByPhone(page: Page, lang: "az" | "en", name: string): Promise<string> {
  const digits = String(Math.floor(1_000_000 + Math.random() * 8_999_999));
  await open(page, `/${lang}/login/phone`);
  await page.locator("input[name=phone]").fill(`055 ${digits}`);
  await page.locator("main").getByRole("button").click();
  await expect(page).toHaveURL(/\/login\/phone\/code/);
  await expect(page.getByText(`+99455${digits}`)).toBeVisible();
  const mailbox = async () => (await page.request.get(at(`/dev/mailbox?to=%2B99455${digits}`))).text();
  await expect.poll(mailbox, { timeout: 15_000 }).toMatch(/#\d{6}/);
  await page.locator("input[name=code]").fill(/#(\d{6})/.exec(await mailbox())?.[1] ?? "");
  await page.locator("main").getByRole("button").click();
  await expect(page).toHaveURL(/\/account\/profile\?welcome=1/);
  await page.locator("input[name=name]").fill(name);
  await page.locator("main").getByRole("button").click();
  await expect(page).not.toHaveURL(/welcome/);
  return digits;
}

/** Opens a page and waits until the browser's part of it works. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(at(path));
  await hydrated(page);
}

/** React marks the document's root when it has taken the page over. */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document).some((key) => key.startsWith("__reactContainer")));
}

export function titles(page: Page) {
  return page.locator("#results article h3");
}

/** A calendar day so many days from today, as a date field takes it. */
export function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

export async function expectTitles(page: Page, expected: readonly string[]): Promise<void> {
  await expect(titles(page)).toHaveCount(expected.length);
  expect((await titles(page).allInnerTexts()).toSorted()).toEqual([...expected].toSorted());
}
