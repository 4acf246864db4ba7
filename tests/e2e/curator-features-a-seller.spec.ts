import { expect, test } from "@playwright/test";
import { at, enterAs, open } from "./site";

const MINUTE = 60_000;
/** A time on the clocks of Baku, as a field for date and time takes it. */
const inBaku = (instant: number) => new Date(instant + 4 * 60 * MINUTE).toISOString().slice(0, 16);

test("a curator features a workshop until the next full minute: buyers see it on the home page, and then it is gone", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const desk = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const curator = await desk.newPage();
  const visit = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const buyer = await visit.newPage();
  await enterAs(curator, "Orxan Talıbov");
  await curator.getByRole("link", { name: /Curator’s desk/ }).click();
  // Places are few, and a page shows the first six sellers: one makes room.
  const sellers = curator.getByRole("region", { name: "Sellers" });
  const running = sellers.getByRole("button", { name: /^End now/ });
  await expect(running.first()).toBeVisible();
  const before = await running.count();
  await running.first().click();
  await expect(running).toHaveCount(before - 1);

  await sellers.getByRole("link", { name: /^Feature something/ }).click();
  await curator.getByRole("searchbox").last().fill("pirqulu");
  await curator.getByRole("button", { name: "Search" }).last().click();
  await curator.getByRole("link", { name: /^Choose Pirgulu/ }).click();
  // Half a minute at least, so that the buyer has time to look.
  const end = Math.ceil((Date.now() + MINUTE / 2) / MINUTE) * MINUTE;
  await curator.getByLabel("Ends").fill(inBaku(end));
  await curator.getByLabel("Why").fill("A minute of knots");
  await curator.getByRole("button", { name: "Feature" }).click();
  await expect(curator.getByText("A minute of knots")).toBeVisible();

  const isFeatured = async () => {
    await buyer.goto(at("/en"));
    return buyer.getByRole("link", { name: /Pirgulu/ }).count();
  };
  await open(buyer, "/en");
  await expect.poll(isFeatured, { timeout: 20_000 }).toBeGreaterThan(0);
  await expect.poll(isFeatured, { timeout: 110_000, intervals: [2_000] }).toBe(0);
  expect(Date.now()).toBeGreaterThanOrEqual(end);
  await curator.reload();
  await expect(curator.locator("section", { hasText: "Ended last" }).getByText("A minute of knots")).toBeVisible();
  await desk.close();
  await visit.close();
});
