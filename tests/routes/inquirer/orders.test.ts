import { describe, expect, it } from "vitest";
import { drawOrderLink } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import { makeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { handOverPart, makeInParts } from "~tests/support/milestones";
import { ship, statusOf } from "~tests/support/order";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor, makeVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(options: OrderOptions = {}) {
  const made = await makeOrder(testDb, { placedAt: clock(), ...options });
  const visitor = await makeSignedInVisitor(testDb, site, made.buyer?.userId ?? "");
  return { ...made, visitor, page: `/en/orders/${made.orderId}` };
}

describe("a buyer's page of an order", () => {
  it("shows where it is, what it costs and what can be done, and is kept by nobody", async () => {
    const { visitor, page, reference } = await enter();
    const { html, headers, status } = await visitor.get(page);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toContain("no-store");
    for (const text of [`Order ${reference}`, "€69", "Speicherweg 12", "Karvan Trade GmbH", "Preparation"]) {
      expect(html).toContain(text);
    }
    expect(html).toContain('aria-current="step"');
    expect(html).toContain(`href="${page}/cancel"`);
    expect(html).not.toContain(`${page}/confirm`);
  });

  it("lets a guest in by the link of her letter, whose page changes nothing before the button is pressed", async () => {
    const made = await makeOrder(testDb, { isGuest: true, placedAt: clock() });
    const token = await testDb.transaction().execute((trx) => drawOrderLink(trx, made.orderId, clock()));
    const visitor = makeVisitor(site);
    const walled = await visitor.get(`/en/orders/${made.orderId}`);
    expect(walled.status).toBe(302);
    expect((await visitor.get(walled.location ?? "")).html).toContain("Did you order without an account?");
    expect((await visitor.get(`/en/links/${token}`)).html).toContain(`Open your order ${made.reference} from`);
    const opened = await visitor.post(`/en/links/${token}`);
    expect([opened.status, opened.location]).toEqual([303, `/en/orders/${made.orderId}`]);
    expect((await visitor.get(`/en/orders/${made.orderId}`)).html).toContain(`Order ${made.reference}`);
    expect((await makeVisitor(site).get(`/en/links/${token}x`)).html).toContain("link");
  });

  it("is missing for a stranger, with all of its deeds", async () => {
    const { page } = await enter();
    const { visitor: stranger } = await enter();
    const away = await stranger.get(page);
    expect([away.status, away.html.includes("This order does not open here")]).toEqual([404, true]);
    for (const deed of ["confirm", "close-problem", "report/problem"]) {
      expect((await stranger.post(`${page}/${deed}`, { words: "It is mine." })).status).toBe(404);
    }
    for (const deed of ["cancel", "ask-again", "ask-staff", "report/nonsense"]) {
      expect((await stranger.get(`${page}/${deed}`)).status).toBe(404);
    }
    const refused = await stranger.post(`${page}/cancel`, { words: "It is mine." });
    expect([refused.status, refused.html.includes("There is no such order.")]).toEqual([422, true]);
  });
});

describe("a buyer", () => {
  it("cancels with or without a word", async () => {
    const { visitor, page, orderId } = await enter();
    const sent = await visitor.post(`${page}/cancel`, {});
    expect([sent.status, sent.location]).toEqual([303, `${page}?news=cancel`]);
    expect(await statusOf(orderId)).toBe("cancelled");
    expect((await visitor.get(`${page}?news=cancel`)).html).toContain("The order is cancelled.");
  });

  it("who asks money back reads how much that can be at most", async () => {
    const { visitor, page, orderId } = await enter({ status: "shipped" });
    await testDb.updateTable("orders").set({ refundedMinor: 900n }).where("id", "=", orderId).execute();
    expect((await visitor.get(`${page}/report/refund`)).html).toContain("At most €60. Left empty, it means all of it.");
    const answered = await visitor.post(`${page}/report/refund`, { words: "Half is missing.", wanted: "60.01" });
    expect(answered.status).toBe(422);
    expect(answered.html).toContain("You can ask for €60 at most");
  });

  it("confirms by a second press that says what follows, and is told when it was too late for that", async () => {
    const { visitor, page, orderId, ...made } = await enter();
    await ship({ ...made, orderId }, { now: clock() });
    const { html } = await visitor.get(page);
    // The form lies in a box that opens without scripts, too, and nowhere else.
    const [asked = "", ...more] = html.split("<details").filter((part) => part.includes(`action="${page}/confirm"`));
    expect(more).toEqual([]);
    const [box = ""] = asked.split("</details>");
    expect(box).toMatch(/<summary[^>]*>I have it, and all is well/);
    expect(box).toContain("This completes the order and cannot be undone. The seller is paid for it.");
    expect(box).toContain(`action="${page}/confirm"`);
    expect(box).toContain("Yes, complete the order");
    expect(await statusOf(orderId)).toBe("shipped");
    expect((await visitor.post(`${page}/confirm`)).location).toBe(`${page}?news=confirm`);
    expect(await statusOf(orderId)).toBe("completed");
    expect((await visitor.post(`${page}/confirm`)).location).toBe(`${page}?news=stale`);
    expect((await visitor.get(`${page}?news=stale`)).html).toContain("nothing was changed");
  });

  it.each([
    ["problem", {}, "Please write a few words."],
    [
      "refund",
      { words: "Half is missing.", wanted: "many" },
      "Please write the amount without thousands separators, like 12.50",
    ],
    ["refund", { words: "Half is missing.", wanted: "70" }, "You can ask for €69 at most"],
    ["withdrawal", {}, "The right to withdraw within 14 days is for consumers in the European Union."],
  ])(
    "gets the form of a %s back when it says %o, with what she wrote",
    async (kind, fields: Record<string, string>, text) => {
      const { visitor, page } = await enter({ status: "shipped", destination: "US" });
      const answered = await visitor.post(`${page}/report/${kind}`, fields);
      expect(answered.status).toBe(422);
      expect(answered.html).toContain(text);
      expect(answered.html).toContain(fields.words ?? "<textarea");
    },
  );

  it("asks for a part of the money back, and sees her words with the answer that is awaited", async () => {
    const { visitor, page } = await enter({ status: "shipped" });
    const sent = await visitor.post(`${page}/report/refund`, { words: "Half is missing.", wanted: "34.50" });
    expect(sent.location).toBe(`${page}?news=problem`);
    const { html } = await visitor.get(page);
    for (const text of [
      "Half is missing.",
      "Wanted: €34.50",
      "It is the seller’s turn to answer. If no answer comes, ask the Federation to decide.",
    ]) {
      expect(html).toContain(text);
    }
    expect((await visitor.post(`${page}/ask-staff`, { words: "She does not answer." })).location).toBe(
      `${page}?news=ask-staff`,
    );
    expect((await visitor.get(page)).html).toContain("With the Federation");
    expect((await visitor.post(`${page}/close-problem`)).location).toBe(`${page}?news=close-problem`);
  });

  it("accepts one part of a service, once it is there; nobody else does", async () => {
    const made = await makeInParts({ placedAt: clock() });
    const page = `/en/orders/${made.orderId}`;
    const [first = "", second = ""] = made.milestoneIds.map((id) => `${page}/milestones/${id}/accept`);
    const visitor = await makeSignedInVisitor(testDb, site, made.buyer?.userId ?? "");
    await handOverPart(made, clock());
    const { html } = await visitor.get(page);
    expect(html).toContain(`action="${first}"`);
    expect(html).toContain("Accept this part");
    expect(html).not.toContain(`action="${second}"`);
    expect((await (await enter()).visitor.post(first)).status).toBe(404);
    expect((await visitor.post(second)).location).toBe(`${page}?news=stale`);
    expect((await visitor.post(first)).location).toBe(`${page}?news=accept-milestone`);
    const after = (await visitor.get(`${page}?news=accept-milestone`)).html;
    expect(after).toContain("You have accepted the milestone");
    expect(after).not.toContain(`action="${first}"`);
  });

  it("finds her orders in her account, by state and by number", async () => {
    const { visitor, reference } = await enter();
    expect((await visitor.get("/en/account/orders")).html).toContain(reference);
    expect((await visitor.get("/en/account/orders?status=shipped")).html).toContain("No order fits this choice.");
    expect((await visitor.get(`/en/account/orders?q=${reference}`)).html).toContain(reference);
    const { visitor: other } = await enter();
    expect((await other.get("/en/account/orders")).html).not.toContain(reference);
  });
});
