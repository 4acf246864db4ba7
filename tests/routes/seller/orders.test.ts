import { describe, expect, it } from "vitest";
import { confirmReceipt } from "~/modules/orders/index.server";
import { clock } from "~/platform/clock.server";
import { makeOrder, makeSellerActor, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { statusOf } from "~tests/support/order";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

async function enter(options: OrderOptions = {}) {
  const made = await makeOrder(testDb, { placedAt: clock(), ...options });
  const visitor = await makeSignedInVisitor(testDb, site, made.seller.userId);
  return { ...made, visitor, page: `/en/seller/orders/${made.orderId}` };
}

describe("a shop's page of an order", () => {
  it("shows the buyer with her address and what waits to be done", async () => {
    const { visitor, page } = await enter();
    const { html } = await visitor.get(page);
    for (const text of [
      "Jonas Petersen",
      "Speicherweg 12",
      "20457 Hamburg",
      `action="${page}/prepare"`,
      `href="${page}/ship"`,
    ]) {
      expect(html).toContain(text);
    }
  });

  it("is missing for another shop, with all of its deeds", async () => {
    const { page } = await enter();
    const { visitor: stranger } = await enter();
    for (const path of [
      "",
      "/ship",
      "/parcels/1",
      "/deliver",
      "/decline",
      "/cancel",
      "/answer-problem",
      "/documents",
      "/documents/cn23",
    ]) {
      expect([path, (await stranger.get(`${page}${path}`)).status]).toEqual([path, 404]);
    }
    for (const deed of ["accept", "prepare", "ready"])
      expect((await stranger.post(`${page}/${deed}`)).status).toBe(404);
  });

  it("does what its buttons say, once, and says so", async () => {
    const { visitor, page, orderId } = await enter({ status: "awaiting_acceptance" });
    expect((await visitor.post(`${page}/accept`)).location).toBe(`${page}?news=accept`);
    expect(await statusOf(orderId)).toBe("pending_payment");
    expect((await visitor.post(`${page}/accept`)).location).toBe(`${page}?news=stale`);
    expect((await visitor.post(`${page}/prepare`)).location).toBe(`${page}?news=stale`);
    expect((await visitor.get(`${page}?news=accept`)).html).toContain("You have accepted the order.");
  });

  it("asks for a reason to decline, and gives the words back", async () => {
    const { visitor, page, orderId } = await enter({ status: "awaiting_acceptance" });
    const answered = await visitor.post(`${page}/decline`, { words: "No wool this year." });
    expect(answered.status).toBe(422);
    expect(answered.html).toContain("Please choose a reason.");
    expect(answered.html).toContain("No wool this year.");
    const sent = await visitor.post(`${page}/decline`, { reason: "cannot-make", words: "No wool this year." });
    expect(sent.location).toBe(`${page}?news=decline`);
    expect(await statusOf(orderId)).toBe("cancelled");
  });
});

describe("the form of a parcel", () => {
  const piece = (lineId: string, quantity: string, certificate = "") => ({
    "pieces[0].lineId": lineId,
    "pieces[0].quantity": quantity,
    "pieces[0].certificate": certificate,
  });

  it("offers what is left, and sends it", async () => {
    const { visitor, page, orderId, lineIds } = await enter();
    const { html } = await visitor.get(`${page}/ship`);
    expect(html).toContain('name="pieces[0].quantity"');
    expect(html).toMatch(/name="pieces\[0\]\.quantity"[^>]*value="2"|value="2"[^>]*name="pieces\[0\]\.quantity"/);
    const fields = { ...piece(lineIds[0] ?? "", "2"), carrier: "Azərpoçt", trackingUrl: "https://track.example/1" };
    expect((await visitor.post(`${page}/ship`, fields)).location).toBe(`${page}?news=ship`);
    expect(await statusOf(orderId)).toBe("shipped");
    expect((await visitor.get(page)).html).toContain('href="https://track.example/1"');
  });

  it.each([
    [{ carrier: "" }, "Please name the carrier."],
    [{ trackingUrl: "javascript:alert(1)" }, "The link must begin with https://."],
    [{ "pieces[0].quantity": "3" }, "These are more pieces than are left to be sent."],
    [{ "pieces[0].quantity": "0" }, "Please say what is in the parcel."],
    [{ "pieces[0].quantity": "two" }, "Please write a whole number."],
    [{ weightGrams: "-1" }, "Please write a whole number."],
    [{ weightGrams: "699" }, "The goods in the parcel weigh 700 g net: it cannot weigh less."],
  ])("comes back with %o, and a sentence", async (wrong, text) => {
    const { visitor, page, lineIds, orderId } = await enter();
    const fields = { ...piece(lineIds[0] ?? "", "2"), carrier: "Azərpoçt", ...wrong };
    const answered = await visitor.post(`${page}/ship`, fields);
    expect([answered.status, answered.html.includes(text)]).toEqual([422, true]);
    expect(await statusOf(orderId)).toBe("paid");
  });

  it("names the line whose certificate is missing", async () => {
    const { visitor, page, lineIds } = await enter({ lines: [{ needsCertificate: true }] });
    const answered = await visitor.post(`${page}/ship`, { ...piece(lineIds[0] ?? "", "2"), carrier: "Azərpoçt" });
    expect(answered.html).toContain("These goods need the number of their export certificate.");
    expect(answered.html).toMatch(
      /name="pieces\[0\]\.certificate"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*name="pieces\[0\]\.certificate"/,
    );
    const given = { ...piece(lineIds[0] ?? "", "2", "XM 12/2026"), carrier: "Azərpoçt" };
    expect((await visitor.post(`${page}/ship`, given)).status).toBe(303);
  });
});

describe("the form that corrects a parcel", () => {
  const sent = async () => {
    const made = await enter();
    const fields = { "pieces[0].lineId": made.lineIds[0] ?? "", "pieces[0].quantity": "2", carrier: "Azərpoçt" };
    await made.visitor.post(`${made.page}/ship`, { ...fields, trackingCode: "RR1" });
    return { ...made, form: `${made.page}/parcels/1` };
  };

  it("is filled with what was written, and puts right what both sides read", async () => {
    const { visitor, page, form } = await sent();
    expect((await visitor.get(page)).html).toContain(`href="${form}"`);
    const { html } = await visitor.get(form);
    expect(html).toMatch(/name="carrier"[^>]*value="Azərpoçt"/);
    expect(html).toMatch(/name="trackingCode"[^>]*value="RR1"/);
    const corrected = await visitor.post(form, { carrier: "DHL", trackingCode: "JD2" });
    expect(corrected.location).toBe(`${page}?news=correct-parcel`);
    const after = (await visitor.get(`${page}?news=correct-parcel`)).html;
    expect(after).toContain("The parcel is corrected; the buyer was told.");
    expect([after.includes("DHL · JD2"), after.includes("RR1")]).toEqual([true, false]);
  });

  it.each([
    [{ carrier: "" }, "Please name the carrier."],
    [{ trackingUrl: "javascript:alert(1)" }, "The link must begin with https://."],
    [{}, "This is how it is written already."],
  ])("comes back with %o, and a sentence", async (wrong, text) => {
    const { visitor, form } = await sent();
    const answered = await visitor.post(form, { carrier: "Azərpoçt", trackingCode: "RR1", ...wrong });
    expect([answered.status, answered.html.includes(text)]).toEqual([422, true]);
  });

  it("says once the order has ended that nothing can be changed, and is missing for a parcel that there is not", async () => {
    const { visitor, page, form, inquirer, orderId } = await sent();
    expect((await visitor.get(`${page}/parcels/2`)).status).toBe(404);
    await confirmReceipt(testDb, inquirer, newKey(), orderId);
    expect((await visitor.get(page)).html).not.toContain(`href="${form}"`);
    const { html } = await visitor.get(form);
    expect(html).toContain("The order has ended: by whom its parcels were carried can no longer be changed.");
    expect(html).not.toContain('name="trackingCode"');
    const late = await visitor.post(form, { carrier: "DHL" });
    expect([late.status, late.html.includes("The order has ended")]).toEqual([422, true]);
  });
});

describe("what is handed over", () => {
  it("is paid at the door before the buyer takes it", async () => {
    const options = { status: "in_preparation", delivery: "pick_up", paymentMethod: "at_pick_up" } as const;
    const { visitor, page, orderId } = await enter(options);
    const answered = await visitor.post(`${page}/deliver`, {});
    expect([answered.status, answered.html.includes("Please tick that the buyer has paid.")]).toEqual([422, true]);
    expect((await visitor.post(`${page}/deliver`, { isPaidAtDoor: "on" })).location).toBe(`${page}?news=deliver`);
    expect(await statusOf(orderId)).toBe("delivered");
  });

  it("brings something when it is digital", async () => {
    const { visitor, page } = await enter({ kind: "service", status: "in_preparation" });
    expect((await visitor.post(`${page}/deliver`, {})).html).toContain("Please give some words, a link or a file.");
    const sent = await visitor.post(`${page}/deliver`, { link: "https://files.example/logo" });
    expect(sent.location).toBe(`${page}?news=deliver`);
  });
});

describe("a shop's orders", () => {
  it("are in the list and among the day's tasks", async () => {
    const { visitor, reference } = await enter();
    expect((await visitor.get("/en/seller/orders")).html).toContain(reference);
    expect((await visitor.get("/en/seller")).html).toContain("Prepare and send 1 paid order");
  });

  it("say by when they are to be sent, and mark in words and by a sign what is overdue", async () => {
    const placedAt = new Date(clock().getTime() - 9 * 86_400_000);
    const { visitor, page, orderId } = await enter({ placedAt });
    await testDb.updateTable("orders").set({ readyInDays: 20 }).where("id", "=", orderId).execute();
    for (const where of [page, "/en/seller/orders"]) expect((await visitor.get(where)).html).toContain("Send by ");
    await testDb.updateTable("orders").set({ readyInDays: 2 }).where("id", "=", orderId).execute();
    for (const where of [page, "/en/seller/orders"]) {
      expect((await visitor.get(where)).html).toMatch(
        /<svg[^>]*>.*?<\/svg>(<div><strong[^>]*>)?Overdue: to be sent by /s,
      );
    }
  });

  it("are cancelled by who decides for the shop, not by an editor", async () => {
    const { page, sellerId } = await enter();
    const editor = await makeSellerActor(testDb, sellerId, "editor");
    const visitor = await makeSignedInVisitor(testDb, site, editor.userId);
    expect((await visitor.get(page)).status).toBe(200);
    expect((await visitor.get(`${page}/cancel`)).status).toBe(404);
  });
});
