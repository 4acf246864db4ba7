import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  findOrderPaper,
  findOrderPapers,
  listOrderDocuments,
  readOrderDocumentAsBuyer,
  readOrderDocumentAsSeller,
} from "~/modules/orders/index.server";
import { documentDetailsInput } from "~/modules/orders/documents/details-schema.server";
import { issueOrderDocument } from "~/modules/orders/documents/order-documents.server";
import { files } from "~/platform/files/files.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import { makeOrder, makeRates, type MadeOrder, type OrderOptions } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { actionsOn, inDays, ship } from "~tests/support/order";

let voens = 1_234_567_890;

/** A shop with everything that stands on its papers. */
async function makeReady(options: OrderOptions = {}): Promise<MadeOrder> {
  const title = { az: "Mis fincan", en: "Hammered copper cup", ru: "Медная чашка" };
  const made = await makeOrder(testDb, { lines: [{ titles: title }], ...options });
  const shop = { voen: String((voens += 1)), phone: "+994501234567", postalCode: "AZ1000", email: "shop@example.org" };
  await testDb.updateTable("sellers").set(shop).where("id", "=", made.sellerId).execute();
  await testDb
    .updateTable("sellerTexts")
    .set({ addressLine: "Sabir küçəsi 5" })
    .where("sellerId", "=", made.sellerId)
    .execute();
  return made;
}

type Kind = Parameters<typeof issueOrderDocument>[3]["kind"];
const issue = ({ seller, orderId }: MadeOrder, kind: Kind, details: Record<string, unknown> = {}, key = newKey()) =>
  issueOrderDocument(
    testDb,
    seller,
    key,
    {
      orderId,
      kind,
      lang: "en",
      details: documentDetailsInput.parse({ incoterm: "FCA", incotermPlace: "Baku", ...asTyped(details) }),
    },
    inDays(1),
  );
/** A form has numbers as text. */
const asTyped = (details: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === "number" ? String(value) : value]),
  );
const papersOf = ({ seller, orderId }: MadeOrder) =>
  runWithLocale("en", () => findOrderPapers(testDb, seller, orderId, "en"));
const packagesOf = async ({ orderId }: MadeOrder) => {
  const { data } = await testDb
    .selectFrom("tradeDocuments")
    .select(sql<{ packages: unknown[] }>`data`.as("data"))
    .where("kind", "=", "packing_list")
    .where("subjectId", "=", orderId)
    .executeTakeFirstOrThrow();
  return data.packages;
};
const PACKED = { packageCount: 1, grossGrams: 900, lengthCm: 30, widthCm: 20, heightCm: 20 };

