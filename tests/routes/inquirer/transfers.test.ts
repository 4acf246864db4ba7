import { describe, expect, it } from "vitest";
import { env } from "~/platform/env.server";
import { readOrderDocumentAsBuyer } from "~/modules/orders/index.server";
import { files } from "~/platform/files/files.server";
import { makeInquirer, makeOrder, makeStaff, type OrderOptions } from "~db/factories";
import { clock } from "~/platform/clock.server";
import { fillCart, makeCup, orderCart } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { lettersTo, mailOf, statusOf } from "~tests/support/order";
import { pdfText } from "~tests/support/pdf";
import { siteForTests } from "~tests/support/site";
import { openAccount, transfer } from "~tests/support/transfers";
import { makeBuyer } from "~db/factories";
import { makeSignedInVisitor } from "~tests/support/visitor";

openAccount();
const site = siteForTests();
const staff = await makeStaff(testDb, "treasurer");
/** Another than the holder of the account. */
const MERCHANT = "Karvan Trade GmbH";
const IBAN = "AZ21 NABZ 0000 0000 1370 1000 1944";

/** Somebody with an account who has ordered what she will transfer for. */
async function ordered(count = 1) {
  const buyer = await makeBuyer(testDb, { name: "Jonas Petersen" });
  const owner = { userId: buyer.userId, visitDigest: undefined };
  const cups = [];
  for (let made = 0; made < count; made += 1) cups.push(await makeCup());
  await fillCart(owner, cups);
  const started = await orderCart({ owner, buyer, method: "bank_transfer" });
  if (!started.ok || started.value.checkoutId === null) throw new Error("nothing to transfer");
  const { orderIds, checkoutId } = started.value;
  const rows = await testDb.selectFrom("orders").select(["id", "reference"]).where("id", "in", orderIds).execute();
  const checkout = await testDb
    .selectFrom("checkouts")
    .select("reference")
    .where("id", "=", checkoutId)
    .executeTakeFirstOrThrow();
  const visitor = await makeSignedInVisitor(testDb, site, buyer.userId);
  return { buyer, visitor, orderIds, checkoutId, references: rows.map(({ reference }) => reference), checkout };
}
/** Values that are marked whole by one press. */
const copied = (html: string) => [...html.matchAll(/<dd class="select-all[^>]*>([^<]+)</g)].map(([, text]) => text);

describe("whoever pays by transfer", () => {
  it("reads where to, how much, by which number and until when, on both pages and in a letter", async () => {
    const { visitor, checkoutId, orderIds, references, buyer } = await ordered();
    const wanted = ["Nümunə Federasiyası", IBAN, "NABZAZ2X", "€39", references[0]];
    for (const path of [`/en/checkout/${checkoutId}`, `/en/orders/${orderIds[0] ?? ""}`]) {
      const { html } = await visitor.get(path);
      expect(copied(html)).toEqual(wanted);
      expect(html).toMatch(/<dt[^>]*>Until<\/dt>/);
      expect(html).toContain(`on behalf of ${MERCHANT}, who sells to you`);
    }
    const [letter] = await lettersTo(mailOf(buyer));
    expect(letter).toMatchObject({
      kind: "order-to-transfer",
      subject: `Order ${references[0] ?? ""}: how to transfer`,
    });
    for (const text of wanted) expect(letter?.text).toContain(text);
    expect(letter?.text).toContain(`on behalf of ${MERCHANT}, who sells to you`);
    expect(letter?.text).not.toContain("Your statement says");
  });

  it("is asked for what lacks still, and for nothing when all is there", async () => {
    const { visitor, orderIds, checkoutId } = await ordered();
    const orderId = orderIds[0] ?? "";
    await transfer(staff, orderId, { amount: "30" });
    expect(copied((await visitor.get(`/en/orders/${orderId}`)).html)).toContain("€9");
    await transfer(staff, orderId, { amount: "9" });
    expect(await statusOf(orderId)).toBe("paid");
    for (const path of [`/en/checkout/${checkoutId}`, `/en/orders/${orderId}`]) {
      expect(copied((await visitor.get(path)).html)).toEqual([]);
    }
  });

  it("sends one transfer for several orders, by the number of their checkout, and gets one letter", async () => {
    const { visitor, checkoutId, checkout, references, buyer } = await ordered(2);
    const { html } = await visitor.get(`/en/checkout/${checkoutId}`);
    expect(copied(html)).toEqual(["Nümunə Federasiyası", IBAN, "NABZAZ2X", "€78", checkout.reference]);
    expect(html).toContain("This one transfer pays for all of these orders");
    const letters = await lettersTo(mailOf(buyer));
    expect(letters.map(({ kind }) => kind)).toEqual(["order-to-transfer"]);
    for (const text of [...references, checkout.reference, "€78"]) expect(letters[0]?.text).toContain(text);
    for (const reference of references)
      expect(letters[0]?.text).toMatch(new RegExp(`Order ${reference}\\n1 × .+: €30`));
  });

  it("is offered no transfer where the site has no account, and told to ask where it had one", async () => {
    const { visitor, checkoutId } = await ordered();
    const { orderId, buyer } = await makeOrder(testDb, { status: "pending_payment", placedAt: clock() });
    const other = await makeSignedInVisitor(testDb, site, buyer?.userId ?? "");
    const page = `/en/orders/${orderId}`;
    expect((await other.get(page)).html).toContain("Pay by transfer");
    env.PAYOUT_DEBTOR_IBAN = undefined;
    expect((await other.get(page)).html).not.toContain("Pay by transfer");
    const sent = await other.post(`${page}/pay`, { method: "bank_transfer" });
    expect(decodeURIComponent(sent.location ?? "")).toContain("problem=This+order+cannot+be+paid+like+that");
    expect((await visitor.get(`/en/checkout/${checkoutId}`)).html).toContain("Please write to us before you transfer");
    openAccount();
    expect((await other.post(`${page}/pay`, { method: "bank_transfer" })).location).toContain("/en/checkout/");
  });
});

describe("the pro-forma invoice of a transfer", () => {
  async function enter({ isReady = true, ...options }: OrderOptions & { isReady?: boolean } = {}) {
    const title = { az: "Mis fincan", en: "Hammered copper cup", ru: "Медная чашка" };
    const made = await makeOrder(testDb, {
      status: "pending_payment",
      paymentMethod: "bank_transfer",
      placedAt: clock(),
      lines: [{ titles: title }],
      ...options,
    });
    await testDb
      .updateTable("orders")
      .set({ incoterm: "FCA", incotermPlace: "Bakı" })
      .where("id", "=", made.orderId)
      .execute();
    if (isReady) await fillShop(made.sellerId);
    const visitor = await makeSignedInVisitor(testDb, site, made.buyer?.userId ?? "");
    return { ...made, visitor, page: `/en/orders/${made.orderId}` };
  }

  let voens = 1_634_567_890;
  async function fillShop(sellerId: string) {
    const shop = { voen: String((voens += 1)), phone: "+994501234567", postalCode: "AZ1000", email: "s@example.org" };
    await testDb.updateTable("sellers").set(shop).where("id", "=", sellerId).execute();
    await testDb
      .updateTable("sellerTexts")
      .set({ addressLine: "Sabir küçəsi 5" })
      .where("sellerId", "=", sellerId)
      .execute();
  }

  const documentIdIn = (location: string | null) => /document=([\da-f-]{36})/.exec(location ?? "")?.[1] ?? "none";

  it("is issued by one press, and the order's page names it, links to it and has it among its documents, once", async () => {
    const { visitor, page } = await enter();
    expect((await visitor.get(page)).html).toContain("Get the pro-forma invoice");
    const made = await visitor.post(`${page}/proforma`);
    const file = `${page}/documents/${documentIdIn(made.location)}`;
    expect(made.location).toBe(`${page}?news=proforma&document=${documentIdIn(made.location)}#news`);
    expect((await visitor.get(file)).headers.get("content-type")).toBe("application/pdf");
    expect((await visitor.post(`${page}/proforma`)).location).toBe(made.location);
    const { html } = await visitor.get(made.location ?? "");
    expect(html).toMatch(/PF-\d{4}-\d{4} is ready; it is among the order’s documents below\./);
    expect(html.split(`href="${file}"`)).toHaveLength(3);
    expect(html).not.toContain("Get the pro-forma invoice");
  });

  it("is said to be ready of no document but the order's own", async () => {
    const { visitor, page } = await enter();
    const { html } = await visitor.get(`${page}?news=proforma&document=${crypto.randomUUID()}`);
    expect(html).not.toContain("is ready");
  });

  it("says whom to pay, by which number and until when", async () => {
    const { visitor, page, orderId, reference, buyer } = await enter();
    await testDb
      .updateTable("orders")
      .set({ payBy: new Date("2026-12-08T10:00:00Z") })
      .where("id", "=", orderId)
      .execute();
    const { location } = await visitor.post(`${page}/proforma`);
    const documentId = documentIdIn(location);
    const inquirer = makeInquirer({ userId: buyer?.userId ?? "" });
    const file = await readOrderDocumentAsBuyer(testDb, files(), inquirer, { orderId, documentId }, clock());
    const text = (await pdfText(Buffer.from(file?.content ?? []))).replaceAll(/\s+/g, " ");
    const told = ["Transfer to", "Nümunə Federasiyası", IBAN, "BIC NABZAZ2X", `Purpose: ${reference}`, "8 Dec 2026"];
    expect(told.filter((words) => !text.includes(words))).toEqual([]);
  });

  it("names the merchant of record beside the seller, with the address and e-mail that the buyer was told", async () => {
    const { visitor, page, orderId, buyer } = await enter();
    const { location } = await visitor.post(`${page}/proforma`);
    const documentId = documentIdIn(location);
    const inquirer = makeInquirer({ userId: buyer?.userId ?? "" });
    const file = await readOrderDocumentAsBuyer(testDb, files(), inquirer, { orderId, documentId }, clock());
    const text = (await pdfText(Buffer.from(file?.content ?? []))).replaceAll(/\s+/g, " ");
    const told = ["Merchant of record", MERCHANT, "Hafenstraße 1, 20457 Hamburg", "(DE)", "sale@karvan-trade.example"];
    expect(told.filter((words) => !text.includes(words))).toEqual([]);
  });

  it("waits for a shop that has not all it needs, and nothing is issued", async () => {
    const { visitor, page, orderId } = await enter({ isReady: false });
    const { html } = await visitor.get(page);
    expect([html.includes("no pro-forma invoice yet"), html.includes("Get the pro-forma")]).toEqual([true, false]);
    const refused = await visitor.post(`${page}/proforma`);
    expect(refused.location).toBe(`${page}?news=proforma-lacks#refused`);
    expect((await visitor.get(refused.location ?? "")).html.split("no pro-forma invoice yet")).toHaveLength(3);
    const issued = await testDb.selectFrom("tradeDocuments").select("id").where("subjectId", "=", orderId).execute();
    expect(issued).toEqual([]);
  });

  it("is for transfers that are waited for, and for nobody else", async () => {
    const card = await enter({ paymentMethod: "stripe" });
    const paid = await enter({ status: "paid" });
    for (const { visitor, page } of [card, paid]) {
      expect((await visitor.get(page)).html).not.toContain("pro-forma");
      expect((await visitor.post(`${page}/proforma`)).location).toBe(`${page}?news=stale#refused`);
    }
    const { page, orderId } = await enter();
    await card.visitor.post(`${page}/proforma`);
    const issued = await testDb.selectFrom("tradeDocuments").select("id").where("subjectId", "=", orderId).execute();
    expect(issued).toEqual([]);
  });
});
