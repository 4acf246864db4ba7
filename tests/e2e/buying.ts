import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { hydrated, open } from "./site";

/** Puts so many of a listing of the demo into the cart, as its page offers it. */
export async function putInCart(
  page: Page,
  slug: string,
  { quantity, to, lang = "en" }: { quantity: number; to: string; lang?: "az" | "en" | "ru" },
): Promise<void> {
  await open(page, `/${lang}/listings/${slug}?to=${to}&qty=${quantity}`);
  await page.locator("form[action*='/cart/put'] button").click();
  await page.waitForURL(/\/cart(\?|$)/);
  await hydrated(page);
}

/** An amount as it is written in English or Azerbaijani, in the hundredth part of its unit. */
export function cents(text: string | null): number {
  const digits = (text ?? "").replaceAll(/[^\d.,]/g, "").replace(/[.,](\d{2})$/, "·$1");
  return Math.round(Number(digits.replaceAll(/[.,]/g, "").replace("·", ".")) * 100);
}

type Filled = { name: string; line1?: string; postalCode?: string; city?: string };

/** Fills the checkout as a guest with a mailbox of her own, without sending it. @returns her address */
export async function fillAsGuest(page: Page, { name, line1, postalCode, city }: Filled): Promise<string> {
  const email = `guest-${randomUUID()}@example.org`;
  await page.locator("input[name=name]").fill(name);
  await page.locator("input[name=email]").fill(email);
  if (line1 !== undefined) {
    await page.locator("input[name=recipient]").fill(name);
    await page.locator("input[name=line1]").fill(line1);
    await page.locator("input[name=city]").fill(city ?? "");
    if (postalCode !== undefined) await page.locator("input[name=postalCode]").fill(postalCode);
  }
  await page.locator("input[name=terms]").check();
  return email;
}

/** The button of the payment page that pays by a card of a known fate. */
export async function payBy(page: Page, fate: string): Promise<void> {
  await expect(page.getByText("no real money")).toBeVisible();
  await page.getByRole("button", { name: new RegExp(`^${fate} \\d`) }).click();
}
