import type { ActionFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { revokeLinks } from "~/modules/inquiries/index.server";
import { env } from "~/platform/env.server";
import { drawGuestVisit } from "~/platform/http/guest-visit.server";
import { SHOP_ROLES, STAFF_ROLES } from "~/platform/session/roles";
import routes from "~/routes";
import { makeApprovedSeller, makePerson, makeSellerActor } from "~db/factories";
import { testDb } from "~tests/support/database";
import { makeGuestInquiry, makeInquiry, openAsGuest } from "~tests/support/inquiry";
import { report } from "~tests/support/inquiry-case";
import { signIn } from "~tests/support/sign-in";

type Run = (args: ActionFunctionArgs) => Promise<unknown>;
const files = import.meta.glob<{ loader?: Run; action?: Run }>("../../../app/routes/**/*.{ts,tsx}");

/** Every door whose address names one thread. */
const doors = (
  await Promise.all(
    routes
      .filter(({ path = "" }) => /\/inquiries\/:id/.test(`/${path}`))
      .map(async ({ path = "", file }) => {
        const { loader, action } = (await files[`../../../app/${file}`]?.()) ?? {};
        return [
          ...(loader ? [{ path, method: "GET" as const, run: loader }] : []),
          ...(action ? [{ path, method: "POST" as const, run: action }] : []),
        ];
      }),
  )
).flat();

const NOBODYS = "00000000-0000-8000-8000-000000000000";
const PARAMS: Readonly<Record<string, string>> = { lang: "en", file: NOBODYS, deed: "close" };

/** What every form of a thread takes, so that a door is refused for whose thread it is and not for what was posted. */
const STRANGE = { body: "a word of a stranger", words: "a word of a stranger", reason: "spam" };

/** What somebody gets behind every door of a thread: the status, or "sign-in". */
async function knockAll(id: string, cookie: string | undefined): Promise<Set<string>> {
  const outcomes = new Set<string>();
  for (const { path, method, run } of doors) outcomes.add(await knock({ path, method, run }, id, cookie));
  return outcomes;
}

async function knock({ path, method, run }: (typeof doors)[number], id: string, cookie: string | undefined) {
  const params = { ...PARAMS, id };
  const address = Object.entries(params).reduce((filled, [name, value]) => filled.replace(`:${name}`, value), path);
  const request = new Request(`${env.SITE_URL}/${address}`, {
    method,
    headers: { ...(cookie ? { cookie } : {}), "x-karvan-client-address": "127.0.0.1" },
    ...(method === "POST" ? { body: new URLSearchParams(STRANGE) } : {}),
  });
  const context = { karvan: { requestId: "matrix", cspNonce: "nonce", cache: "unset" as const } };
  try {
    const answer = await run({ request, params, context });
    const status = (answer as { init?: { status?: number } } | undefined)?.init?.status;
    // A message of somebody whose thread it is not comes back as a form that says so, or as a sign-in.
    return status === 401 ? "sign-in" : String(status ?? (answer instanceof Response ? answer.status : 200));
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return /\/login\?next=/.test(thrown.headers.get("location") ?? "") ? "sign-in" : String(thrown.status);
  }
}

/** A thread with what lies behind all of its doors: each side has reported it. */
async function makeReported() {
  const asked = await makeInquiry();
  for (const side of ["buyer", "seller"] as const) await report(asked, side);
  return asked;
}

const stateOf = async (inquiryId: string) => ({
  thread: await testDb
    .selectFrom("inquiries")
    .select(["status", "messageCount", "sellerRead", "assignedTo"])
    .where("id", "=", inquiryId)
    .executeTakeFirstOrThrow(),
  cases: await testDb
    .selectFrom("inquiryCases")
    .select(["reportedBy", "version"])
    .where("inquiryId", "=", inquiryId)
    .orderBy("reportedBy")
    .execute(),
  blocks: await testDb.selectFrom("contactBlocks").select("id").where("inquiryId", "=", inquiryId).execute(),
});

async function makeCookie(role: string): Promise<string> {
  const shopRole = SHOP_ROLES.find((own) => own === role);
  if (shopRole) {
    const { sellerId } = await makeApprovedSeller(testDb);
    return signIn(testDb, (await makeSellerActor(testDb, sellerId, shopRole)).userId);
  }
  const isStaff = STAFF_ROLES.some((own) => own === role);
  return signIn(testDb, await makePerson(testDb, isStaff ? { role, hasSecondFactor: true } : {}));
}

describe("a thread of others", () => {
  it("has doors on both sides", () => {
    expect(doors.length).toBeGreaterThan(8);
  });

  it.each(["buyer", ...SHOP_ROLES, ...STAFF_ROLES].map((role) => ({ role })))(
    "is missing for a $role behind every door, and stays as it was",
    async ({ role }) => {
      const asked = await makeReported();
      const before = await stateOf(asked.inquiryId);

      const outcomes = await knockAll(asked.inquiryId, await makeCookie(role));

      // 422: what she wrote comes back to her with "not found", and is nowhere else.
      expect([...outcomes].filter((outcome) => outcome !== "404" && outcome !== "422")).toEqual([]);
      expect(await stateOf(asked.inquiryId)).toEqual(before);
    },
  );

  it("is not opened by a guest without a link, nor by one whose links were ended", async () => {
    const { inquiryId, token } = await makeGuestInquiry();
    expect([...(await knockAll(inquiryId, undefined))]).toEqual(["sign-in"]);

    const owner = await openAsGuest(token);
    const { cookie, digest } = drawGuestVisit(30);
    await testDb
      .insertInto("guestAccesses")
      .columns(["visitDigest", "inquiryId", "linkId", "createdAt", "expiresAt"])
      .expression((eb) =>
        eb
          .selectFrom("guestAccesses")
          .select([eb.val(digest).as("visitDigest"), "inquiryId", "linkId", "createdAt"])
          .select(eb.val(new Date("2099-01-01T00:00:00Z")).as("expiresAt"))
          .where("inquiryId", "=", inquiryId),
      )
      .execute();
    const own = cookie.split(";")[0];
    const page = doors.find(({ path, method }) => path.endsWith(":lang/inquiries/:id") && method === "GET");
    expect(page && (await knock(page, inquiryId, own))).toBe("200");

    await revokeLinks(testDb, owner, inquiryId);

    const after = await knockAll(inquiryId, own);
    expect([...after].filter((outcome) => !["404", "422", "sign-in"].includes(outcome))).toEqual([]);
  });

  it("is open to its buyer", async () => {
    const asked = await makeReported();
    const cookie = await signIn(testDb, asked.buyer.userId);
    const hers = doors.filter(
      ({ path, method }) => /:lang\/inquiries\/:id(\/report|\/answer)?$/.test(path) && method === "GET",
    );
    const outcomes = await Promise.all(hers.map((door) => knock(door, asked.inquiryId, cookie)));
    expect(outcomes).toEqual(["200", "200", "200"]);
  });
});
