import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { afterEach, describe, expect, it } from "vitest";
import { env } from "~/platform/env.server";
import { shouldRevalidate } from "~/routes/buyer/checkout";
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
    expect(html).toContain(`${env.MERCHANT_ADDRESS}, Estonia`);
    expect((await visitor.post("/en/checkout?to=DE", TYPED_CHECKOUT)).status).toBe(303);
    expect(await orders()).toHaveLength(1);
    const { merchant } = await testDb.selectFrom("orders").select("merchant").executeTakeFirstOrThrow();
    expect(merchant).toMatchObject({ address: env.MERCHANT_ADDRESS, email: env.MERCHANT_EMAIL });
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

  it("says of a service from when a consumer's days run, and nothing of goods", async () => {
    const { userId } = await makeBuyer(testDb);
    const routes = [{ service: "digital" as const, zones: [{ countries: ["DE"], daysMax: 1 }] }];
    const logo = await makeCup({ kind: "service", stock: 0, stockPolicy: null, leadTimeDays: 10, seller: { routes } });
    await fillCart({ userId, visitDigest: undefined }, [{ listingId: logo.listingId }], new Date());
    const visitor = await makeSignedInVisitor(testDb, site, userId);

    const { html } = await visitor.get("/en/checkout?to=DE");

    expect(html).toContain("you have 14 days from the seller’s acceptance to withdraw");
    expect(html).not.toContain("14 days from receiving the goods");
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

describe("a checkout that was refused", () => {
  /** As the site's own scripts post: the answer leaves the page where it is, and says whether to load it anew. */
  const answerTo = async (cookies: Map<string, string>, fields: Record<string, string>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const body = new URLSearchParams({ formKey: crypto.randomUUID(), ...fields });
    const answer = await site.ask("/en/checkout.data?to=DE", { method: "POST", body, headers: { cookie } });
    return { actionStatus: answer.status, text: await answer.text() };
  };
  const loadsAnew = (actionStatus: number) => shouldRevalidate({ actionStatus } as ShouldRevalidateFunctionArgs);

  it("because the cart has changed is loaded anew, and what it then says is ordered", async () => {
    const { visitor, orders } = await enterWithCup();
    const { actionStatus, text } = await answerTo(visitor.cookies, { ...TYPED_CHECKOUT, total: "3800" });
    expect([actionStatus, loadsAnew(actionStatus)]).toEqual([422, true]);
    expect(text).toContain("The new total is below");

    const { html } = await visitor.get("/en/checkout?to=DE");
    const total = /name="total" value="(\d+)"/.exec(html)?.[1] ?? "";
    expect((await visitor.post("/en/checkout?to=DE", { ...TYPED_CHECKOUT, total })).status).toBe(303);
    expect(await orders()).toHaveLength(1);
  });

  it("because its cookies are gone says so and stays as it is, with what was typed", async () => {
    const { visitor, orders } = await enterWithCup();
    visitor.cookies.clear();
    const { actionStatus, text } = await answerTo(visitor.cookies, { ...TYPED_CHECKOUT, city: "Altona" });
    expect([actionStatus, loadsAnew(actionStatus)]).toEqual([409, false]);
    expect(text).toContain("Your cart is not here any more");
    expect(text).toContain("Altona");
    const { terms: _, ...unaccepted } = TYPED_CHECKOUT;
    expect((await answerTo(visitor.cookies, unaccepted)).actionStatus).toBe(409);
    expect((await visitor.post("/en/checkout?to=DE", TYPED_CHECKOUT)).location).toBe("/en/cart?to=DE");
    expect(await orders()).toEqual([]);
  });

  it("because the cart was emptied elsewhere stays as it is, too", async () => {
    const { visitor } = await enterWithCup();
    expect((await visitor.post("/en/checkout?to=DE", TYPED_CHECKOUT)).status).toBe(303);
    const { actionStatus, text } = await answerTo(visitor.cookies, TYPED_CHECKOUT);
    expect([actionStatus, loadsAnew(actionStatus)]).toEqual([409, false]);
    expect(text).toContain("Nothing of this is in the cart any more.");
  });
});

describe("the documents that a buyer accepts", () => {
  it("both open beside the form, which would lose what was typed, and say so", async () => {
    const { visitor } = await enterWithCup();
    const { html } = await visitor.get("/en/checkout?to=DE");
    for (const page of ["terms", "returns"]) {
      expect(html).toMatch(
        new RegExp(`<a href="/en/${page}" target="_blank"[^>]*>(?:(?!</a>).)*\\(opens in a new tab\\)`),
      );
    }
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
