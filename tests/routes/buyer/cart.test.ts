import { describe, expect, it } from "vitest";
import { clock } from "~/platform/clock.server";
import { drawCartVisit } from "~/platform/http/cart-visit.server";
import { makeBuyer, makeOrder } from "~db/factories";
import { fillCart, makeCup } from "~tests/support/buying";
import { testDb } from "~tests/support/database";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor, makeVisitor } from "~tests/support/visitor";

const site = siteForTests();
const LINES = "karvan_cart_lines";

describe("putting something into the cart", () => {
  it("says that it is in, with the way back, and tells the browser how many lines there are", async () => {
    const { listingId, slug } = await makeCup();
    const visitor = makeVisitor(site);

    const put = await visitor.post("/en/cart/put?to=DE", { listing: listingId, quantity: "2" });

    expect(put.location).toBe(`/en/cart?put=${listingId}&to=DE`);
    expect(visitor.cookies.get(LINES)).toBe("1");
    // Scripts of the page read it, and it says nothing but a number.
    const told = put.headers.getSetCookie().find((line) => line.startsWith(LINES)) ?? "";
    expect(told).not.toMatch(/HttpOnly/i);
    const { html } = await visitor.get(put.location ?? "");
    expect(html).toMatch(/“[^”]+” is in your cart\./);
    expect(html).toContain(`href="/en/listings/${slug}"`);
  });

  it("says that a number below the minimum order was raised, and nothing of it where it was not", async () => {
    const { listingId } = await makeCup({ minimumOrderQuantity: 6 });
    const visitor = makeVisitor(site);
    const sentence = "The minimum order is 6. You asked for 2, so the quantity in the cart was raised to the minimum.";

    const put = await visitor.post("/en/cart/put?to=DE", { listing: listingId, quantity: "2" });
    expect(put.location).toBe(`/en/cart?put=${listingId}&asked=2&to=DE`);
    expect((await visitor.get(put.location ?? "")).html).toContain(sentence);

    const enough = await visitor.post("/en/cart/put?to=DE", { listing: listingId, quantity: "7" });
    expect((await visitor.get(enough.location ?? "")).html).not.toContain("was raised");
    // Nobody makes the page say it by an address.
    expect((await visitor.get(`/en/cart?put=${listingId}&asked=9&to=DE`)).html).not.toContain("was raised");
  });

  it("says nothing of what is not in the cart", async () => {
    const { listingId } = await makeCup();
    const { html } = await makeVisitor(site).get(`/en/cart?put=${listingId}&to=DE`);
    expect(html).not.toContain("is in your cart");
  });

  it("is told to the browser again when a line is taken out, and by the cart's own page", async () => {
    const { listingId } = await makeCup();
    const visitor = makeVisitor(site);
    await visitor.post("/en/cart/put?to=DE", { listing: listingId, quantity: "2" });
    visitor.cookies.set(LINES, "7");
    const { html } = await visitor.get("/en/cart?to=DE");
    expect(visitor.cookies.get(LINES)).toBe("1");

    const line = /name="line" value="([^"]+)"/.exec(html)?.[1] ?? "";
    await visitor.post("/en/cart/line?to=DE", { line, quantity: "0" });

    expect(visitor.cookies.has(LINES)).toBe(false);
  });

  it("changes no public page: the number is put on by the browser alone", async () => {
    const visitor = makeVisitor(site);
    visitor.cookies.set(LINES, "3");
    const { html, headers } = await visitor.get("/en/about");
    expect(headers.get("cache-control")).toContain("public");
    expect(headers.get("set-cookie")).toBeNull();
    expect(html).not.toContain("3 lines");
  });

  it("is forgotten by the browser when its reader signs out", async () => {
    const { userId } = await makeBuyer(testDb);
    const visitor = await makeSignedInVisitor(testDb, site, userId);
    visitor.cookies.set(LINES, "3");

    await visitor.post("/en/logout");

    expect(visitor.cookies.has(LINES)).toBe(false);
  });
});

