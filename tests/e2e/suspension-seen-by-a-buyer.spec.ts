import { expect, test } from "@playwright/test";
import { enterAs, open } from "./site";

const SHOP = "/sellers/kunc-dizayn";

test("a buyer's open tab loses a suspended shop at the next look, and finds it again when it is reinstated", async ({
  browser,
}) => {
  const buyers = await browser.newContext();
  const buyer = await buyers.newPage();
  const desk = await browser.newContext();
  const reviewer = await desk.newPage();
  // How soon it has to be gone is measured where nothing else runs; here it is that the tab sees it.
  const status = async () => (await buyer.reload({ waitUntil: "commit" }))?.status();

  await open(buyer, `/en${SHOP}`);
  const name = await buyer.getByRole("heading", { level: 1 }).innerText();
  await enterAs(reviewer, "Sevinc Rəhimli");
  await open(reviewer, `/en/staff/sellers?q=${SHOP.split("/").at(-1)}`);
  await reviewer.keyboard.press("j");
  await reviewer.keyboard.press("Enter");
  await reviewer.getByRole("link", { name: "Suspend" }).click();
  await reviewer.getByLabel("Reason").selectOption("documents");
  await reviewer.getByLabel("In words, to the team").fill("The registration paper ended in October.");
  await reviewer.getByRole("button", { name: "Suspend the seller" }).click();
  await expect(reviewer.getByText(/is suspended; the team was told\./)).toBeVisible();

  await expect.poll(status, { timeout: 15_000 }).toBe(404);
  await reviewer.getByRole("link", { name: "Reinstate" }).click();
  await reviewer.getByLabel("In words, to the team").fill("A new paper was brought today.");
  await reviewer.getByRole("button", { name: "Reinstate" }).click();
  await expect(reviewer.getByText(/is reinstated; the team was told\./)).toBeVisible();
  await expect.poll(status, { timeout: 15_000 }).toBe(200);
  await expect(buyer.getByRole("heading", { level: 1, name })).toBeVisible();
  await buyers.close();
  await desk.close();
});
