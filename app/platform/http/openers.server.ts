import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import type { BuyerActor, InquirerActor, SellerActor, StaffActor } from "~/platform/session/actors.server";
import { findCaredShop, findMembership } from "~/platform/session/membership.server";
import { isStaffRole, memberMay, staffMay, type ShopRole, type StaffRole } from "~/platform/session/roles";
import { findSignedIn, type SignedIn } from "~/platform/session/signed-in.server";
import { stripe } from "~/platform/stripe/client.server";
import type { EventSeen } from "~/platform/stripe/port";
import { signedEvent } from "~/platform/stripe/signed-event.server";
import { missing, sentTo } from "./answers.server";
import { bearsToken } from "./bearer-token.server";
import { guestVisitOf } from "./guest-visit.server";
import { declare, note, open, refuseUnknownLanguage, type Opened, type Opener } from "./opened.server";
import { signedOutForm } from "./signed-out-form.server";

type ForAnyone = {
  cache: "public" | "private";
  /** True for what surrounds every page, the page that says that there is none among them. */
  isFrame?: boolean;
};

/**
 * A page or deed for everybody. `public` pages are the same for all readers of a URL, may be kept by shared caches, and
 * set no cookie; anything else is `private`.
 *
 * @throws 404 when the path begins with a language that the site does not have
 */
export function forAnyone<Value>(
  { cache, isFrame = false }: ForAnyone,
  work: (opened: Opened) => Promise<Value>,
): Opener<Value> {
  return declare("anyone", async (args) => {
    note(args, cache);
    if (!isFrame) refuseUnknownLanguage(args);
    return work(open(args));
  });
}

/** A private page or deed, with who is signed in, if anybody is. */
function declarePrivate<Value>(
  access: string,
  work: (opened: Opened, signedIn: SignedIn | undefined) => Promise<Value>,
): Opener<Value> {
  return declare(access, async (args) => {
    note(args, "private");
    refuseUnknownLanguage(args);
    const opened = open(args);
    return work(opened, await findSignedIn(opened.request));
  });
}

/** The one place where a session becomes an actor. */
const buyerOf = ({ userId, sessionId }: SignedIn) => ({ userId, sessionId }) as BuyerActor;

/** A deed for everybody that says who it is when somebody is signed in; always private. */
export function forVisitor<Value>(
  work: (opened: Opened & { buyer: BuyerActor | undefined }) => Promise<Value>,
): Opener<Value> {
  return declarePrivate("anyone", (opened, signedIn) => work({ ...opened, buyer: signedIn && buyerOf(signedIn) }));
}

/**
 * A signed-in person. A form of anybody else comes back as it was, with 401.
 *
 * @throws a redirect to the sign-in page, which leads back here
 */
export function forBuyer<Value>(work: (opened: Opened & { buyer: BuyerActor }) => Promise<Value>): Opener<Value> {
  return declarePrivate("buyer", (opened, signedIn) =>
    signedIn ? work({ ...opened, buyer: buyerOf(signedIn) }) : signInFirst<Value>(opened),
  );
}

/**
 * Whoever is signed in, or holds the cookie that a link of a letter was exchanged for; which threads are hers, the room says.
 *
 * @throws a redirect to the sign-in page, which leads back here
 */
export function forGuestLink<Value>(
  work: (opened: Opened & { inquirer: InquirerActor }) => Promise<Value>,
): Opener<Value> {
  return declarePrivate("guest-link", (opened, signedIn) => {
    const visitDigest = guestVisitOf(opened.request);
    if (!signedIn && visitDigest === undefined) return signInFirst<Value>(opened);
    return work({ ...opened, inquirer: { userId: signedIn?.userId, visitDigest } as InquirerActor });
  });
}

/**
 * A member of a shop with at least this right in it, or staff who fill the shop for its maker, with a manager's.
 *
 * @throws a redirect to the sign-in page for a stranger; 404 for who belongs to no shop or has less right
 */
export function forSeller<Value>(
  role: ShopRole,
  work: (opened: Opened & { seller: SellerActor }) => Promise<Value>,
): Opener<Value> {
  return declarePrivate(`seller:${role}`, async (opened, signedIn) => {
    if (!signedIn) return signInFirst<Value>(opened);
    const { userId } = signedIn;
    const cared = mayTakeCare(signedIn) ? await findCaredShop(db, userId) : undefined;
    if (cared) {
      // Everything but what is the owner's: a shop in care has none yet.
      if (!memberMay("manager", role)) throw missing();
      const caretaker = { userId, sellerId: cared.sellerId, role: "manager", isCaretaker: true } as SellerActor;
      return withCaredShop(await work({ ...opened, seller: caretaker }), cared.name);
    }
    const membership = await findMembership(db, userId);
    if (!membership || !memberMay(membership.role, role)) throw missing();
    return work({ ...opened, seller: { userId, ...membership } as SellerActor });
  });
}

