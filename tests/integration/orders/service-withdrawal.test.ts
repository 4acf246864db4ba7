import { describe, expect, it } from "vitest";
import {
  cancelAsBuyer,
  findBuyersDeed,
  findBuyersOrder,
  listBuyersOrders,
  reportProblem,
} from "~/modules/orders/index.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { DONE, historyOf, inDays, jobsOf, lettersTo, mailOf, no, orderRow } from "~tests/support/order";

const makeService = (options: OrderOptions = {}) => makeOrder(testDb, { kind: "service", ...options });
const accept = ({ orderId }: MadeOrder, acceptedAt: Date) =>
  testDb.updateTable("orders").set({ acceptedAt }).where("id", "=", orderId).execute();
const handOver = ({ orderId }: MadeOrder) =>
  testDb
    .insertInto("orderHandovers")
    .values({ orderId, round: 1, words: "A first draft.", handedAt: inDays(1) })
    .execute();
const withdraw = ({ inquirer, orderId }: MadeOrder, now = inDays(2), key = newKey()) =>
  reportProblem(testDb, inquirer, key, { orderId, kind: "withdrawal", words: undefined, wantedMinor: undefined }, now);
const pageOf = async ({ inquirer, orderId }: MadeOrder, now = inDays(2)) => {
  const read = () => findBuyersOrder(testDb, inquirer, { orderId, lang: "en" }, now);
  const { deeds = [], withdrawal } = (await runWithLocale("en", read)) ?? {};
  return { deeds: Object.fromEntries(deeds.map(({ deed, why }) => [deed, why ?? "may"])), withdrawal };
};

describe("a consumer of the Union who withdraws from a service", () => {
  it("ends the order by it while nothing has been handed over: all of her money goes back, and she has it in writing", async () => {
    const made = await makeService({ isGuest: true });
    const key = newKey();
    expect(await Promise.all([withdraw(made, inDays(2), key), withdraw(made, inDays(2), key)])).toEqual([DONE, DONE]);

    expect(await orderRow(made.orderId)).toMatchObject({ status: "cancelled", cancelReason: "withdrawn" });
    expect((await historyOf(made.orderId)).at(-1)).toBe("cancel by buyer");
    expect(await jobsOf("settle-cancelled-order", made.orderId)).toBe(1);
    const [letter, ...more] = await lettersTo(made.guestEmail ?? "");
    expect([letter?.kind, more]).toEqual(["order-own-service-withdrawal", []]);
    expect(letter?.text).toContain("€60 goes back to the card you paid with");
    const told = await lettersTo(mailOf(made.seller));
    expect(told).toMatchObject([{ kind: "order-service-withdrawal" }]);
    expect(told[0]?.text).toContain("xidmət müqaviləsindən imtina etdi");
    expect(told[0]?.text).not.toContain("göndər");
    expect(await testDb.selectFrom("orderProblems").select("id").where("orderId", "=", made.orderId).execute()).toEqual(
      [],
    );
  });

  it("reads everywhere that she has withdrawn, and nowhere that she cancelled", async () => {
    const made = await makeService();
    await withdraw(made);
    const { inquirer, orderId } = made;
    const read = () => findBuyersOrder(testDb, inquirer, { orderId, lang: "en" }, inDays(3));
    const page = await runWithLocale("en", read);
    expect(page?.statusText).toBe("Withdrawn from the contract");
    expect(page?.stages.at(-1)?.label).toBe("Withdrawn from the contract");
    expect(page?.history[0]?.text).toBe("Withdrawal from the contract");
    expect(page?.cancelled?.reason).toBeUndefined();
    const question = { status: undefined, hasProblem: false, words: "", page: 1, lang: "en" } as const;
    const list = await runWithLocale("en", () => listBuyersOrders(testDb, inquirer, question, inDays(3)));
    expect(list.rows.map(({ statusText }) => statusText)).toEqual(["Withdrawn from the contract"]);
    const other = await makeService({ company: "Petersen & Co" });
    await cancelAsBuyer(testDb, other.inquirer, newKey(), { orderId: other.orderId, words: undefined }, inDays(2));
    expect(
      (
        await runWithLocale("en", () =>
          findBuyersOrder(testDb, other.inquirer, { orderId: other.orderId, lang: "en" }, inDays(3)),
        )
      )?.statusText,
    ).toBe("Cancelled");
  });

  it("reads until when she may, and has one button for it", async () => {
    const { deeds, withdrawal } = await pageOf(await makeService());
    expect([deeds.withdrawal, deeds.cancel]).toEqual(["may", undefined]);
    expect(withdrawal).toContain("Until 8 Dec 2026, and as long as nothing has been handed over");
  });

  it("has fourteen days from the seller's acceptance, which concludes the contract; then she may still cancel", async () => {
    const made = await makeService();
    await accept(made, inDays(4));
    expect((await pageOf(made, inDays(17))).deeds.withdrawal).toBe("may");
    const after = await pageOf(made, inDays(18));
    expect(after).toMatchObject({
      deeds: { withdrawal: "The time for this ended on 12 Dec 2026.", cancel: "may" },
      withdrawal: undefined,
    });
    expect(await withdraw(made, inDays(18))).toEqual(no("too-late"));
    const { inquirer, orderId } = made;
    expect(await cancelAsBuyer(testDb, inquirer, newKey(), { orderId, words: undefined }, inDays(18))).toEqual(DONE);
  });

  it("is told whom to ask once something has been handed over", async () => {
    const made = await makeService({ status: "in_preparation" });
    await handOver(made);
    expect(await withdraw(made)).toEqual(no("service-begun"));
    const { deeds, withdrawal } = await pageOf(made);
    expect(deeds.withdrawal).toContain("Choose “Ask for money back”");
    expect([deeds.refund, withdrawal]).toEqual(["may", undefined]);
    const asked = { orderId: made.orderId, lang: "en", deed: "withdrawal" } as const;
    expect((await findBuyersDeed(testDb, made.inquirer, asked, inDays(2)))?.instead).toEqual(["refund"]);
    expect(await withdraw(await makeService({ status: "delivered" }))).toEqual(no("service-begun"));
  });

  it.each([
    ["before the seller has taken it on", { status: "awaiting_acceptance" }, "not-now"],
    ["of what is completed", { status: "completed" }, "not-now"],
    ["while her bank has a dispute", { dispute: "open" }, "dispute-open"],
    ["for a company", { company: "Petersen & Co" }, "no-consumer"],
    ["outside the Union", { destination: "GE" }, "no-consumer"],
  ] as const)("does not do so %s", async (_when, options: OrderOptions, refusal) => {
    const made = await makeService(options);
    const { status } = await orderRow(made.orderId);
    expect(await withdraw(made)).toEqual(no(refusal));
    expect((await orderRow(made.orderId)).status).toBe(status);
  });
});
