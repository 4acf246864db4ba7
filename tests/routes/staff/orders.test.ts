import { describe, expect, it } from "vitest";
import { reportProblem } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import { makeOrder, makeStaff } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { statusOf } from "~tests/support/order";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(role: "treasurer" | "reviewer" | "admin" = "treasurer") {
  const made = await makeOrder(testDb, { placedAt: clock() });
  const visitor = await makeSignedInVisitor(testDb, site, (await makeStaff(testDb, role)).userId);
  return { ...made, visitor, page: `/en/staff/orders/${made.orderId}` };
}

describe("the treasurer's desk of orders", () => {
  it("finds an order by its number, its seller or its buyer, and shows both sides", async () => {
    const { visitor, page, reference, orderId } = await enter();
    for (const words of [reference, "petersen"]) {
      expect((await visitor.get(`/en/staff/orders?q=${words}`)).html).toContain(orderId);
    }
    const { html } = await visitor.get(page);
    for (const text of [reference, "Jonas Petersen", `href="${page}/cancel"`]) expect(html).toContain(text);
  });

  it("cancels in words that both sides read", async () => {
    const { visitor, page, orderId } = await enter();
    expect((await visitor.post(`${page}/cancel`, {})).html).toContain("Please write a few words.");
    expect((await visitor.post(`${page}/cancel`, { words: "The shop has closed." })).location).toBe(
      `${page}?news=cancel`,
    );
    expect(await statusOf(orderId)).toBe("cancelled");
  });

  it("decides about what a buyer reported", async () => {
    const { visitor, page, ...made } = await enter();
    const said = { orderId: made.orderId, kind: "problem", words: "It is late.", wantedMinor: undefined } as const;
    await reportProblem(testDb, made.inquirer, newKey(), said);
    expect((await visitor.get(`${page}/decide-problem`)).html).toContain("It is late.");
    const sent = await visitor.post(`${page}/decide-problem`, { words: "It comes next week." });
    expect(sent.location).toBe(`${page}?news=decide-problem`);
    expect((await visitor.get(page)).html).toContain("It comes next week.");
  });

  it("is not the reviewers'", async () => {
    const { visitor, page } = await enter("reviewer");
    for (const path of ["/en/staff/orders", page, `${page}/cancel`, `${page}/decide-problem`]) {
      expect((await visitor.get(path)).status).toBe(404);
    }
  });
});
