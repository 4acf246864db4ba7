import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { AuditActor } from "~/platform/audit/audit.server";
import { db } from "~/platform/db/db.server";
import { env } from "~/platform/env.server";
import { isLocale, localeOfUrl, type Locale } from "~/platform/i18n/locales";
import { CLIENT_ADDRESS_HEADER } from "~/platform/session/auth.server";
import { findCaredShop, findMembership } from "~/platform/session/membership.server";
import { isStaffRole, memberMay, staffMay, type ShopRole, type StaffRole } from "~/platform/session/roles";
import { findSignedIn, type SignedIn } from "~/platform/session/signed-in.server";
import { stripe } from "~/platform/stripe/client.server";
import type { EventSeen } from "~/platform/stripe/port";
import { signedEvent } from "~/platform/stripe/signed-event.server";
import { isUuid } from "~/platform/uuid";
import type { Away } from "./away";
import { bearsToken } from "./bearer-token.server";
import { PUBLIC_CACHE } from "./cache-headers.server";
import { guestVisitOf } from "./guest-visit.server";
import { pathsFor, type Paths } from "./paths";
import { signedOutForm } from "./signed-out-form.server";
import "./context.server";

/** What every opened loader or action gets. `url` is the page's own, without the framework's additions. */
export type Opened = {
  params: Record<string, string | undefined>;
  request: Request;
  url: URL;
  lang: Locale;
  requestId: string;
  /** Links in the reader's language, to her country and in her currency, as the address has them. */
  paths: Paths;
  visit: Visit;
  /** Says that a public page is another one from an instant on, the earliest of several; caches keep it no longer. */
  keepUntil: (instant: Date | undefined) => void;
};

/** From where a form comes. */
export type Visit = {
  headers: Headers;
  /** Of the browser, or of the last proxy that is not ours; empty outside the web process. */
  clientAddress: string;
};

declare const actorBrand: unique symbol;
/** People as commands see them; only an opener or a test factory makes one. Everybody who is signed in may buy. */
export type BuyerActor = { userId: string; sessionId: string; readonly [actorBrand]: "buyer" };
export type SellerActor = {
  userId: string;
  sellerId: string;
  role: ShopRole;
  /** She is staff and fills the shop for its maker; what she does is recorded as staff's. */
  isCaretaker?: true | undefined;
  readonly [actorBrand]: "seller";
};
/** Who asks and writes as a buyer: a person, or the browser of a guest who opened a link of a letter, or both. */
export type InquirerActor = {
  userId: string | undefined;
  /** Digest of what the guest's cookie holds. */
  visitDigest: string | undefined;
  readonly [actorBrand]: "inquirer";
};
export type StaffActor = { userId: string; role: StaffRole; readonly [actorBrand]: "staff" };

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;
type Opener<Value> = ((args: Arguments) => Promise<Value>) & { access: string };

function declare<Value>(access: string, run: (args: Arguments) => Promise<Value>): Opener<Value> {
  return Object.assign(run, { access });
}

function open({ params, request, context }: Arguments): Opened {
  const url = new URL(request.url);
  const lang = localeOfUrl(url);
  const code = (name: string, shape: RegExp) => shape.exec(url.searchParams.get(name) ?? "")?.[0];
  return {
    params,
    request,
    url,
    lang,
    requestId: contextOf(context)?.requestId ?? "",
    paths: pathsFor({ lang, to: code("to", /^[A-Z]{2}$/), cur: code("cur", /^[A-Z]{3}$/) }),
    visit: { headers: request.headers, clientAddress: request.headers.get(CLIENT_ADDRESS_HEADER) ?? "" },
    keepUntil: (instant) => {
      const karvan = contextOf(context);
      if (!karvan || !instant) return;
      if (karvan.freshUntil === undefined || instant < karvan.freshUntil) karvan.freshUntil = instant;
    },
  };
}

/** `/xx/search` is no page: without this every first part of a path would be a copy of the Azerbaijani site. */
function refuseUnknownLanguage({ params }: Arguments): void {
  if (params.lang !== undefined && !isLocale(params.lang)) throw missing();
}

function contextOf(context: AppLoadContext | undefined) {
  return context?.karvan;
}

function note({ context }: Arguments, cache: "public" | "private"): void {
  const karvan = contextOf(context);
  if (!karvan) return;
  if (cache === "private") karvan.cache = "private";
  else if (karvan.cache === "unset") karvan.cache = "public";
}

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

/** The same person where she asks sellers. */
export function asInquirer({ userId }: BuyerActor): InquirerActor {
  return { userId, visitDigest: undefined } as InquirerActor;
}

/** Who did something in a shop, as it is recorded: its own people, or staff who fill it for them. */
export function recordedAs({ userId, isCaretaker }: Pick<SellerActor, "userId" | "isCaretaker">): AuditActor {
  return { kind: isCaretaker ? "staff" : "seller", id: userId };
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

function sentTo(path: string): Response {
  return new Response(null, { status: 302, headers: { Location: path, "Cache-Control": "no-store" } });
}

function missing(): Response {
  return new Response(null, { status: 404 });
}

/** @throws 404 as a page when there is nothing */
export function orNotFound<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw missing();
  return value;
}

/** An id from the address. @throws 404 when it is none of ours, before the database is asked */
export function uuidParam(params: Record<string, string | undefined>, name: string): string {
  const value = params[name] ?? "";
  if (!isUuid(value)) throw missing();
  return value;
}

/** Which page of a list an address asks for: from 1 on, and no further than anybody turns pages. */
export function pageParam(url: URL): number {
  const asked = Number(url.searchParams.get("page"));
  return Number.isInteger(asked) ? Math.min(Math.max(asked, 1), 1_000) : 1;
}

/** The answer for what was public once and is not at the moment. It does not say why: that is between it and the Federation. */
export function away(what: Away): Response {
  return new Response(what, { status: 404 });
}

/** The answer for what was public once and is taken away for good. */
export function gone(): Response {
  return new Response(null, { status: 410 });
}

/** Sends readers of an old address on for good, but not past the next change: shared caches keep it like a page. */
export function moved(path: string): Response {
  return new Response(null, { status: 301, headers: { Location: path, "Cache-Control": PUBLIC_CACHE } });
}
