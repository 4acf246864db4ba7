import { describe, expect, it } from "vitest";
import { receiveForDues } from "~/modules/orders/index.server";
import { env } from "~/platform/env.server";
import { makeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { inDays, lettersTo, mailOf } from "~tests/support/order";

/** The letter about money that came for an order of two cups at 30.00 EUR and 9.00 EUR of carriage. */
async function receiptOf(options: OrderOptions = {}, amountMinor = 6900n): Promise<string> {
  const made = await makeOrder(testDb, { status: "pending_payment", isGuest: true, hold: "held", ...options });
  const [dueId = ""] = made.dueIds;
  await testDb.updateTable("orders").set({ readyInDays: 3 }).where("id", "=", made.orderId).execute();
  await testDb.transaction().execute((trx) => receiveForDues(trx, [{ dueId, amountMinor }], inDays(1)));
  const letters = await lettersTo(made.guestEmail ?? mailOf(made.buyer));
  expect(letters).toHaveLength(1);
  return letters[0]?.text ?? "";
}

const FORM = (lang: string) => `${env.SITE_URL}/${lang}/returns#withdrawal-form`;

describe("a receipt", () => {
  it.each([
    ["az", ["2 × Mis fincan: 60 €", "Çatdırılma (Poçtla): 9 €", "Çatdırılma ünvanı: ", "Almaniya", "14 gün ərzində"]],
    ["en", ["2 × Copper cup: €60", "Delivery (By post): €9", "Delivered to: ", "Germany", "you have 14 days"]],
    ["ru", ["2 × Медная чашка: 60 €", "Доставка (Почтой): 9 €", "Адрес доставки: ", "Германия", "есть 14 дней"]],
  ] as const)("lists in %s what was bought, where it goes, and how to get out of it", async (locale, texts) => {
    const text = (await receiptOf({ locale })).replaceAll("\u00a0", " ");
    for (const part of [...texts, FORM(locale)]) expect(text).toContain(part);
  });

  it("is the same for somebody with an account", async () => {
    const text = await receiptOf({ isGuest: false });
    for (const part of ["2 × Copper cup: €60", "Expected by 12 December 2026.", "€69 in all", FORM("en")])
      expect(text).toContain(part);
  });

  it("names each line with its own amount, also of a part of the money", async () => {
    const lines = [{}, { quantity: 3, unitMinor: 1000, titles: { az: "Boşqab", en: "Plate" } }];
    const text = await receiptOf({ lines }, 1000n);
    expect(text).toContain("2 × Copper cup: €60\n3 × Plate: €30\nDelivery (By post): €9");
    expect(text).toContain("Still to be paid: €89.");
  });

  it.each([
    ["a company", { company: "Petersen & Co" }],
    ["a country outside the Union", { destination: "GE" }],
    ["what was made to her own specification", { lines: [{ isCustomMade: true }] }],
  ] as const)("speaks of cancelling alone for %s", async (_whom, options) => {
    const text = await receiptOf(options);
    expect(text).toContain("Until something of it has been sent or handed over you can cancel it on the order’s page.");
    expect(text).not.toContain("#withdrawal-form");
  });

  it("of what is picked up names no address, no price of the way and no day", async () => {
    const text = await receiptOf({ delivery: "pick_up", shippingMinor: 0, destination: "AZ" }, 6000n);
    expect(text).toContain("2 × Copper cup: €60\nYou pick it up");
    for (const part of ["Delivered to", "Expected by", "Free"]) expect(text).not.toContain(part);
  });
});
