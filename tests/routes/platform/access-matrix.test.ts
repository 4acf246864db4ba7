import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { saveAddress } from "~/modules/accounts/index.server";
import { env } from "~/platform/env.server";
import { memberMay, SHOP_ROLES, type ShopRole, isStaffRole, STAFF_ROLES } from "~/platform/session/roles";
import routes from "~/routes";
import { makeApprovedSeller, makeBuyer, makePerson, makeSellerActor } from "~db/factories";
import { newKey } from "~tests/support/form-key";
import { testDb } from "~tests/support/database";
import { signIn } from "~tests/support/sign-in";

type Opened = ((args: ActionFunctionArgs) => Promise<unknown>) & { access: string };
type RouteModule = { loader?: Opened; action?: Opened };

const files = import.meta.glob<RouteModule>("../../../app/routes/**/*.{ts,tsx}");

/** Everybody who may stand before a door. */
const ROLES = ["guest", "buyer", ...SHOP_ROLES, ...STAFF_ROLES] as const;
type Role = (typeof ROLES)[number];

type Door = { address: string; file: string; method: "GET" | "POST"; run: Opened };

async function listDoors(): Promise<Door[]> {
  const doors = await Promise.all(
    routes.map(async ({ path = "", file }) => {
      const load = files[`../../../app/${file}`];
      if (!load) throw new Error(`${file} is not there`);
      const { loader, action } = await load();
      const address = `/${path}`;
      return [
        ...(loader ? [{ address, file, method: "GET" as const, run: loader }] : []),
        ...(action ? [{ address, file, method: "POST" as const, run: action }] : []),
      ];
    }),
  );
  return doors.flat();
}

const doors = await listDoors();
const people = new Map<Role, string>();

/** A new session each time: some of the doors end the one they are knocked at with. */
async function cookieOf(role: Role): Promise<string | undefined> {
  const userId = people.get(role);
  return userId === undefined ? undefined : signIn(testDb, userId);
}

beforeAll(async () => {
  for (const role of ROLES) {
    if (role === "guest") continue;
    const shopRole = SHOP_ROLES.find((own) => own === role);
    people.set(role, shopRole ? await makeMember(shopRole) : await makeStaffOrBuyer(role));
  }
});

const makeStaffOrBuyer = (role: Role) => makePerson(testDb, isStaffRole(role) ? { role, hasSecondFactor: true } : {});

async function makeMember(role: ShopRole): Promise<string> {
  const { sellerId } = await makeApprovedSeller(testDb);
  return (await makeSellerActor(testDb, sellerId, role)).userId;
}

type Outcome = "entered" | "sign-in-first" | "missing" | "unsigned";

/** Ids in addresses are well-formed and nobody's, so that a door is judged and not what lies behind it. */
const PARAMS: Readonly<Record<string, string>> = {
  ":lang": "en",
  ":id": "00000000-0000-8000-8000-000000000000",
  ":hold": "00000000-0000-8000-8000-000000000000",
  ":level": "ready",
  ":refund": "00000000-0000-8000-8000-000000000000",
  ":milestone": "00000000-0000-8000-8000-000000000000",
  ":picture": "00000000-0000-8000-8000-000000000001",
  ":slug": "nothing-at-this-address",
  ":file": "nothing.jpg",
  ":page": "about",
  ":language": "en",
  ":paperId": "00000000-0000-8000-8000-000000000000",
  ":part": "about",
  ":kind": "nothing",
  ":deed": "pause",
  ":type": "bank_letter",
  ":criterion": "PA-01",
  ":code": "ABCDEFGHJKMN",
  ":market": "EU",
  ":token": "nobody-was-ever-given-such-a-token-in-a-letter",
};

