import { randomBytes } from "node:crypto";
import { expect, test, type CDPSession, type Page } from "@playwright/test";
import sharp from "sharp";
import { at, enterAs, hydrated } from "./site";

/** As Chrome's "Slow 3G": bytes in a second each way, and milliseconds until an answer begins. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

async function throttle(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_3G);
  return session;
}

/** A picture of many soft spots, which no other run has: it packs about as well as a photograph does. */
function makeBlurred(width: number, height: number): Promise<Buffer> {
  const spots = { width: Math.round(width / 5), height: Math.round(height / 5), channels: 3 } as const;
  return sharp(randomBytes(spots.width * spots.height * 3), { raw: spots })
    .resize(width, height)
    .jpeg()
    .toBuffer();
}

/** The pictures of the first listing on the weaver's public page. */
async function pageOfListing(page: Page): Promise<string> {
  await page.goto(at("/en/seller"));
  await page.getByRole("link", { name: "See the public page" }).click();
  await page.locator("main article a").first().click();
  const listingId = await page.locator("main form input[name=listing]").first().getAttribute("value");
  return at(`/en/seller/listings/${listingId}/pictures`);
}

test("a weaver brings pictures over a line that breaks in the middle, and arranges them with the keyboard", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const page = await phone.newPage();
  await enterAs(page, "Fidan Hacıyeva");
  const listing = await pageOfListing(page);
  await page.goto(listing);
  await hydrated(page);
  const count = page.locator("main h2").filter({ hasText: "of 20 pictures" });
  const before = Number(/^\d+/.exec(await count.innerText())?.[0]);

  // A phone's picture of many megabytes, two of ordinary size, and something that is none.
  const photos = [await makeBlurred(4_000, 3_000), await makeBlurred(900, 1_200), await makeBlurred(1_000, 1_250)];
  const session = await throttle(page);
  const offsets: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "PUT") offsets.push(request.headers()["upload-offset"] ?? "");
  });
  await page
    .locator("input[type=file]")
    .setInputFiles([
      ...photos.map((buffer, index) => ({ name: `IMG_${index + 1}.jpg`, mimeType: "image/jpeg", buffer })),
      { name: "price-list.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\n") },
    ]);
  await expect(page.getByText("Sending", { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => offsets.length, { timeout: 60_000 }).toBeGreaterThan(1);

  await phone.setOffline(true);
  await expect(page.getByText("No connection; it goes on by itself")).toBeVisible({ timeout: 30_000 });
  await phone.setOffline(false);
  await session.send("Network.emulateNetworkConditions", SLOW_3G);

  await expect(count).toHaveText(`${before + 3} of 20 pictures`, { timeout: 150_000 });
  await expect(page.getByText("This file is not a picture")).toBeVisible({ timeout: 30_000 });
  // Shrunk before it was sent: a picture of twelve megapixels took few parts.
  expect(offsets.length).toBeLessThan(40);

  await page.getByRole("button", { name: "Take price-list.pdf off the list" }).click();
  const handles = page.locator("[data-handle]");
  const order = () => handles.evaluateAll((all) => all.map((handle) => handle.getAttribute("data-handle")));
  const [first, second, ...rest] = await order();
  await handles.first().focus();
  const kept = page.waitForResponse((answer) => answer.url().includes("/pictures/order"));
  await page.keyboard.press("ArrowRight");
  await expect.poll(order).toEqual([second, first, ...rest]);
  await expect(page.locator(`[data-handle="${first}"]`)).toBeFocused();
  await kept;
  await page.reload();
  await hydrated(page);
  await expect.poll(order).toEqual([second, first, ...rest]);

  await page.getByRole("button", { name: "Picture 1: remove" }).click();
  await expect(count).toHaveText(`${before + 2} of 20 pictures`, { timeout: 30_000 });
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(count).toHaveText(`${before + 3} of 20 pictures`, { timeout: 30_000 });
  await expect.poll(order).toEqual([second, first, ...rest]);
  await phone.close();
});
