import type { LoaderFunctionArgs } from "@remix-run/node";
import { afterEach, describe, expect, it } from "vitest";
import { env } from "~/platform/env.server";
import { forAnyone, forBuyer, forDemo, forOperator, forSeller, forStaff } from "~/platform/http/openers.server";
import { SHOP_ROLES, type ShopRole, STAFF_ROLES } from "~/platform/session/roles";
import { makeApprovedSeller, makePerson, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { signIn } from "~tests/support/sign-in";

type Cache = "unset" | "public" | "private";

function args(headers: Record<string, string> = {}, cache: Cache = "unset"): LoaderFunctionArgs {
  const request = new Request("http://127.0.0.1:3000/ru/page?q=1", { headers });
  const karvan = { requestId: "request-1", cspNonce: "nonce", cache };
  return { request, params: { lang: "ru" }, context: { karvan } };
}

const cookieOf = async (role?: string) => {
  const userId = await makePerson(testDb, role === undefined ? {} : { role, hasSecondFactor: true });
  return { userId, cookie: await signIn(testDb, userId) };
};

const SIGN_IN_FIRST = { status: 302 };

async function locationOf(refused: Promise<unknown>): Promise<string | null> {
  const thrown = await refused.catch((reason: unknown) => reason);
  return thrown instanceof Response ? thrown.headers.get("location") : null;
}

const anyPage = forAnyone({ cache: "public" }, (opened) => Promise.resolve(opened));
const buyerPage = forBuyer(({ buyer }) => Promise.resolve(buyer));
const operatorPage = forOperator(() => Promise.resolve("entered"));

describe("forAnyone", () => {
  it("lets a stranger in and hands over address, language and request", async () => {
    const opened = await anyPage(args());

    expect(opened).toMatchObject({ lang: "ru", requestId: "request-1", params: { lang: "ru" } });
    expect(opened.url.href).toBe("http://127.0.0.1:3000/ru/page?q=1");
  });

  it("speaks Azerbaijani where the address names no language", async () => {
    const opened = await anyPage({ ...args(), request: new Request("http://127.0.0.1:3000/de/page") });
    expect(opened.lang).toBe("az");
  });

  it.each<{ own: "public" | "private"; before: Cache; after: Cache }>([
    { own: "public", before: "unset", after: "public" },
    { own: "public", before: "public", after: "public" },
    { own: "public", before: "private", after: "private" },
    { own: "private", before: "unset", after: "private" },
    { own: "private", before: "public", after: "private" },
  ])("makes a page $after when it is $own and the others are $before", async ({ own, before, after }) => {
    const given = args({}, before);

    await forAnyone({ cache: own }, () => Promise.resolve())(given);

    expect(given.context.karvan.cache).toBe(after);
  });
});

describe("forBuyer", () => {
  it("hands over who is signed in", async () => {
    const { userId, cookie } = await cookieOf();
    expect(await buyerPage(args({ cookie }))).toMatchObject({ userId });
  });

  it("makes the page private", async () => {
    const { cookie } = await cookieOf();
    const given = args({ cookie }, "public");

    await buyerPage(given);

    expect(given.context.karvan.cache).toBe("private");
  });

  it("sends a stranger to the sign-in page, which leads back, and keeps that private", async () => {
    const given = args({}, "public");

    expect(await locationOf(buyerPage(given))).toBe("/ru/login?next=%2Fru%2Fpage%3Fq%3D1");
    expect(given.context.karvan.cache).toBe("private");
  });

  it("gives a stranger's form back with 401 instead", async () => {
    const body = new URLSearchParams({ note: "forty cups", password: "secret words" });
    const request = new Request("http://127.0.0.1:3000/ru/page", { method: "POST", body });

    const answer = await forBuyer(() => Promise.resolve<unknown>("entered"))({ ...args(), request });

    expect(answer).toMatchObject({ init: { status: 401 }, data: { initialValue: { note: "forty cups" } } });
    expect(JSON.stringify(answer)).not.toContain("secret words");
  });

  it("refuses a cookie that is signed with another secret", async () => {
    const cookie = await signIn(testDb, await makePerson(testDb), { secret: "another secret of the same length" });
    await expect(buyerPage(args({ cookie }))).rejects.toMatchObject(SIGN_IN_FIRST);
  });

  it("refuses a session that has run out", async () => {
    const cookie = await signIn(testDb, await makePerson(testDb), { lifeMs: -1000 });
    await expect(buyerPage(args({ cookie }))).rejects.toMatchObject(SIGN_IN_FIRST);
  });

  it("refuses a session at once when it is ended", async () => {
    const { userId, cookie } = await cookieOf();
    await buyerPage(args({ cookie }));

    await testDb.deleteFrom("sessions").where("userId", "=", userId).execute();

    await expect(buyerPage(args({ cookie }))).rejects.toMatchObject(SIGN_IN_FIRST);
  });
});

describe("forStaff", () => {
  const pages = STAFF_ROLES.map((role) => ({ role, page: forStaff(role, ({ staff }) => Promise.resolve(staff)) }));
  const others = (role: string) => STAFF_ROLES.filter((other) => other !== role && other !== "admin");

  it.each(pages)("lets a $role in and hands over person and role", async ({ role, page }) => {
    const { userId, cookie } = await cookieOf(role);
    expect(await page(args({ cookie }))).toEqual({ userId, role });
  });

  it.each(pages)("lets an admin do what a $role may", async ({ page }) => {
    const { userId, cookie } = await cookieOf("admin");
    expect(await page(args({ cookie }))).toEqual({ userId, role: "admin" });
  });

  it.each(pages.flatMap(({ role, page }) => others(role).map((other) => ({ role, other, page }))))(
    "shows a $other nothing of what a $role may",
    async ({ other, page }) => {
      const { cookie } = await cookieOf(other);
      await expect(page(args({ cookie }))).rejects.toMatchObject({ status: 404 });
    },
  );

  it.each(pages.flatMap(({ role, page }) => ["user", "", "Admin"].map((own) => ({ role, own, page }))))(
    "shows a person with the role $own nothing of what a $role may",
    async ({ own, page }) => {
      const { cookie } = await cookieOf(own);
      await expect(page(args({ cookie }))).rejects.toMatchObject({ status: 404 });
    },
  );

  it.each(pages)("shows a buyer nothing of what a $role may", async ({ page }) => {
    const { cookie } = await cookieOf();
    await expect(page(args({ cookie }))).rejects.toMatchObject({ status: 404 });
  });

  it.each(pages)("asks a stranger to sign in where a $role may enter, and keeps that private", async ({ page }) => {
    const given = args({}, "public");
    await expect(page(given)).rejects.toMatchObject(SIGN_IN_FIRST);
    expect(given.context.karvan.cache).toBe("private");
  });

  it.each(pages)("sends a $role without a second factor to set one up", async ({ role, page }) => {
    const cookie = await signIn(testDb, await makePerson(testDb, { role }));
    expect(await locationOf(page(args({ cookie })))).toBe("/ru/account/second-factor");
  });

  it.each(pages)("asks a $role to sign in again after a working day", async ({ role, page }) => {
    const { userId, cookie } = await cookieOf(role);
    const before = new Date(new Date().getTime() - 12.1 * 3_600_000);
    await testDb.updateTable("sessions").set({ createdAt: before }).where("userId", "=", userId).execute();

    expect(await locationOf(page(args({ cookie })))).toMatch(/^\/ru\/login\?next=/);
  });
});

describe("forDemo", () => {
  const page = forDemo(() => Promise.resolve("entered"));
  const from = (address: string) => args({ "x-karvan-client-address": address });
  const mode = env.APP_MODE;
  afterEach(() => {
    env.APP_MODE = mode;
  });

  it.each(["127.0.0.1", "::1", "::ffff:127.0.0.1"])("lets this machine in from %s, in the demo", async (address) => {
    env.APP_MODE = "demo";
    expect(await page(from(address))).toBe("entered");
  });

  it.each(["192.168.1.7", "203.0.113.9", "::ffff:10.0.0.1", "127.0.0.1.example", ""])(
    "is not there for %s",
    async (address) => {
      env.APP_MODE = "demo";
      await expect(page(from(address))).rejects.toMatchObject({ status: 404 });
    },
  );

  it.each(["production", "test"] as const)(
    "is not there in %s, not even for an admin of this machine",
    async (other) => {
      const { cookie } = await cookieOf("admin");
      env.APP_MODE = other;
      await expect(page(args({ cookie, "x-karvan-client-address": "127.0.0.1" }))).rejects.toMatchObject({
        status: 404,
      });
    },
  );
});

describe("forOperator", () => {
  it("lets in who bears the token", async () => {
    const given = args({ authorization: `Bearer ${env.OPERATOR_TOKEN}` }, "public");

    expect(await operatorPage(given)).toBe("entered");
    expect(given.context.karvan.cache).toBe("private");
  });

  it.each([
    ["no token", undefined],
    ["an empty token", "Bearer "],
    ["another token of the same length", `Bearer ${"x".repeat(env.OPERATOR_TOKEN.length)}`],
    ["the beginning of the token", `Bearer ${env.OPERATOR_TOKEN.slice(0, -1)}`],
    ["the token with something behind it", `Bearer ${env.OPERATOR_TOKEN}x`],
    ["the token without its scheme", env.OPERATOR_TOKEN],
    ["the token by another scheme", `Basic ${env.OPERATOR_TOKEN}`],
  ])("refuses %s and says what is needed", async (_what, authorization) => {
    const refusal = await operatorPage(args(authorization === undefined ? {} : { authorization })).catch(
      (thrown: unknown) => thrown,
    );

    expect(refusal).toBeInstanceOf(Response);
    expect(refusal).toMatchObject({ status: 401 });
    expect((refusal as Response).headers.get("www-authenticate")).toBe("Bearer");
  });

  it("refuses an admin who is signed in", async () => {
    const { cookie } = await cookieOf("admin");
    await expect(operatorPage(args({ cookie }))).rejects.toMatchObject({ status: 401 });
  });
});

describe("forSeller", () => {
  const pages = SHOP_ROLES.map((role) => ({ role, page: forSeller(role, ({ seller }) => Promise.resolve(seller)) }));
  const memberOf = async (role: ShopRole) => {
    const { sellerId } = await makeApprovedSeller(testDb);
    const { userId } = await makeSellerActor(testDb, sellerId, role);
    return { sellerId, userId, cookie: await signIn(testDb, userId) };
  };

  it.each(pages)("lets a $role in and hands over person, shop and right", async ({ role, page }) => {
    const { sellerId, userId, cookie } = await memberOf(role);
    expect(await page(args({ cookie }))).toEqual({ userId, sellerId, role });
  });

  it("lets each do what those with less right may, and shows nothing of what those with more may", async () => {
    const outcomes = [];
    for (const own of SHOP_ROLES) {
      const { cookie } = await memberOf(own);
      for (const { role, page } of pages) {
        const entered = await page(args({ cookie })).then(
          () => true,
          () => false,
        );
        outcomes.push(`${own} as ${role}: ${entered}`);
      }
    }
    expect(outcomes).toEqual([
      "editor as editor: true",
      "editor as manager: false",
      "editor as owner: false",
      "manager as editor: true",
      "manager as manager: true",
      "manager as owner: false",
      "owner as editor: true",
      "owner as manager: true",
      "owner as owner: true",
    ]);
  });

  it.each(pages)("shows a person of no shop, and an admin, nothing of what a $role may", async ({ page }) => {
    for (const role of [undefined, "admin"]) {
      const { cookie } = await cookieOf(role);
      await expect(page(args({ cookie }))).rejects.toMatchObject({ status: 404 });
    }
  });

  it.each(pages)("asks a stranger to sign in where a $role may enter", async ({ page }) => {
    await expect(page(args())).rejects.toMatchObject(SIGN_IN_FIRST);
  });

  it("shows who was put out of the team nothing any more, at once", async () => {
    const { userId, cookie } = await memberOf("owner");
    const page = forSeller("editor", () => Promise.resolve("entered"));
    expect(await page(args({ cookie }))).toBe("entered");

    await testDb.deleteFrom("members").where("userId", "=", userId).execute();

    await expect(page(args({ cookie }))).rejects.toMatchObject({ status: 404 });
  });
});
