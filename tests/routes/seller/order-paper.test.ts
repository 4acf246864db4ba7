import { expect, it } from "vitest";
import { testDb } from "~tests/support/database";
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