async function knock({ address, method, run }: Door, cookie: string | undefined): Promise<Outcome> {
  const names = address.match(/:\w+/g) ?? [];
  const path = names.reduce((filled, name) => filled.replace(name, PARAMS[name] ?? name), address);
  const params = Object.fromEntries(names.map((name) => [name.slice(1), PARAMS[name]]));
  const request = new Request(`${env.SITE_URL}${path}`, {
    method,
    headers: { ...(cookie ? { cookie } : {}), "x-karvan-client-address": "127.0.0.1" },
    ...(method === "POST" ? { body: new URLSearchParams() } : {}),
  });
  const context = { karvan: { requestId: "matrix", cspNonce: "nonce", cache: "unset" as const } };
  try {
    const answer = await run({ request, params, context });
    const status = (answer as { init?: { status?: number } } | undefined)?.init?.status;
    return status === 401 ? "sign-in-first" : "entered";
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    if (/\/login\?next=/.test(thrown.headers.get("location") ?? "")) return "sign-in-first";
    if (run.access === "stripe" && thrown.status === 400) return "unsigned";
    return thrown.status === 404 || thrown.status === 401 ? "missing" : "entered";
  }
}

/** What the declaration of a door promises to somebody. Behind an open one there may be nothing at this address. */
function promised(access: string, role: Role): Outcome[] {
  if (access === "anyone") return ["entered", "missing"];
  // Nobody of them can sign as Stripe does.
  if (access === "stripe") return ["missing", "unsigned"];
  if (access === "operator" || access === "demo") return ["missing"];
  if (role === "guest") return ["sign-in-first"];
  if (access === "buyer" || access === "guest-link") return ["entered", "missing"];
  const shopRight = SHOP_ROLES.find((right) => access === `seller:${right}`);
  if (shopRight) {
    const own = SHOP_ROLES.find((right) => right === role);
    return own && memberMay(own, shopRight) ? ["entered", "missing"] : ["missing"];
  }
  if (access === "staff:any") return isStaffRole(role) ? ["entered"] : ["missing"];
  const wanted = access.replace("staff:", "");
  return isStaffRole(role) && (role === wanted || role === "admin") ? ["entered", "missing"] : ["missing"];
}

/** For whom the pages and deeds of a folder are, said once more: an opener that is weakened by mistake still fits itself. */
const FOLDERS: Readonly<Record<string, string>> = {
  account: "buyer",
  api: "anyone",
  buyer: "anyone",
  dev: "demo",
  entry: "anyone",
  inquirer: "guest-link",
  public: "anyone",
  seller: "seller:editor",
  staff: "staff:reviewer",
  webhooks: "stripe",
};

/** Those in a folder that are for somebody else; where only the deed is, it is named with its method. */
const FOR_OTHERS: Readonly<Record<string, readonly string[]>> = {
  anyone: ["POST account/saved"],
  "guest-link": ["buyer/checkout-placed", "buyer/checkout-status", "buyer/pay-order"],
  buyer: ["POST entry/invitation", "POST entry/logout", "seller/open"],
  "seller:manager": [
    "POST seller/paper",
    "POST seller/team",
    "seller/answer-paper-question",
    "seller/cancel-order",
    "seller/refund-order",
    "seller/evidence-file",
    "seller/closure",
    "seller/export-profile",
    "seller/make-passport",
    "seller/new-zone",
    "seller/own-market",
    "seller/own-markets",
    "seller/own-paper",
    "seller/payouts",
    "seller/statement-file",
    "seller/statement-paper",
    "seller/passport-file",
    "seller/remove-closure",
    "seller/remove-zone",
    "seller/revoke-passport",
    "seller/report",
    "seller/shipping",
    "seller/shipping-currency",
    "seller/shipping-route",
    "seller/shop-bank",
    "seller/shop-legal",
    "seller/shop-paper",
    "seller/submit-shop",
    "seller/take-back-paper",
    "seller/team-invitation",
    "seller/zone",
  ],
  "seller:owner": ["seller/team-member"],
  "staff:any": ["staff/home"],
  "staff:curator": [
    "staff/change-feature",
    "staff/collection",
    "staff/collection-step",
    "staff/collection-text",
    "staff/collections",
    "staff/curation",
    "staff/end-feature",
    "staff/move-feature",
    "staff/pick-feature",
    "staff/place-feature",
  ],
  "staff:treasurer": [
    "staff/cancel-order",
    "staff/decide-order-problem",
    "staff/dispute",
    "staff/disputes",
    "staff/refund-order",
    "staff/refunds",
    "staff/retry-refund",
    "staff/order",
    "staff/orders",
    "staff/ledger",
    "staff/payout-batch",
    "staff/payout-batch-deed",
    "staff/payout-file",
    "staff/payouts",
    "staff/prepare-payouts",
    "staff/record-transfer",
    "staff/refund-sent",
    "staff/return-payout",
    "staff/seller-terms",
    "staff/hold-payouts",
    "staff/lift-hold",
    "staff/platform-terms",
    "staff/level-terms",
    "staff/verify-account",
  ],
  "staff:admin": [
    "staff/audit",
    "staff/criteria",
    "staff/criteria-draft",
    "staff/criteria-preview",
    "staff/criteria-preview-file",
    "staff/discard-criteria",
    "staff/draft-criterion",
    "staff/publish-criteria",
  ],
};

