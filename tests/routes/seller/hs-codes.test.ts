import { describe, expect, it } from "vitest";
import { makeApprovedSeller, makeSellerActor } from "~db/factories";
import { makeAccount } from "~tests/support/account";
import { testDb } from "~tests/support/database";
import { signIn } from "~tests/support/sign-in";
import { siteForTests } from "~tests/support/site";

const site = siteForTests();

type Answer = { codes: { code: string; label: string; description: string }[] };

async function cookieOfEditor(): Promise<string> {
  const { sellerId } = await makeApprovedSeller(testDb);
  return signIn(testDb, (await makeSellerActor(testDb, sellerId, "editor")).userId);
}

const ask = async (query: string, lang = "az") =>
  site.get(`/${lang}/seller/hs-codes?${query}`, { cookie: await cookieOfEditor() });

describe("customs codes in the workspace", () => {
  it("answer an editor in her language, and nobody keeps the answer", async () => {
    const answer = await ask("q=mis%20fincan&category=copperware");
    const { codes } = (await answer.json()) as Answer;

    expect(codes[0]).toMatchObject({ code: "741810", label: "Mis qab-qacaq" });
    expect(answer.headers.get("cache-control")).toContain("no-store");
    expect((await ((await ask("q=741810", "ru")).json() as Promise<Answer>)).codes[0]?.label).toBe("Медная посуда");
  });

  it("are none for an address without words, or with more than anybody types", async () => {
    expect(await (await ask("")).json()).toEqual({ codes: [] });
    const long = await ask(`q=${"zq ".repeat(2000)}`);
    expect([long.status, await long.json()]).toEqual([200, { codes: [] }]);
  });

  it("are not for people without a shop", async () => {
    const { userId } = await makeAccount(testDb);

    const stranger = await site.get("/az/seller/hs-codes?q=mis", { cookie: await signIn(testDb, userId) });
    const guest = await site.get("/az/seller/hs-codes?q=mis");

    expect(stranger.status).toBe(404);
    expect(guest.headers.get("location")).toMatch(/^\/az\/login\?next=/);
  });
});
