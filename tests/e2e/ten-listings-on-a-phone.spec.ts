import { expect, test, type Browser, type CDPSession, type Locator, type Page, type Route } from "@playwright/test";
import sharp from "sharp";
import { hydrated, open, signUpByPhone } from "./site";

/** As Chrome's "Slow 3G": bytes in a second each way, and milliseconds until an answer begins. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
/** A page over that line, with its scripts and fonts. */
const SLOW_MS = 30_000;
/** Steps of typing that a first listing may take. */
const MOST_STEPS = 10;

/** Names that no other run of this test has. */
const RUN = Date.now().toString(36);
const SHOP = `Lahıc Telefon ${RUN}`;
const titleOf = (number: number) => `Döymə mis fincan ${number} ${RUN}`;

type Phone = {
  page: Page;
  line: CDPSession;
  type: (field: Locator, text: string) => Promise<void>;
  steps: () => number;
};

/** A phone on a slow line, which counts what is typed on it. */
async function takePhone(browser: Browser): Promise<Phone> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  let steps = 0;
  return {
    page,
    line,
    steps: () => steps,
    type: async (field, text) => {
      steps += 1;
      await field.fill(text);
    },
  };
}

/** A shop that was opened this minute and has nothing yet. */
async function openShop(page: Page): Promise<void> {
  await signUpByPhone(page, "az", "Rəna Səfərova");
  await open(page, "/az/seller/open");
  await page.getByLabel("Mağazanın adı").fill(SHOP);
  await page.getByLabel("Harada hazırlanır?").selectOption("baki-seher");
  await page.getByRole("button", { name: "Mağazanı aç" }).click();
  await expect(page).toHaveURL(/\/seller\/shop\/making/);
}