describe("the cart", () => {
  it("says beside the total who is not in it and why, and offers the rest", async () => {
    const { userId } = await makeBuyer(testDb);
    const cup = await makeCup();
    const few = await makeCup({ minimumOrderQuantity: 5 });
    const wanted = [{ listingId: cup.listingId }, { listingId: few.listingId, quantity: 5 }];
    await fillCart({ userId, visitDigest: undefined }, wanted, new Date());
    await testDb.updateTable("cartLines").set({ quantity: 2 }).where("listingId", "=", few.listingId).execute();
    const visitor = await makeSignedInVisitor(testDb, site, userId);

    const { html } = await visitor.get("/en/cart?to=DE");

    const sum = html.slice(html.indexOf('<aside class="rounded'));
    expect(sum).toContain("Not included in this total:");
    expect(sum).toContain(`href="#group-good-${few.sellerId}"`);
    expect(sum).toContain("The minimum order is 5.");
    expect(sum).not.toContain(`href="#group-good-${cup.sellerId}"`);
    expect(sum).toContain("Check out the rest");
  });

  it("names what has to be asked for, and asks about that", async () => {
    const { userId } = await makeBuyer(testDb);
    const rates = [{ upToGrams: 5_000, amountMinor: 900 }];
    const zone = { countries: ["DE"], daysMax: 9 };
    const routes = [
      { service: "post" as const, zones: [{ ...zone, maximumGrams: 5_000, rates }] },
      { service: "freight" as const, zones: [{ ...zone, rates: [] }] },
    ];
    const cup = await makeCup({ seller: { routes } });
    const { sellerId } = cup;
    const titles = { az: "Palıd sandıq", en: "Oak chest", ru: "Дубовый сундук" };
    const chest = await makeCup({ sellerId, title: titles, packedWeightGrams: 40_000 });
    const wanted = [cup, { listingId: chest.listingId, quantity: 2 }];
    await fillCart({ userId, visitDigest: undefined }, wanted, new Date());
    const visitor = await makeSignedInVisitor(testDb, site, userId);

    const { html } = await visitor.get("/en/cart?to=DE");

    expect(html).toContain("Ask the seller what the freight costs. The reason: Oak chest.");
    expect(html).toContain("Ask the seller about “Oak chest”");
    expect(html).toMatch(new RegExp(`href="/en/inquiries/new\\?listing=${chest.slug}&amp;[^"]*qty=2`));
    expect(html).not.toContain(`/en/inquiries/new?listing=${cup.slug}`);
  });

  it("says by when it arrives, as does the checkout, and leaves nobody out where nothing is wrong", async () => {
    const { userId } = await makeBuyer(testDb);
    const cup = await makeCup();
    await fillCart({ userId, visitDigest: undefined }, [{ listingId: cup.listingId }], new Date());
    const visitor = await makeSignedInVisitor(testDb, site, userId);

    for (const page of ["/en/cart?to=DE", "/en/checkout?to=DE"]) {
      const { html } = await visitor.get(page);
      expect(html).toMatch(/Arrives by \d+ \w+/);
      expect(html).not.toContain("Not included in this total:");
    }
  });
});

describe("a cart that comes over at the sign-in and does not fit", () => {
  it.each(["/en/cart?to=DE", "/en/checkout?to=DE"])(
    "says on the cart how many lines were left out, from %s",
    async (page) => {
      const { userId } = await makeBuyer(testDb);
      const cup = await makeCup();
      const visitor = await makeSignedInVisitor(testDb, site, userId);
      const { digest, cookie } = drawCartVisit();
      visitor.cookies.set("karvan_cart", cookie.split(";")[0]?.split("=")[1] ?? "");
      const others = await Promise.all(Array.from({ length: 100 }, () => makeCup({ sellerId: cup.sellerId })));
      await fillCart({ userId: undefined, visitDigest: digest }, others, new Date());
      const anHourAgo = new Date(Date.now() - 3_600_000);
      await fillCart({ userId, visitDigest: undefined }, [cup], anHourAgo);

      const { location } = await visitor.get(page);

      expect(location).toBe("/en/cart?" + (page.includes("checkout") ? "left=1&to=DE" : "to=DE&left=1"));
      expect((await visitor.get(location ?? "")).html).toContain("the oldest line did not fit in");
      expect((await visitor.get("/en/cart?to=DE")).html).not.toContain("did not fit in");
    },
  );
});

describe("the country that a cart is counted for", () => {
  it("stays the one for which things were put in, in whatever language the address is typed", async () => {
    const { listingId } = await makeCup();
    const visitor = makeVisitor(site);
    await visitor.post("/en/cart/put", { listing: listingId, quantity: "1" });
    const there = { az: "/az/cart?to=DE", ru: "/ru/cart?to=DE" };
    expect((await visitor.get("/az/cart")).location).toBe(there.az);
    expect((await visitor.get("/ru/cart")).location).toBe(there.ru);
    expect((await visitor.get("/ru/checkout?pay=EUR")).location).toBe("/ru/checkout?pay=EUR&to=DE");
    expect((await visitor.get("/en/cart")).status).toBe(200);
  });

  it("is the one in the address where there is one, and stays as it was chosen with its currency", async () => {
    const visitor = makeVisitor(site);
    await visitor.post("/en/preferences", { from: "/en/cart", to: "KZ", cur: "USD" });
    expect((await visitor.get("/ru/cart")).location).toBe("/ru/cart?to=KZ&cur=USD");
    expect((await visitor.get("/ru/cart?to=DE")).status).toBe(200);
  });

  it("changes no public page", async () => {
    const visitor = makeVisitor(site);
    visitor.cookies.set("karvan_to", "KZ");
    expect((await visitor.get("/en/about")).status).toBe(200);
  });
});

describe("a cart beside an order that its buyer did not pay", () => {
  it("leads to it, and to none that is paid or somebody else's", async () => {
    const made = await makeOrder(testDb, { status: "pending_payment", placedAt: clock() });
    const { reference } = await testDb
      .selectFrom("orders")
      .select("reference")
      .where("id", "=", made.orderId)
      .executeTakeFirstOrThrow();
    const sentence = `Your order ${reference} is not paid yet.`;
    const visitor = await makeSignedInVisitor(testDb, site, made.buyer?.userId ?? "");

    const { html } = await visitor.get("/en/cart?to=DE");
    expect(html).toContain(sentence);
    expect(html).toContain(`href="/en/orders/${made.orderId}`);

    expect((await makeVisitor(site).get("/en/cart?to=DE")).html).not.toContain("is not paid yet");
    const paid = await makeOrder(testDb, { placedAt: clock() });
    const other = await makeSignedInVisitor(testDb, site, paid.buyer?.userId ?? "");
    expect((await other.get("/en/cart?to=DE")).html).not.toContain("is not paid yet");
  });
});
