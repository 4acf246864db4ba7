import { describe, expect, it } from "vitest";
import { clock } from "~/platform/clock.server";
import { makeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { DAY_MS, ship, statusOf } from "~tests/support/order";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(options: OrderOptions = {}) {
  const made = await makeOrder(testDb, { placedAt: clock(), ...options });
  const visitor = await makeSignedInVisitor(testDb, site, made.buyer?.userId ?? "");
  return { ...made, visitor, page: `/en/orders/${made.orderId}` };
}

const STILL_OPEN = "What you reported about this order is still open.";

describe("a buyer who has reported a problem and wants her money", () => {
  it("reads on the order's page what to do for it", async () => {
    const { visitor, page } = await enter({ status: "shipped" });
    await visitor.post(`${page}/report/problem`, { words: "Two cups are dented." });

    const { html } = await visitor.get(page);

    expect(html).toContain(STILL_OPEN);
    expect(html).not.toContain(`href="${page}/report/refund"`);
    expect(html).toContain(`href="${page}/ask-staff"`);
  });

  it("is told so before she writes a word, with the two ways out", async () => {
    const { visitor, page } = await enter({ status: "shipped" });
    await visitor.post(`${page}/report/problem`, { words: "Two cups are dented." });

    const { html } = await visitor.get(`${page}/report/refund`);

    expect(html).toContain(STILL_OPEN);
    expect(html).not.toContain("<textarea");
    expect(html).toContain(`href="${page}/ask-staff"`);
    expect(html).toContain(`action="${page}/close-problem"`);
  });

  it("is not told it twice where money is what she has asked for", async () => {
    const { visitor, page } = await enter({ status: "shipped" });
    await visitor.post(`${page}/report/refund`, { words: "Two cups are dented." });

    expect((await visitor.get(page)).html).not.toContain(STILL_OPEN);
  });
});

describe("a deed that is over", () => {
  it("says since when, and asks for nothing", async () => {
    const placedAt = new Date(clock().getTime() - 100 * DAY_MS);
    const { visitor, page, orderId } = await enter({ status: "completed", placedAt });
    await testDb
      .updateTable("orders")
      .set({ completedAt: new Date("2026-01-10T08:00:00Z") })
      .where("id", "=", orderId)
      .execute();

    for (const deed of ["rate", "report/problem"]) {
      const { html } = await visitor.get(`${page}/${deed}`);
      expect(html).toMatch(/The time for this ended on \d+ (?:Mar|Apr) 2026\./);
      expect(html).not.toContain("<textarea");
    }
  });
});

describe("a consumer of the Union who withdraws from a service", () => {
  it("is asked for no goods back, and reads afterwards that it has ended", async () => {
    const { visitor, page, orderId } = await enter({ kind: "service" });
    expect((await visitor.get(page)).html).toContain(`href="${page}/report/withdrawal"`);
    const { html } = await visitor.get(`${page}/report/withdrawal`);
    expect(html).toContain("the order ends at once and everything you paid goes back to you.");
    expect(html).not.toContain("Send the goods back");
    expect(html).toMatch(/<title>Withdraw from the contract for services/);
    expect(html).toMatch(/<h1[^>]*>Withdraw from the contract for services<\/h1>/);
    expect(html).toMatch(/<button[^>]*>Confirm the withdrawal<\/button>/);

    const { location } = await visitor.post(`${page}/report/withdrawal`, {});

    expect(location).toBe(`${page}?news=withdrawal`);
    expect(await statusOf(orderId)).toBe("cancelled");
    const { html: after } = await visitor.get(location ?? "");
    expect(after).toContain("You have withdrawn from the contract");
    expect(after).not.toContain("Cancelled");
  });

  it("is led to ask for her money where something has been handed over", async () => {
    const { visitor, page } = await enter({ kind: "service", status: "delivered" });
    const { html } = await visitor.get(`${page}/report/withdrawal`);
    expect(html).not.toContain("<textarea");
    expect(html).toContain(`href="${page}/report/refund"`);
  });
});

describe("the page on which a buyer cancels", () => {
  it("promises no money where none came", async () => {
    const { visitor, page } = await enter({ status: "pending_payment" });

    const { html } = await visitor.get(`${page}/cancel`);

    expect(html).toContain("Nothing has been sent and nothing has been paid");
    expect(html).not.toContain("back the way you paid");
  });

  it("says how much comes back and how, before and after", async () => {
    const { visitor, page } = await enter();
    expect((await visitor.get(`${page}/cancel`)).html).toContain("You get €69 back the way you paid");

    await visitor.post(`${page}/cancel`, {});

    const { html } = await visitor.get(page);
    expect(html).toContain("€69 goes back to the card you paid with");
    expect(html).not.toContain("changed my mind");
    expect(html).not.toContain("The buyer changed");
  });

  it("says of a transfer who sends it back", async () => {
    const { visitor, page } = await enter({ paymentMethod: "bank_transfer" });
    await visitor.post(`${page}/cancel`, {});

    expect((await visitor.get(page)).html).toContain("back to the account you paid from");
  });

  it("offers nothing to send once a parcel has left", async () => {
    const { visitor, page, ...made } = await enter({ lines: [{ quantity: 5 }] });
    await ship(made, { pieces: [{ lineId: made.lineIds[0] ?? "", quantity: 2 }], now: clock() });

    const { html } = await visitor.get(`${page}/cancel`);

    expect(html).toContain("A part of the order has left already");
    expect(html).not.toContain("<textarea");
  });
});

describe("a buyer's own page", () => {
  it("speaks to her, and has what ends the order last", async () => {
    const { visitor, page, ...made } = await enter();
    const { html: before } = await visitor.get(page);
    expect(before.indexOf(`href="${page}/cancel"`)).toBeGreaterThan(before.indexOf(`href="${page}/report/refund"`));

    await ship(made, { now: clock() });

    const { html } = await visitor.get(page);
    expect(html).toContain("If you say nothing, the order completes by itself on");
    expect(html).not.toContain("If the buyer says nothing");
  });
});

describe("a consumer of the Union", () => {
  const FORM = 'href="/en/returns#withdrawal-form"';

  it("reads before it is sent that she may cancel now and withdraw later, and afterwards the rest", async () => {
    const { visitor, page, ...made } = await enter();
    const { html: before } = await visitor.get(page);
    expect(before).toContain("Until something of it has been sent or handed over you can cancel it.");
    expect(before).toContain(FORM);

    await ship(made, { now: clock() });

    const { html } = await visitor.get(page);
    expect(html).toContain("You may send the goods back within 14 days of receiving them");
    expect(html).toContain(FORM);
  });

  it.each([
    ["of a company", { company: "Petersen & Co" }],
    ["outside of it", { destination: "GE" }],
    ["whose order is cancelled", { status: "cancelled" }],
  ] as const)("%s reads nothing of it", async (_who, options) => {
    const { visitor, page } = await enter(options);
    expect((await visitor.get(page)).html).not.toContain(FORM);
  });
});
