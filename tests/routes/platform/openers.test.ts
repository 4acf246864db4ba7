import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { env } from "~/platform/env.server";
import { forAnyone, forBuyer, forOperator, forStaff } from "~/platform/http/openers.server";
import { STAFF_ROLES } from "~/platform/session/signed-in.server";
import { makePerson } from "~db/factories";
import { testDb } from "~tests/support/database";
import { signIn } from "~tests/support/sign-in";

type Cache = "unset" | "public" | "private";

function args(headers: Record<string, string> = {}, cache: Cache = "unset"): LoaderFunctionArgs {
  const request = new Request("http://127.0.0.1:3000/ru/page?q=1", { headers });
  const karvan = { requestId: "request-1", cspNonce: "nonce", cache };
  return { request, params: { lang: "ru" }, context: { karvan } };
}

const cookieOf = async (role?: string) => {
  const userId = await makePerson(testDb, role === undefined ? {} : { role });
  return { userId, cookie: await signIn(testDb, userId) };
};

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
    expect(await buyerPage(args({ cookie }))).toEqual({ userId });
  });

  it("makes the page private", async () => {
    const { cookie } = await cookieOf();
    const given = args({ cookie }, "public");

    await buyerPage(given);

    expect(given.context.karvan.cache).toBe("private");
  });

  it("refuses a stranger, and keeps the refusal private", async () => {
    const given = args({}, "public");

    await expect(buyerPage(given)).rejects.toMatchObject({ status: 401 });
    expect(given.context.karvan.cache).toBe("private");
  });

  it("refuses a cookie that is signed with another secret", async () => {
    const cookie = await signIn(testDb, await makePerson(testDb), { secret: "another secret of the same length" });
    await expect(buyerPage(args({ cookie }))).rejects.toMatchObject({ status: 401 });
  });

  it("refuses a session that has run out", async () => {
    const cookie = await signIn(testDb, await makePerson(testDb), { lifeMs: -1000 });
    await expect(buyerPage(args({ cookie }))).rejects.toMatchObject({ status: 401 });
  });

  it("refuses a session at once when it is ended", async () => {
    const { userId, cookie } = await cookieOf();
    await buyerPage(args({ cookie }));

    await testDb.deleteFrom("sessions").where("userId", "=", userId).execute();

    await expect(buyerPage(args({ cookie }))).rejects.toMatchObject({ status: 401 });
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
    await expect(page(given)).rejects.toMatchObject({ status: 401 });
    expect(given.context.karvan.cache).toBe("private");
  });
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
