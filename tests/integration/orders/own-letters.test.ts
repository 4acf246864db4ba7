import { describe, expect, it } from "vitest";
import { cancelAsBuyer, reportProblem } from "~/modules/orders/index.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { DONE, inDays, lettersTo, mailOf, no } from "~tests/support/order";

type Kind = "problem" | "refund" | "withdrawal";

const cancel = ({ inquirer, orderId }: MadeOrder, key = newKey()) =>
  cancelAsBuyer(testDb, inquirer, key, { orderId, words: "Too late for the party." }, inDays(1));
const report = ({ inquirer, orderId }: MadeOrder, kind: Kind, key = newKey(), wantedMinor?: bigint) =>
  reportProblem(testDb, inquirer, key, { orderId, kind, words: "Two cups are dented.", wantedMinor }, inDays(3));
const ownLetters = async ({ guestEmail, buyer }: MadeOrder) =>
  (await lettersTo(guestEmail ?? mailOf(buyer))).filter(({ kind }) => kind.startsWith("order-own-"));
const both = [
  ["a guest", { isGuest: true }],
  ["somebody with an account", {}],
] as const;

describe.each(both)("what %s does herself is confirmed to her", (_who, options: OrderOptions) => {
  it("once, when she cancels: when it was, and what goes back how", async () => {
    const made = await makeOrder(testDb, options);
    const key = newKey();
    expect(await Promise.all([cancel(made, key), cancel(made, key)])).toEqual([DONE, DONE]);
    const letters = await ownLetters(made);
    expect(letters).toMatchObject([
      { kind: "order-own-cancellation", subject: `You have cancelled order ${made.reference}` },
    ]);
    expect(letters[0]?.text).not.toContain("Reason:");
    for (const text of ["25 November 2026 at", "Baku time", "“Too late for the party.”", "€69 goes back to the card"]) {
      expect(letters[0]?.text).toContain(text);
    }
  });

  it.each([
    ["problem", "you reported a problem"],
    ["refund", "you asked for €69 of your order"],
    ["withdrawal", "we received your withdrawal from the contract"],
  ] as const)("once, when she reports a %s", async (kind, words) => {
    const made = await makeOrder(testDb, { ...options, status: "shipped" });
    const key = newKey();
    expect(await Promise.all([report(made, kind, key), report(made, kind, key)])).toEqual([DONE, DONE]);
    const letters = await ownLetters(made);
    expect(letters).toMatchObject([{ kind: `order-own-${kind}` }]);
    expect(letters[0]?.text).toContain(words);
    expect(letters[0]?.text).toContain("“Two cups are dented.”");
  });

  it("not when it was refused", async () => {
    const made = await makeOrder(testDb, { ...options, status: "completed", completedAt: inDays(-70) });
    expect(await cancel(made)).toEqual(no("not-now"));
    expect(await report(made, "problem")).toEqual(no("too-late"));
    expect(await ownLetters(made)).toEqual([]);
  });
});

describe("a letter that confirms a cancelling", () => {
  it("says that nothing was paid where nothing was", async () => {
    const made = await makeOrder(testDb, { status: "pending_payment" });
    await cancel(made);
    const [letter] = await ownLetters(made);
    expect(letter?.text).toContain("Nothing has been paid for this order.");
    expect(letter?.text).not.toContain("goes back to the card");
  });

  it("says of a transfer that it is transferred back", async () => {
    const made = await makeOrder(testDb, { paymentMethod: "bank_transfer", isGuest: true });
    await cancel(made);
    expect((await ownLetters(made))[0]?.text).toContain(
      "The Federation transfers €69 back to the account you paid from.",
    );
  });

  it("promises nothing that her bank has given back already", async () => {
    const made = await makeOrder(testDb, { dispute: "lost" });
    await cancel(made);
    expect((await ownLetters(made))[0]?.text).not.toContain("goes back");
  });
});

describe("a letter that confirms", () => {
  it("a wish for a part names that part", async () => {
    const made = await makeOrder(testDb, { status: "delivered" });
    await report(made, "refund", newKey(), 1250n);
    expect((await ownLetters(made))[0]?.text).toContain("€12.50");
  });

  it.each([
    [
      "az",
      "Malı 11 dekabr 2026 tarixinədək öz hesabınıza geri göndərin.",
      "müqavilədən imtinanızı aldıq",
      "Bakı vaxtı",
    ],
    [
      "en",
      "Please send the goods back by 11 December 2026, at your own cost.",
      "received your withdrawal",
      "Baku time",
    ],
    ["ru", "Отправьте товар обратно до 11 декабря 2026 за свой счёт.", "отказ от договора получен", "по Баку"],
  ] as const)("a withdrawal says in %s what happens next", async (locale, next, subject, zone) => {
    const made = await makeOrder(testDb, { status: "shipped", isGuest: true, locale });
    expect(await report(made, "withdrawal")).toEqual(DONE);
    const [letter] = await ownLetters(made);
    expect(letter?.text).toContain(next);
    expect(letter?.text).toContain(zone);
    expect(letter?.subject).toContain(subject);
  });
});
