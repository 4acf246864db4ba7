import { describe, expect, it } from "vitest";
import { findOrderPaper, listOrderDocuments } from "~/modules/orders/index.server";
import { runWithLocale } from "~/platform/i18n/locale.server";
import type { MadeOrder } from "~db/factories";
import { testDb } from "~tests/support/database";
import { newKey } from "~tests/support/form-key";
import { ship } from "~tests/support/order";
import { issue, makeReady, PACKED } from "~tests/support/order-papers";

const UNSURE = { ...PACKED, isOtherWeight: false };

const paperOf = ({ seller, orderId }: MadeOrder, kind: "commercial_invoice" | "packing_list" | "cn23") =>
  runWithLocale("en", () => findOrderPaper(testDb, seller, { orderId, kind, lang: "en" }));

const issuedOf = async (made: MadeOrder) =>
  (await listOrderDocuments(testDb, { ...made, lang: "en" })).map(({ reference }) => reference);

describe("the weight in the form of a document", () => {
  it("is that of the document that was issued last for the same order, and says so", async () => {
    const made = await makeReady();
    expect(await paperOf(made, "packing_list")).toMatchObject({ grossGrams: undefined, grossHint: undefined });
    await issue(made, "commercial_invoice", { ...PACKED, grossGrams: 1_150 });
    const shown = { grossGrams: "1150", grossHint: "As on CI-2026-0001." };
    for (const kind of ["packing_list", "cn23", "commercial_invoice"] as const) {
      expect(await paperOf(made, kind)).toMatchObject(shown);
    }
    await issue(made, "packing_list", { ...PACKED, grossGrams: 1_200 });
    expect(await paperOf(made, "cn23")).toMatchObject({ grossGrams: "1200", grossHint: "As on PL-2026-0001." });
  });

  it("comes with what the parcels weighed where that is another one", async () => {
    const made = await makeReady();
    await issue(made, "commercial_invoice", { ...PACKED, grossGrams: 1_150 });
    await ship(made, { weightGrams: 1_300 });
    expect(await paperOf(made, "packing_list")).toMatchObject({
      grossGrams: "1150",
      grossHint: "As on CI-2026-0001. Its parcels weighed 1,300 g together when they were sent.",
    });
  });

  it("is no other order's", async () => {
    const made = await makeReady();
    await issue(made, "commercial_invoice", PACKED);
    const other = await makeReady({ seller: made.seller });
    expect(await paperOf(other, "packing_list")).toMatchObject({ grossGrams: undefined, grossHint: undefined });
  });
});

describe("a document that says another weight than one that stands", () => {
  it("is asked about, naming the other, and issued once it is said that the weight is right", async () => {
    const made = await makeReady();
    await issue(made, "commercial_invoice", PACKED);
    const key = newKey();
    const asked = await issue(made, "packing_list", { ...UNSURE, grossGrams: 1_200 }, key);
    expect(asked).toMatchObject({ ok: false, refusal: "weight-differs" });
    expect(asked.words).toMatch(/CI-2026-0001 gives the weight with packing as 900 g, this one would give 1,200 g/);
    expect(await issuedOf(made)).toEqual(["CI-2026-0001"]);

    const sure = { ...PACKED, grossGrams: 1_200, isOtherWeight: true };
    const [issued, again] = [
      await issue(made, "packing_list", sure, key),
      await issue(made, "packing_list", sure, key),
    ];
    expect(issued).toMatchObject({ ok: true });
    expect(again).toEqual(issued);
    // The number that was taken before the question is not lost.
    expect(await issuedOf(made)).toEqual(["PL-2026-0001", "CI-2026-0001"]);
  });

  it("is asked about by what it will say: a packing list says what its parcels weighed", async () => {
    const made = await makeReady();
    await issue(made, "commercial_invoice", PACKED);
    const lineId = made.lineIds[0] ?? "";
    await ship(made, { pieces: [{ lineId, quantity: 1 }], weightGrams: 600 });
    await ship(made, { pieces: [{ lineId, quantity: 1 }], weightGrams: 650 });
    const asked = await issue(made, "packing_list", UNSURE);
    expect(asked.words).toContain("this one would give 1,250 g");
  });

  it("is issued without a question where it corrects the only one that says a weight, or says the same", async () => {
    const made = await makeReady();
    const first = await issue(made, "commercial_invoice", UNSURE);
    const replaces = first.ok ? first.value.documentId : "";
    const corrected = { ...UNSURE, grossGrams: 1_200, replaces };
    expect(await issue(made, "commercial_invoice", corrected)).toMatchObject({ ok: true });
    // What was replaced says nothing any more.
    expect(await issue(made, "packing_list", { ...UNSURE, grossGrams: 1_200 })).toMatchObject({ ok: true });
    expect(await issue(made, "proforma_invoice", { isOtherWeight: false })).toMatchObject({ ok: true });
  });
});