const forOthers = new Map(
  Object.entries(FOR_OTHERS).flatMap(([access, names]) => names.map((name) => [name, access] as const)),
);

/** Names under which a door may be said to be for others than its folder. */
function namesOf({ file, method }: Door): [deed: string, page: string] {
  const page = file.replace(/^routes\//, "").replace(/\.tsx?$/, "");
  return [`${method} ${page}`, page];
}

function meantFor(door: Door): string | undefined {
  const [deed, page] = namesOf(door);
  return forOthers.get(deed) ?? forOthers.get(page) ?? FOLDERS[page.split("/")[0] ?? ""];
}

describe("every route", () => {
  it("declares who may enter, in words that this test knows", () => {
    expect(doors.length).toBeGreaterThan(60);
    const known =
      /^(anyone|buyer|guest-link|operator|demo|stripe|seller:(editor|manager|owner)|staff:(reviewer|curator|broker|treasurer|any|admin))$/;
    expect(doors.filter(({ run }) => !known.test(run.access)).map(({ file }) => file)).toEqual([]);
  });

  it("is opened to those for whom it is meant", () => {
    const wrong = doors.filter((door) => door.run.access !== meantFor(door));
    expect(wrong.map(({ file, method, run }) => `${method} ${file} is for ${run.access}`)).toEqual([]);
    const there = new Set(doors.flatMap(namesOf));
    expect([...forOthers.keys()].filter((name) => !there.has(name))).toEqual([]);
  });

  it.each(ROLES.map((role) => ({ role })))("lets a $role in exactly where it says so", async ({ role }) => {
    const wrong: string[] = [];
    for (const door of doors) {
      const outcome = await knock(door, await cookieOf(role));
      if (!promised(door.run.access, role).includes(outcome)) {
        wrong.push(`${door.method} ${door.address} (${door.run.access}): ${outcome}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("what belongs to somebody else", () => {
  const input = { isDefault: false, recipient: "Owner", line1: "Street 1", city: "Bakı", country: "AZ" };
  const args = (cookie: string, id: string, method: "GET" | "POST", fields: Record<string, string> = {}) => ({
    request: new Request(`${env.SITE_URL}/en/account/addresses/${id}`, {
      method,
      headers: { cookie },
      ...(method === "POST" ? { body: new URLSearchParams(fields) } : {}),
    }),
    params: { lang: "en", id },
    context: { karvan: { requestId: "matrix", cspNonce: "nonce", cache: "unset" as const } },
  });
  const doorOf = (file: string, method: "GET" | "POST") => {
    const found = doors.find((door) => door.file === file && door.method === method);
    if (!found) throw new Error(`${method} ${file} is not there`);
    return found.run;
  };

  it.each([...ROLES].filter((role) => role !== "guest"))(
    "is missing for a %s: an address can neither be read, changed nor removed",
    async (role) => {
      const owner = await makeBuyer(testDb);
      const saved = await saveAddress(testDb, owner, newKey(), input);
      const id = saved.ok ? saved.value.addressId : "";
      const cookie = (await cookieOf(role)) ?? "";

      await expect(doorOf("routes/account/address.tsx", "GET")(args(cookie, id, "GET"))).rejects.toMatchObject({
        status: 404,
      });
      const changed = { recipient: "Thief", line1: "x", city: "y", country: "AZ" };
      await doorOf("routes/account/address.tsx", "POST")(args(cookie, id, "POST", changed));
      await doorOf("routes/account/remove-address.ts", "POST")(args(cookie, id, "POST"));

      const { recipient } = await testDb
        .selectFrom("addresses")
        .select("recipient")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      expect(recipient).toBe("Owner");
    },
  );
});