describe("documents of an order", () => {
  it("are made of the order and the shop: the invoice comes to what the buyer pays", async () => {
    const made = await makeReady();
    expect(await issue(made, "proforma_invoice")).toMatchObject({ ok: true });
    expect(await issue(made, "commercial_invoice", PACKED)).toMatchObject({ ok: true });
    const documents = await testDb
      .selectFrom("tradeDocuments")
      .select(["kind", "reference", "data", "buyerUserId"])
      .where("subjectKind", "=", "order")
      .where("subjectId", "=", made.orderId)
      .orderBy("kind")
      .execute();
    expect(documents.map(({ kind, reference }) => [kind, reference])).toEqual([
      ["commercial_invoice", "CI-2026-0001"],
      ["proforma_invoice", "PF-2026-0001"],
    ]);
    expect(documents[0]?.data).toMatchObject({
      order: { reference: made.reference, statedTotalMinor: "6900", freightMinor: "900", currency: "EUR" },
      lines: [{ quantity: 2, unitPriceMinor: "3000", hsCode: "741810", netGrams: 700 }],
      consignee: { name: "Jonas Petersen", street: "Speicherweg 12", city: "Hamburg", country: "DE" },
    });
    expect(documents[0]?.buyerUserId).toBe(made.buyer?.userId);
    expect(await actionsOn(made.orderId)).toEqual(["issue-order-document", "issue-order-document"]);
  });

  it("are issued once, however often the button is pressed", async () => {
    const made = await makeReady();
    const key = newKey();
    const press = () => issue(made, "proforma_invoice", {}, key);
    const [first, second] = await Promise.all([press(), press()]);
    expect(first).toEqual(second);
    expect(await listOrderDocuments(testDb, { ...made, lang: "en" })).toHaveLength(1);
  });

  it("are issued by one of two colleagues who press at the same moment; the other is told", async () => {
    const made = await makeReady();
    const answers = await Promise.all([issue(made, "proforma_invoice"), issue(made, "proforma_invoice")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: "not-issued" });
    expect(await listOrderDocuments(testDb, { ...made, lang: "en" })).toHaveLength(1);
  });

  it("say what is missing, and whose it is to fill in", async () => {
    const made = await makeOrder(testDb);
    const papers = (await papersOf(made))?.papers ?? [];
    const invoice = papers.find(({ kind }) => kind === "commercial_invoice");
    expect(invoice?.missing.length).toBeGreaterThan(0);
    expect(invoice?.missing.every(({ by }) => by !== "")).toBe(true);
    expect(invoice?.missing.some(({ isShop }) => isShop)).toBe(true);
    const refused = await issue(made, "commercial_invoice", PACKED);
    expect(refused).toMatchObject({ ok: false, refusal: "not-issued" });
    expect(refused.words).toContain(invoice?.missing[0]?.text);
    expect((await papersOf(await makeReady()))?.papers[0]?.missing).toEqual([]);
  });

  it("list what is packed parcel by parcel, below the invoice that goes with it", async () => {
    const made = await makeReady();
    expect(await issue(made, "packing_list", PACKED)).toMatchObject({ ok: false, refusal: "not-issued" });
    await issue(made, "commercial_invoice", PACKED);
    await ship(made, { pieces: [{ lineId: made.lineIds[0] ?? "", quantity: 1 }], weightGrams: 600 });
    await ship(made, { pieces: [{ lineId: made.lineIds[0] ?? "", quantity: 1 }], weightGrams: 650 });
    expect(await issue(made, "packing_list", PACKED)).toMatchObject({ ok: true });
    const { data } = await testDb
      .selectFrom("tradeDocuments")
      .select("data")
      .where("kind", "=", "packing_list")
      .where("subjectId", "=", made.orderId)
      .executeTakeFirstOrThrow();
    expect(data).toMatchObject({
      invoice: { number: "CI-2026-0001", on: "2026-11-25" },
      packages: [
        { marks: `${made.reference} 1/2`, grossGrams: 600, netGrams: 350 },
        { marks: `${made.reference} 2/2`, grossGrams: 650, netGrams: 350 },
      ],
    });
  });

  it("list the one parcel with the weight that the form says, whatever was written as it left", async () => {
    const made = await makeReady();
    await issue(made, "commercial_invoice", PACKED);
    const lineId = made.lineIds[0] ?? "";
    await ship(made, { pieces: [{ lineId, quantity: 2 }], weightGrams: 700 });
    await testDb.updateTable("orderParcels").set({ weightGrams: 650 }).where("orderId", "=", made.orderId).execute();
    const refused = await issue(made, "packing_list", { ...PACKED, grossGrams: 650 });
    expect(refused.words).toBe("The goods weigh 700 g net: the gross weight cannot be less.");
    expect(await issue(made, "packing_list", { ...PACKED, grossGrams: 5_200 })).toMatchObject({ ok: true });
    expect(await packagesOf(made)).toMatchObject([{ grossGrams: 5_200, netGrams: 700 }]);
  });

  it("say of the one parcel that nobody weighed what is left of the whole weight", async () => {
    const made = await makeReady();
    await issue(made, "commercial_invoice", PACKED);
    const pieces = [{ lineId: made.lineIds[0] ?? "", quantity: 1 }];
    await ship(made, { pieces, weightGrams: 400 });
    await ship(made, { pieces, weightGrams: undefined });
    expect(await issue(made, "packing_list", { ...PACKED, grossGrams: 900 })).toMatchObject({ ok: true });
    expect(await packagesOf(made)).toMatchObject([{ grossGrams: 400 }, { grossGrams: 500 }]);
  });

  it("spread the whole weight over several parcels that nobody weighed, by what is in each", async () => {
    const made = await makeReady({ lines: [{ quantity: 4, titles: { az: "Mis fincan", en: "Copper cup" } }] });
    await issue(made, "commercial_invoice", { ...PACKED, grossGrams: 2_000 });
    const lineId = made.lineIds[0] ?? "";
    const paperOf = () =>
      runWithLocale("en", () =>
        findOrderPaper(testDb, made.seller, { orderId: made.orderId, kind: "packing_list", lang: "en" }),
      );
    await ship(made, { pieces: [{ lineId, quantity: 1 }], weightGrams: 450 });
    expect(await paperOf()).toMatchObject({ grossGrams: "450", grossHint: undefined });
    await ship(made, { pieces: [{ lineId, quantity: 1 }], weightGrams: undefined });
    await ship(made, { pieces: [{ lineId, quantity: 2 }], weightGrams: undefined });
    // What some of them weigh is no weight of the order.
    expect(await paperOf()).toMatchObject({
      grossGrams: undefined,
      grossHint: expect.stringContaining("share the rest"),
    });
    expect(await issue(made, "packing_list", { ...PACKED, grossGrams: 2_000 })).toMatchObject({ ok: true });
    expect(await packagesOf(made)).toMatchObject([{ grossGrams: 450 }, { grossGrams: 516 }, { grossGrams: 1_034 }]);
  });

  it("need the rate of the SDR for a CN 22, and take a CN 23 for what is dearer", async () => {
    const made = await makeReady();
    const parcel = { grossGrams: 900, postage: "9.00" };
    expect((await issue(made, "cn22", parcel)).words).toBeDefined();
    expect(await issue(made, "cn22", { ...parcel, sdr: "2.2845" })).toMatchObject({ ok: true });
    const dear = await makeReady({
      lines: [{ unitMinor: 40_000, titles: { az: "Mis fincan", en: "Copper cup", ru: "Медная чашка" } }],
    });
    expect(await issue(dear, "cn22", { ...parcel, sdr: "2.2845" })).toMatchObject({ ok: false });
    expect(await issue(dear, "cn23", parcel)).toMatchObject({ ok: true });
  });

  it("take the rate of the SDR for a CN 22 from the bank's list, with its day, and ask for it only where there is none", async () => {
    const made = await makeReady();
    const sdrOf = async () => {
      const asked = { orderId: made.orderId, kind: "cn22" as const, lang: "en" as const };
      return (await findOrderPaper(testDb, made.seller, asked))?.sdr;
    };
    expect(await sdrOf()).toBeUndefined();
    await makeRates(testDb, { EUR: 1.9748, SDR: 2.3118 });
    expect(await sdrOf()).toContain("of 20 November 2026, one SDR is 2.3118 manats");
    // What a form brings all the same does not count.
    expect(await issue(made, "cn22", { grossGrams: 900, sdr: "0.01" })).toMatchObject({ ok: true });
    const { data } = await testDb
      .selectFrom("tradeDocuments")
      .select("data")
      .where("kind", "=", "cn22")
      .where("subjectId", "=", made.orderId)
      .executeTakeFirstOrThrow();
    const sdr = { aznMillionths: "2311800", currencyAznMillionths: "1974800", on: "2026-11-20" };
    expect(data).toMatchObject({ sdr });
    await testDb.deleteFrom("exchangeRates").execute();
  });

  it("are those that the destination needs: none of the customs' at home, the post's forms for what goes by post", async () => {
    const kinds = async (options: OrderOptions) =>
      (await papersOf(await makeReady(options)))?.papers.map(({ kind }) => kind);
    const trade = ["proforma_invoice", "commercial_invoice", "packing_list"];
    expect(await kinds({})).toEqual([...trade, "cn22", "cn23"]);
    expect(await kinds({ delivery: "courier" })).toEqual(trade);
    // Net 350 g each: six are too heavy for the short form whatever they are packed in.
    expect(await kinds({ lines: [{ quantity: 6 }] })).toEqual([...trade, "cn23"]);
    expect(await kinds({ destination: "AZ", currency: "AZN" })).toEqual(["proforma_invoice"]);
    const home = await makeReady({ destination: "AZ", currency: "AZN" });
    expect(await issue(home, "commercial_invoice", PACKED)).toMatchObject({ refusal: "not-now" });
    const asked = { orderId: home.orderId, kind: "cn23" as const, lang: "en" as const };
    expect(await findOrderPaper(testDb, home.seller, asked)).toBeUndefined();
  });

  it("are replaced by who has seen the one that stands, and by nobody else", async () => {
    const made = await makeReady();
    const first = await issue(made, "proforma_invoice");
    if (!first.ok) throw new Error("not issued");
    const { documentId } = first.value;
    const blind = await issue(made, "proforma_invoice");
    expect(blind).toMatchObject({ refusal: "not-issued" });
    expect(blind.words).toContain("bu arada verilib");
    const shown = (await papersOf(made))?.papers.find(({ kind }) => kind === "proforma_invoice");
    expect(shown?.issued).toMatchObject({ documentId, reference: "PF-2026-0001" });
    expect(await issue(made, "proforma_invoice", { replaces: documentId })).toMatchObject({ ok: true });
    const listed = await listOrderDocuments(testDb, { ...made, lang: "en" });
    expect(listed.map(({ reference, isReplaced }) => [reference, isReplaced])).toEqual([
      ["PF-2026-0002", false],
      ["PF-2026-0001", true],
    ]);
    expect(await issue(made, "proforma_invoice", { replaces: documentId })).toMatchObject({ refusal: "not-issued" });
  });

  it("suggest the term that fits who pays the carriage, also where the order says another", async () => {
    const termOf = async ({ seller, orderId }: MadeOrder) => {
      const asked = { orderId, kind: "commercial_invoice" as const, lang: "en" as const };
      return (await runWithLocale("en", () => findOrderPaper(testDb, seller, asked)))?.term;
    };
    const made = await makeReady();
    expect(await termOf(made)).toEqual({ code: "DAP", place: "Hamburg, Germany", contradicted: undefined });
    const agree = (incoterm: string, incotermPlace: string) =>
      testDb.updateTable("orders").set({ incoterm, incotermPlace }).where("id", "=", made.orderId).execute();
    await agree("CPT", "Hamburg");
    expect(await termOf(made)).toBeUndefined();
    await agree("FCA", "Baku");
    expect(await termOf(made)).toMatchObject({ code: "DAP", contradicted: "FCA Bakı / Baku" });
    await issue(made, "commercial_invoice", { ...PACKED, incoterm: "DAP", incotermPlace: "Hamburg, Almaniya" });
    const { data } = await testDb
      .selectFrom("tradeDocuments")
      .select("data")
      .where("subjectId", "=", made.orderId)
      .executeTakeFirstOrThrow();
    // A country that a form writes in one language is read in both of the document's.
    const place = "Hamburg, Almaniya / Hamburg, Germany";
    expect(data).toMatchObject({ order: { incoterm: "DAP", incotermPlace: place } });
    expect(data).toMatchObject({ lines: [{ unit: { az: "ədəd", en: "pcs", ru: "шт." } }] });
    expect(await termOf(await makeReady({ shippingMinor: 0 }))).toMatchObject({ code: undefined });
  });

  it("are not made of what is cancelled, or by another shop", async () => {
    const [cancelled, made, stranger] = [
      await makeReady({ status: "cancelled" }),
      await makeReady(),
      await makeReady(),
    ];
    expect(await issue(cancelled, "proforma_invoice")).toMatchObject({ refusal: "not-now" });
    expect(await issue({ ...made, seller: stranger.seller }, "proforma_invoice")).toMatchObject({
      refusal: "order-missing",
    });
    expect(await papersOf({ ...made, seller: stranger.seller })).toBeUndefined();
  });

  it("are opened by their two sides and by nobody else", async () => {
    const [made, other] = [await makeReady(), await makeReady()];
    const issued = await issue(made, "proforma_invoice");
    const key = { orderId: made.orderId, documentId: issued.ok ? issued.value.documentId : "" };
    const asBuyer = (inquirer = made.inquirer, orderId = made.orderId) =>
      readOrderDocumentAsBuyer(testDb, files(), inquirer, { ...key, orderId }, inDays(1));
    expect((await asBuyer())?.content.subarray(0, 5).toString()).toBe("%PDF-");
    expect(await readOrderDocumentAsSeller(testDb, files(), made.seller, key)).toBeDefined();
    expect(await asBuyer(other.inquirer)).toBeUndefined();
    expect(await asBuyer(other.inquirer, other.orderId)).toBeUndefined();
    expect(await readOrderDocumentAsSeller(testDb, files(), other.seller, key)).toBeUndefined();
    expect(
      await readOrderDocumentAsSeller(testDb, files(), made.seller, { ...key, orderId: other.orderId }),
    ).toBeUndefined();
  });
});
