import { describe, expect, it } from "vitest";
import { acceptMilestone, findBuyersOrder, reportProblem } from "~/modules/orders/index.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeOrder, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { handOverPart, makeInParts } from "~tests/support/milestones";
import { inDays, no } from "~tests/support/order";

const pageOf = ({ inquirer, orderId }: MadeOrder, now = inDays(2)) =>
  runWithLocale("en", () => findBuyersOrder(testDb, inquirer, { orderId, lang: "en" }, now));
async function askedOf(options: OrderOptions): Promise<string> {
  const page = await pageOf(await makeOrder(testDb, options));
  return page?.deeds.find(({ deed }) => deed === "confirm")?.ask ?? "nothing";
}

const UNDONE = "This completes the order and cannot be undone.";
const PAID = "The seller is paid for it.";
const WITHDRAWAL = "Your 14 days for withdrawing from the contract begin with it.";
// Sixty days after the day of the page, the 26th of November.
const STILL = "Until 25 Jan 2027 you can still report a problem or ask for money back.";

describe("a buyer who would complete her order", () => {
  it("is asked first: what follows from it, and until when she may still speak", async () => {
    expect(await askedOf({ status: "shipped" })).toBe([UNDONE, PAID, WITHDRAWAL, STILL].join(" "));
  });

  it("reads of no right of withdrawal that she has not, or whose days began before", async () => {
    expect(await askedOf({ status: "shipped", destination: "GE" })).toBe([UNDONE, PAID, STILL].join(" "));
    expect(await askedOf({ status: "delivered", deliveredAt: inDays(1) })).toBe([UNDONE, PAID, STILL].join(" "));
  });

  it("reads nothing of a payment where she paid the seller at the door", async () => {
    const atDoor = { status: "delivered", delivery: "pick_up", paymentMethod: "at_pick_up" } as const;
    expect(await askedOf(atDoor)).toBe([UNDONE, STILL].join(" "));
  });

  it("reads of a service that its changes end with it, where some are left", async () => {
    const service = { kind: "service", status: "delivered", lines: [{ quantity: 1 }] } as const;
    const changes = "After that you cannot ask for changes any more.";
    expect(await askedOf({ ...service, listing: { revisionsIncluded: 1 } })).toContain(changes);
    expect(await askedOf({ ...service, listing: { revisionsIncluded: 0 } })).not.toContain(changes);
  });

  it("has until then by the rule that answers her afterwards", async () => {
    const report = async (now: Date) => {
      const { inquirer, orderId } = await makeOrder(testDb, { status: "completed", completedAt: inDays(2) });
      const said = { orderId, kind: "problem", words: "It broke.", wantedMinor: undefined } as const;
      return reportProblem(testDb, inquirer, newKey(), said, now);
    };
    expect(await report(inDays(61.9))).toMatchObject({ ok: true });
    expect(await report(inDays(62))).toEqual(no("too-late"));
  });

  it("is asked before the last part of a service, and before no other", async () => {
    const made = await makeInParts();
    for (const at of [0, 1]) {
      await handOverPart(made);
      expect((await pageOf(made))?.milestones[at]?.offer).toEqual({ why: undefined, ask: undefined });
      const milestoneId = made.milestoneIds[at] ?? "";
      await acceptMilestone(testDb, made.inquirer, newKey(), { orderId: made.orderId, milestoneId }, inDays(2));
    }
    await handOverPart(made);
    expect((await pageOf(made))?.milestones[2]?.offer?.ask).toContain(UNDONE);
  });
});
