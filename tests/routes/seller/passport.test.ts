import { beforeAll, describe, expect, it } from "vitest";
import { makeBuyer, makeSellerActor, makeStaff } from "~db/factories";
import { loadReferenceData } from "~db/reference/load";
import { testDb } from "~tests/support/database";
import { makeExporter, passportsOf } from "~tests/support/exporter";
import { siteForTests } from "~tests/support/site";
import { makeSignedInVisitor, makeVisitor } from "~tests/support/visitor";

const site = siteForTests();
const MARKET = "/en/seller/readiness/markets/GE";

beforeAll(async () => {
  await loadReferenceData(testDb);
});

async function enter(role: "manager" | "editor" = "manager", sellerId?: string) {
  const shop = sellerId === undefined ? await makeExporter() : { sellerId };
  const { userId } = await makeSellerActor(testDb, shop.sellerId, role);
  return { sellerId: shop.sellerId, visitor: await makeSignedInVisitor(testDb, site, userId) };
}

async function enterWithPassport() {
  const entered = await enter();
  await entered.visitor.post(`${MARKET}/passport`);
  const [row] = await passportsOf(entered.sellerId);
  const passport = { id: row?.id ?? "", code: row?.code ?? "" };
  const paths = {
    file: `/en/seller/passports/${passport.id}/passport.pdf`,
    revoke: `/en/seller/passports/${passport.id}/revoke`,
  };
  return { ...entered, ...paths, ...passport };
}

describe("a seller's passport", () => {
  it("is made on the page of a market that is open, and shown there and in the list with its ways", async () => {
    const { visitor, sellerId } = await enter();
    expect((await visitor.get(MARKET)).html).toContain("Make a passport");
    const made = await visitor.post(`${MARKET}/passport`);
    expect(made.location).toBe(`${MARKET}?passport=made#passport`);
    const [row] = await passportsOf(sellerId);
    const { html } = await visitor.get(`${MARKET}?passport=made`);
    for (const shown of ["The passport is ready.", "This passport is valid", `href="/en/passports/${row?.code}"`]) {
      expect(html).toContain(shown);
    }
    expect(html).toContain(`href="/en/seller/passports/${row?.id}/passport.pdf"`);
    const list = (await visitor.get("/en/seller/readiness/markets")).html;
    expect(list).toContain("Export passports");
    expect(list).toContain(row?.code.match(/.{4}/g)?.join("-"));
  });

  it("is not offered where something is missing, and a form that asks for it all the same is told why", async () => {
    const { visitor, sellerId } = await enter();
    const eu = "/en/seller/readiness/markets/EU";
    const before = (await visitor.get(eu)).html;
    expect(before).not.toContain("Make a passport");
    expect(before).toContain("once every mandatory requirement of the market is met");
    const refused = await visitor.post(`${eu}/passport`);
    expect(refused.location).toBe(`${eu}?passport=market-closed#passport`);
    expect((await visitor.get(refused.location ?? "")).html).toContain("no longer met, so no passport was issued");
    expect((await visitor.post("/en/seller/readiness/markets/XX/passport")).location).toBe(
      "/en/seller/readiness/markets",
    );
    expect(await passportsOf(sellerId)).toEqual([]);
    expect((await visitor.get(`${MARKET}?passport=constructor`)).status).toBe(200);
  });

  it("is printed for her team and kept by no cache, until it is revoked", async () => {
    const { visitor, file, revoke, code } = await enterWithPassport();
    const printed = await visitor.get(file);
    expect(printed.headers.get("content-type")).toBe("application/pdf");
    expect(printed.headers.get("cache-control")).toBe("private, no-store");
    expect(printed.html.startsWith("%PDF")).toBe(true);
    expect((await visitor.post(revoke)).location).toBe(`${MARKET}?passport=revoked#passport`);
    expect((await visitor.get(file)).status).toBe(404);
    expect((await visitor.post(revoke)).status).toBe(404);
    expect((await visitor.get(`/en/passports/${code}`)).html).toContain("This passport was revoked");
  });

  it("is nothing to a stranger, another shop, an editor of its own, a buyer and staff", async () => {
    const { file, revoke, sellerId } = await enterWithPassport();
    const stranger = makeVisitor(site);
    expect((await stranger.get(file)).location).toMatch(/\/login\?next=/);
    const others = [
      (await enter()).visitor,
      (await enter("editor", sellerId)).visitor,
      await makeSignedInVisitor(testDb, site, (await makeBuyer(testDb)).userId),
      await makeSignedInVisitor(testDb, site, (await makeStaff(testDb, "reviewer")).userId),
    ];
    for (const other of others) {
      expect((await other.get(file)).status).toBe(404);
      expect((await other.post(revoke)).status).toBe(404);
    }
    const editor = (await enter("editor", sellerId)).visitor;
    expect((await editor.post(`${MARKET}/passport`)).status).toBe(404);
    const rows = await passportsOf(sellerId);
    expect(rows.map(({ revokedAt }) => revokedAt)).toEqual([null]);
  });
});
