import { expect, it } from "vitest";
import { testDb } from "~tests/support/database";
import { makeReady } from "~tests/support/order-papers";
import { makeReceivedOrder } from "~tests/support/received-order";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor } from "~tests/support/visitor";

const site = siteForTests();

it.each(["1.250", "9.005", "nine"])(
  "A customs form with postal charges of '%s' comes back with a sentence",
  async (postage) => {
    const { seller, orderId } = await makeReceivedOrder();
    const visitor = await makeSignedInVisitor(testDb, site, seller.userId);
    const fields = { packageCount: "1", grossGrams: "900", postage };
    const { status, html } = await visitor.post(`/en/seller/orders/${orderId}/documents/cn23`, fields);
    expect([status, html.includes("without thousands separators")]).toEqual([422, true]);
    expect(html).toMatch(new RegExp(`name="postage"[^>]*value="${postage}"`));
  },
);

it("A document that says another weight than one before comes back with a question, and is issued once that is ticked", async () => {
  const { seller, orderId } = await makeReady();
  const visitor = await makeSignedInVisitor(testDb, site, seller.userId);
  const papers = `/en/seller/orders/${orderId}/documents`;
  const packed = { packageCount: "1", lengthCm: "30", widthCm: "20", heightCm: "20" };
  const invoice = { ...packed, grossGrams: "900", incoterm: "FCA", incotermPlace: "Baku" };
  expect((await visitor.post(`${papers}/commercial_invoice`, invoice)).status).toBe(303);

  const { html } = await visitor.get(`${papers}/packing_list`);
  expect(html).toMatch(/name="grossGrams"[^>]*value="900"/);
  expect([html.includes("As on CI-"), html.includes('name="isOtherWeight"')]).toEqual([true, false]);
  const asked = await visitor.post(`${papers}/packing_list`, { ...packed, grossGrams: "1200" });
  expect(asked.status).toBe(422);
  expect(asked.html).toContain("as 900 g, this one would give 1,200 g");
  expect(asked.html).toMatch(/name="grossGrams"[^>]*value="1200"/);
  expect(asked.html).toContain('name="isOtherWeight"');
  const ticked = await visitor.post(`${papers}/packing_list`, { ...packed, grossGrams: "1200", isOtherWeight: "on" });
  expect([ticked.status, ticked.location]).toEqual([303, `${papers}?news=document`]);
});