/** A picture that no other listing of this run has. */
function makePicture(number: number): Promise<Buffer> {
  const background = { r: 140, g: 60 + number, b: 20 + number * 15 };
  return sharp({ create: { width: 900, height: 1_125, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** On the page of its pictures: one that arrives, and then the listing's own page. */
async function bringPicture(page: Page, number: number): Promise<void> {
  await expect(page).toHaveURL(/\/pictures$/, { timeout: SLOW_MS });
  const buffer = await makePicture(number);
  await page.locator("input[type=file]").setInputFiles({ name: `IMG_${number}.jpg`, mimeType: "image/jpeg", buffer });
  await expect(page.getByRole("heading", { name: "20 şəkildən 1" })).toBeVisible({ timeout: SLOW_MS });
}

/** Over the link with the listing's name, which stands above each of its parts. */
async function goToListing(page: Page, number: number): Promise<void> {
  await page
    .locator("main")
    .getByRole("link", { name: titleOf(number), exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: titleOf(number) })).toBeVisible({ timeout: SLOW_MS });
}

async function sendListing(page: Page): Promise<void> {
  await expect(page.getByText("Dərc üçün hər şey var.")).toBeVisible();
  await page.getByRole("button", { name: "Federasiyaya göndər" }).click();
  await expect(page.getByText("Elan Federasiyaya göndərildi.")).toBeVisible({ timeout: SLOW_MS });
  await expect(page.locator("main").getByText("Yoxlamada", { exact: true })).toBeVisible();
}

/** The first page of a new listing, from the list. */
async function beginListing({ page, type }: Phone, number: number, price: string): Promise<void> {
  await page.getByRole("link", { name: "Yeni elan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Yeni elan" })).toBeVisible({ timeout: SLOW_MS });
  await type(page.getByLabel("Başlıq"), titleOf(number));
  await page.getByLabel("Kateqoriya").selectOption("copperware");
  await type(page.getByLabel("Azərbaycanda qiymət, ₼"), price);
  await page.getByText("Hazırı var").click();
  await type(page.getByLabel("Hazırda neçə ədəd var"), "4");
}

const create = (page: Page) => page.getByRole("button", { name: "Yarat və şəklə keç" }).click();

type Copy = { number: number; price: string; breakIn: (phone: Phone) => Promise<void> };

/** Leaves the listing that is on the screen for another one like it, with a name, a price and a picture of its own. */
async function duplicateListing(phone: Phone, { number, price, breakIn }: Copy): Promise<void> {
  const { page, type } = phone;
  await page.getByRole("button", { name: "Surətini çıxart" }).click();
  await expect(page).toHaveURL(/\/about\?copied=1$/, { timeout: SLOW_MS });
  await expect(page.getByLabel("Başlıq")).toHaveValue(`${titleOf(number - 1)} (surət)`);
  await type(page.getByLabel("Başlıq"), titleOf(number));
  await breakIn(phone);
  await expect(page.getByLabel("Başlıq")).toHaveValue(titleOf(number));
  await page.getByRole("button", { name: "Saxla və davam et" }).click();
  await bringPicture(page, number);
  await page.getByRole("link", { name: "Növbəti: Qiymət" }).click();
  await expect(page).toHaveURL(/\/price$/, { timeout: SLOW_MS });
  await type(page.getByLabel("Birinin qiyməti").first(), price);
  await page.getByRole("button", { name: "Saxla və davam et" }).click();
  await expect(page).toHaveURL(/\/stock$/, { timeout: SLOW_MS });
  await type(page.getByLabel("Say", { exact: true }).first(), "2");
  await page.getByRole("button", { name: "Saxla və davam et" }).click();
  await expect(page).toHaveURL(/\/export$/, { timeout: SLOW_MS });
}

const goToList = async (page: Page) => {
  await page.locator("main").getByRole("link", { name: "Elanlar", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Elanlar" })).toBeVisible({ timeout: SLOW_MS });
};

/** The emulated line itself is cut: what the browser's driver cuts beside it would leave this one open. */
const breakLine = ({ line }: Phone) => line.send("Network.emulateNetworkConditions", { ...SLOW_3G, offline: true });
const mendLine = ({ line }: Phone) => line.send("Network.emulateNetworkConditions", SLOW_3G);

const RESTORED = "Saxlanmamış mətn bərpa edildi.";

/** The line is gone while the first page of a listing is filled: pressing, typing on and a reload leave what is there. */
async function breakBeforeCreating(phone: Phone, number: number): Promise<void> {
  const { page, type } = phone;
  const expectTyped = async (stock: string) => {
    await expect(page.getByLabel("Başlıq")).toHaveValue(titleOf(number));
    await expect(page.getByLabel("Kateqoriya")).toHaveValue("copperware");
    await expect(page.getByLabel("Azərbaycanda qiymət, ₼")).toHaveValue("44");
    await expect(page.getByLabel("Hazırı var")).toBeChecked();
    await expect(page.getByLabel("Hazırda neçə ədəd var")).toHaveValue(stock);
  };
  await breakLine(phone);
  await create(page);
  await expect(page.getByText("bağlantı qayıdanda düyməni yenidən basın")).toBeVisible();
  await type(page.getByLabel("Hazırda neçə ədəd var"), "7");
  await expectTyped("7");
  await mendLine(phone);
  await page.reload();
  await hydrated(page);
  await expect(page.getByText(RESTORED)).toBeVisible();
  await expectTyped("7");

  // A line that is dead without the phone's knowing it.
  await page.route("**/seller/listings/new.data*", (route) => route.abort("connectionfailed"), { times: 1 });
  await create(page);
  await expect(page.getByRole("heading", { level: 1, name: "Bağlantı yoxdur" })).toBeVisible();
  await page.getByRole("link", { name: "Yenidən cəhd et" }).click();
  await expect(page.getByText(RESTORED)).toBeVisible({ timeout: SLOW_MS });
  await expectTyped("7");
}

const MADE = "Lahıcda əllə döyülür, içi qalaylanır.";
const CARE = "Yumşaq parça ilə yuyulur.";

/** The line is gone while the text of a listing is written: it is saved when the line is back, and only then gone on from. */
async function breakWhileWriting(phone: Phone): Promise<void> {
  const { page, type } = phone;
  const text = page.getByLabel("Təsvir");
  await type(text, MADE);
  await breakLine(phone);
  await expect(page.getByText("Yazdıqlarınız burada qalır və bağlantı qayıdanda saxlanacaq.")).toBeVisible();
  await type(text, `${MADE} ${CARE}`);
  await page.getByRole("button", { name: "Saxla və davam et" }).click();
  await expect(text).toHaveValue(`${MADE} ${CARE}`);
  await mendLine(phone);
  await expect(page.getByText("Saxlanıb", { exact: true })).toBeVisible({ timeout: SLOW_MS });
  await page.reload();
  await hydrated(page);
  await expect(text).toHaveValue(`${MADE} ${CARE}`);
}

/** The line breaks between what was saved and the answer to it: what is typed next is neither lost nor taken for another's. */
async function loseAnswer({ page, type }: Phone): Promise<void> {
  const text = page.getByLabel("Təsvir");
  const loseNext = () =>
    page.route(
      "**/about/autosave",
      async (route) => {
        await route.fetch();
        await route.abort("connectionreset");
      },
      { times: 1 },
    );
  const isKept = page.getByText("Yazdıqlarınız burada qalır və bağlantı qayıdanda saxlanacaq.");
  await loseNext();
  await type(text, MADE);
  await expect(isKept).toBeVisible({ timeout: SLOW_MS });
  await type(text, `${MADE} ${CARE}`);
  await page.reload();
  await hydrated(page);
  await expect(text).toHaveValue(`${MADE} ${CARE}`);
  await expect(page.getByText("Saxlanıb", { exact: true })).toBeVisible({ timeout: SLOW_MS });

  await loseNext();
  await type(text, CARE);
  await expect(isKept).toBeVisible({ timeout: SLOW_MS });
  await type(text, `${CARE} ${MADE}`);
  await page.getByRole("button", { name: "Saxla və davam et" }).click();
  await expect(page).toHaveURL(/\/pictures$/, { timeout: SLOW_MS });
  await page.goBack();
  await expect(text).toHaveValue(`${CARE} ${MADE}`, { timeout: SLOW_MS });
}

/** The button is pressed while the page saves by itself: the two are not taken for two editors. */
async function pressWhileSaving({ page, type }: Phone): Promise<void> {
  const onItsWay = new Promise<Route>((resolve) => {
    void page.route("**/about/autosave", resolve, { times: 1 });
  });
  await type(page.getByLabel("Təsvir"), MADE);
  const saving = await onItsWay;
  await page.getByRole("button", { name: "Saxla və davam et" }).click();
  await saving.continue();
  await expect(page).toHaveURL(/\/pictures$/, { timeout: SLOW_MS });
  await page.goBack();
  await expect(page.getByLabel("Təsvir")).toHaveValue(MADE, { timeout: SLOW_MS });
}

/** What the list tells of a listing; how many pieces there are of a copy, and of one that was begun when the line broke. */
function figuresOf(number: number): string {
  if (number === 1) return "45 ₼ · 4 ədəd var";
  if (BREAKS.has(number)) return `${40 + number},50 ₼ · 2 ədəd var`;
  return `44 ₼ · ${number === 5 ? 7 : 4} ədəd var`;
}

const BREAKS = new Map([
  [2, breakWhileWriting],
  [3, loseAnswer],
  [4, pressWhileSaving],
]);

test("a coppersmith writes ten listings on her phone over a slow line that breaks, and nothing of them is lost", async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const phone = await takePhone(browser);
  const { page } = phone;
  await openShop(page);
  await mendLine(phone);

  await open(page, "/az/seller/listings");
  await beginListing(phone, 1, "45");
  await create(page);
  await bringPicture(page, 1);
  await goToListing(page, 1);
  await sendListing(page);
  expect(phone.steps()).toBeLessThanOrEqual(MOST_STEPS);

  for (const [number, breakIn] of BREAKS) {
    await duplicateListing(phone, { number, price: `${40 + number},50`, breakIn });
    await goToListing(page, number);
    await sendListing(page);
  }
  for (const number of [5, 6, 7, 8, 9, 10]) {
    await goToList(page);
    await beginListing(phone, number, "44");
    if (number === 5) await breakBeforeCreating(phone, number);
    await create(page);
    await bringPicture(page, number);
    await goToListing(page, number);
    await sendListing(page);
  }

  await goToList(page);
  const rows = page.locator("main form li");
  await expect(rows).toHaveCount(10);
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
    const row = rows.filter({ has: page.getByRole("link", { name: titleOf(number), exact: true }) });
    await expect(row).toContainText("Yoxlamada");
    await expect(row).toContainText(figuresOf(number));
  }
  await page.context().close();
});