/** Reviewers (and admins) who are signed in as staff have to be. */
function mayTakeCare({ role, hasSecondFactor, signedInAt }: SignedIn): boolean {
  return isStaffRole(role) && staffMay(role, "reviewer") && hasSecondFactor && isFresh(signedInAt);
}

/** Beside what a page shows: for whom its reader works. The workspace's frame says it above every page. */
function withCaredShop<Value>(value: Value, caredShop: string): Value {
  const isPage = typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPage ? { ...value, caredShop } : value;
}

/** Staff see what others must not: a session of theirs ends after a working day, in milliseconds. */
const STAFF_SESSION_MS = 12 * 3_600_000;

function isFresh(signedInAt: Date): boolean {
  // The library that makes sessions goes by the true time, which no demo moves.
  return Date.now() - signedInAt.getTime() <= STAFF_SESSION_MS;
}

/**
 * Federation people with a role, signed in today with a second factor; `admin` may do what every role may,
 * and `any` is a door for all of them.
 *
 * @throws 404 for anybody else; a redirect for staff who have to sign in again or still lack their second factor
 */
export function forStaff<Value>(
  role: StaffRole | "any",
  work: (opened: Opened & { staff: StaffActor }) => Promise<Value>,
): Opener<Value> {
  return declarePrivate(`staff:${role}`, (opened, signedIn) => {
    if (!signedIn) return signInFirst<Value>(opened);
    const { userId, role: own, signedInAt, hasSecondFactor } = signedIn;
    if (!isStaffRole(own) || (role !== "any" && !staffMay(own, role))) throw missing();
    if (!isFresh(signedInAt)) return signInFirst<Value>(opened);
    if (!hasSecondFactor) throw sentTo(opened.paths.secondFactor());
    return work({ ...opened, staff: { userId, role: own } as StaffActor });
  });
}

/** Machines of the operator, by bearer token. @throws 401 */
export function forOperator<Value>(work: (opened: Opened) => Promise<Value>): Opener<Value> {
  return declare("operator", async (args) => {
    note(args, "private");
    if (!bearsToken(args.request.headers.get("authorization"), env.OPERATOR_TOKEN)) {
      throw new Response("a bearer token is needed\n", { status: 401, headers: { "WWW-Authenticate": "Bearer" } });
    }
    return work(open(args));
  });
}

/**
 * Stripe, by the signature of the bytes that it sent; whoever cannot show one is told nothing.
 *
 * @throws 400 without a right signature, 413 for a body that no event has, 404 where no payments are taken
 */
export function forStripe<Value>(work: (opened: Opened & { event: EventSeen }) => Promise<Value>): Opener<Value> {
  return declare("stripe", async (args) => {
    note(args, "private");
    const port = stripe();
    if (!port || args.request.method !== "POST") throw missing();
    return work({ ...open(args), event: await signedEvent(args.request, port) });
  });
}

/**
 * A page of the demo and of development that shows what nobody may see elsewhere, asked for from this machine itself.
 *
 * @throws 404, as if it were not there, in any other mode and from any other machine
 */
export function forDemo<Value>(work: (opened: Opened) => Promise<Value>): Opener<Value> {
  return declare("demo", async (args) => {
    note(args, "private");
    const opened = open(args);
    const isDemo = env.APP_MODE === "demo" || env.APP_MODE === "development";
    if (!isDemo || !LOOPBACK.test(opened.visit.clientAddress)) throw missing();
    return work(opened);
  });
}

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** Asks to sign in: a page by a redirect that leads back to it, a form by its own answer, which keeps what was typed. */
async function signInFirst<Value>(opened: Opened): Promise<Value> {
  const { request, url, paths } = opened;
  if (request.method === "GET" || request.method === "HEAD") {
    throw sentTo(paths.login({ next: `${url.pathname}${url.search}` }));
  }
  // Every page with a form shows the answer to a refused one, whatever else its action may return.
  return (await signedOutForm(opened)) as Value;
}
