import { describe, expect, it } from "vitest";
import { receiveForDues, tellBuyer, tellSeller } from "~/modules/orders/index.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { inDays, lettersTo, mailOf } from "~tests/support/order";

type BuyersNews = Parameters<typeof tellBuyer>[2];
type SellersNews = Parameters<typeof tellSeller>[2];

const LINES = [{}, { quantity: 3, unitMinor: 1000, titles: { az: "Boşqab", en: "Plate" } }];
const make = (options: OrderOptions = {}) =>
  makeOrder(testDb, { status: "pending_payment", isGuest: true, lines: LINES, hold: "held", ...options });
const withoutThinSpaces = (text = "") => text.replaceAll("\u00a0", " ");

async function toBuyer(made: MadeOrder, news: BuyersNews, besides: readonly string[] = []): Promise<string> {
  await testDb
    .transaction()
    .execute((trx) => tellBuyer(trx, made.orderId, news, { when: inDays(5), besides }, inDays(0)));
  return withoutThinSpaces((await lettersTo(made.guestEmail ?? "")).at(-1)?.text);
}
async function toSeller(made: MadeOrder, news: SellersNews): Promise<string> {
  await testDb.transaction().execute((trx) => tellSeller(trx, made.orderId, news, { when: inDays(5) }));
  return withoutThinSpaces((await lettersTo(mailOf(made.seller))).at(-1)?.text);
}

describe("the first letter about an order", () => {
  it.each(["requested", "requested-for-door", "to-transfer"] as const)(
    "to its buyer lists what she has ordered: %s",
    async (news) => {
      expect(await toBuyer(await make(), news)).toContain(
        "2 × Copper cup: €60\n3 × Plate: €30\nDelivery (By post): €9",
      );
    },
  );

  it.each(["placed-to-accept", "placed-for-door"] as const)("to the shop lists it, too: %s", async (news) => {
    expect(await toSeller(await make(), news)).toContain(
      "2 × Mis fincan: 60 €\n3 × Boşqab: 30 €\nÇatdırılma (Poçtla): 9 €",
    );
  });

  it.each([
    ["in part", 1000n],
    ["in full", 9900n],
  ] as const)("to the shop lists it when it is paid %s", async (_how, amountMinor) => {
    const made = await make();
    const [dueId = ""] = made.dueIds;
    await testDb.transaction().execute((trx) => receiveForDues(trx, [{ dueId, amountMinor }], inDays(1)));
    const [letter] = await lettersTo(mailOf(made.seller));
    expect(withoutThinSpaces(letter?.text)).toContain("2 × Mis fincan: 60 €\n3 × Boşqab: 30 €");
  });

  it("says to the shop of what is fetched that the buyer does", async () => {
    const made = await make({ delivery: "pick_up", shippingMinor: 0, paymentMethod: "at_pick_up" });
    expect(await toSeller(made, "placed-for-door")).toContain("Alıcı özü götürür");
    expect(await toBuyer(made, "requested-for-door")).toContain("You pick it up");
  });

  it("names of a long order the first twenty lines and how many there are more; a receipt has them all", async () => {
    const lines = Array.from({ length: 22 }, (_, at) => ({
      titles: { az: `Fincan ${at + 1}.`, en: `Cup ${at + 1}.` },
    }));
    const made = await make({ lines });
    const requested = await toBuyer(made, "requested");
    expect(requested).toContain("2 × Cup 20.: €60\n… and 2 more on the order’s page\nDelivery");
    expect(requested).not.toContain("Cup 21.");
    expect(await toSeller(made, "paid")).toContain("… və daha 2 sətir");
    const [dueId = ""] = made.dueIds;
    await testDb.transaction().execute((trx) => receiveForDues(trx, [{ dueId, amountMinor: 100n }], inDays(1)));
    // Her copy of the contract is whole.
    expect((await lettersTo(made.guestEmail ?? "")).at(-1)?.text).toContain("2 × Cup 22.: €60");
  });

  it("about several orders that one transfer pays lists each under its number", async () => {
    const [made, other] = [await make({ lines: [{}] }), await make({ lines: LINES.slice(1) })];
    const text = await toBuyer(made, "to-transfer", [other.orderId]);
    expect(text).toContain(`Order ${made.reference}\n2 × Copper cup: €60`);
    expect(text).toContain(`Order ${other.reference}\n3 × Plate: €30`);
  });

  it("is the only one that does: what comes later speaks of the whole", async () => {
    expect(await toBuyer(await make({ status: "in_preparation" }), "prepared")).not.toContain("Copper cup");
  });
});
