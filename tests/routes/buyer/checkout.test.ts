import { afterEach, describe, expect, it } from "vitest";
import { env } from "~/platform/env.server";
import { makeBuyer } from "~db/factories";
import { fillCart, makeCup } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { TYPED_CHECKOUT } from "~tests/support/placing";
import { siteForTests } from "~tests/support/site";
import { openAccount } from "~tests/support/transfers";
import { makeSignedInVisitor } from "~tests/support/visitor";

openAccount();
const site = siteForTests();
const { MERCHANT_NAME } = env;
afterEach(() => {
  env.MERCHANT_NAME = MERCHANT_NAME;
});

async function enterWithCup() {
  const { userId } = await makeBuyer(testDb, { name: "Jonas Petersen" });
  const cup = await makeCup();
  await fillCart({ userId, visitDigest: undefined }, [{ listingId: cup.listingId }], new Date());
  const visitor = await makeSignedInVisitor(testDb, site, userId);
  const orders = () => testDb.selectFrom("orders").select("id").where("buyerUserId", "=", userId).execute();
  return { visitor, orders };
}

describe("the checkout", () => {
  it("names who takes the money, and orders", async () => {
    const { visitor, orders } = await enterWithCup();
    const { html } = await visitor.get("/en/checkout?to=DE");
    expect(html).toContain(`${MERCHANT_NAME}`);
    expect((await visitor.post("/en/checkout?to=DE", TYPED_CHECKOUT)).status).toBe(303);
    expect(await orders()).toHaveLength(1);
  });

  it.each([
    ["DE", true],
    ["GE", false],
  ])("for %s leads to the right of withdrawal: %s", async (country, isInUnion) => {
    const { userId } = await makeBuyer(testDb);
    const rates = [{ upToGrams: 20_000, amountMinor: 900 }];
    const routes = [{ service: "post" as const, zones: [{ countries: ["DE", "GE"], daysMax: 9, rates }] }];
    const cup = await makeCup({ seller: { routes } });
    await fillCart({ userId, visitDigest: undefined }, [{ listingId: cup.listingId }], new Date());
    const visitor = await makeSignedInVisitor(testDb, site, userId);

    const { html } = await visitor.get(`/en/checkout?to=${country}`);

    expect(html).toContain('name="terms"');
    expect(html.includes("#withdrawal-form")).toBe(isInUnion);
  });

  it("of a site that names nobody says that nothing can be paid here, and takes no order", async () => {
    const { visitor, orders } = await enterWithCup();
    env.MERCHANT_NAME = undefined;
    const { status, html } = await visitor.get("/en/checkout?to=DE");
    expect([status, html.includes("No payment is taken here for this yet.")]).toEqual([200, true]);
    expect(html).not.toContain('name="terms"');
    const posted = await visitor.post("/en/checkout?to=DE", TYPED_CHECKOUT);
    expect(posted.status).toBe(422);
    expect(await orders()).toEqual([]);
  });
});

describe("what was typed at the checkout", () => {
  it("stands on the buyer's own order, with her name as the recipient's where none was given", async () => {
    const { visitor, orders } = await enterWithCup();
    const firm = { company: "Petersen & Co", taxNumber: "DE123456789", phone: "+49 40 1234567" };
    const sent = await visitor.post("/en/checkout?to=DE", { ...TYPED_CHECKOUT, ...firm, recipient: "" });
    expect(sent.status).toBe(303);

    const [order] = await orders();
    const { html } = await visitor.get(`/en/orders/${order?.id ?? ""}`);

    for (const text of ["Petersen &amp; Co", "Tax number: DE123456789", "+49401234567"]) expect(html).toContain(text);
    expect(html.slice(html.indexOf("<address"), html.indexOf("</address>"))).toContain("Jonas Petersen");
  });
});
