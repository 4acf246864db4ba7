import { timingSafeEqual } from "node:crypto";
import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { env } from "~/platform/env.server";
import { isLocale, localeOfUrl, type Locale } from "~/platform/i18n/locales";
import { PUBLIC_CACHE } from "./cache-headers.server";
import { findSignedIn, isStaffRole, type SignedIn, type StaffRole } from "~/platform/session/signed-in.server";
import "./context.server";

/** What every opened loader or action gets. `url` is the page's own, without the framework's additions. */
export type Opened = {
  params: Record<string, string | undefined>;
  request: Request;
  url: URL;
  lang: Locale;
  requestId: string;
};

declare const actorBrand: unique symbol;
/** People as commands see them; only an opener or a test factory makes one. */
export type BuyerActor = { userId: string; readonly [actorBrand]: "buyer" };
export type StaffActor = { userId: string; role: StaffRole; readonly [actorBrand]: "staff" };

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;
type Opener<Value> = ((args: Arguments) => Promise<Value>) & { access: string };

function declare<Value>(access: string, run: (args: Arguments) => Promise<Value>): Opener<Value> {
  return Object.assign(run, { access });
}

function open({ params, request, context }: Arguments): Opened {
  const url = new URL(request.url);
  return { params, request, url, lang: localeOfUrl(url), requestId: contextOf(context)?.requestId ?? "" };
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

/** A signed-in person. @throws 401 as a page when nobody is signed in */
export function forBuyer<Value>(work: (opened: Opened & { buyer: BuyerActor }) => Promise<Value>): Opener<Value> {
  return declare("buyer", async (args) => {
    note(args, "private");
    const { userId } = await signedInOrRefuse(args.request);
    // The one place where a session becomes an actor.
    return work({ ...open(args), buyer: { userId } as BuyerActor });
  });
}

/** Federation people with a role; `admin` may do what every role may. @throws 401, or 404 for anybody else */
export function forStaff<Value>(
  role: StaffRole,
  work: (opened: Opened & { staff: StaffActor }) => Promise<Value>,
): Opener<Value> {
  return declare(`staff:${role}`, async (args) => {
    note(args, "private");
    const { userId, role: own } = await signedInOrRefuse(args.request);
    if (!isStaffRole(own) || (own !== role && own !== "admin")) throw missing();
    return work({ ...open(args), staff: { userId, role: own } as StaffActor });
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

/** Compares in constant time, so that a token cannot be guessed letter by letter. */
export function bearsToken(authorization: string | null | undefined, token: string): boolean {
  const given = Buffer.from(authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function signedInOrRefuse(request: Request): Promise<SignedIn> {
  const signedIn = await findSignedIn(request);
  if (!signedIn) throw new Response(null, { status: 401 });
  return signedIn;
}

function missing(): Response {
  return new Response(null, { status: 404 });
}

/** @throws 404 as a page when there is nothing */
export function orNotFound<Value>(value: Value | undefined | null): Value {
  if (value === undefined || value === null) throw missing();
  return value;
}

/** The answer for what was public once and is taken away for good. */
export function gone(): Response {
  return new Response(null, { status: 410 });
}

/** Sends readers of an old address on for good, but not past the next change: shared caches keep it like a page. */
export function moved(path: string): Response {
  return new Response(null, { status: 301, headers: { Location: path, "Cache-Control": PUBLIC_CACHE } });
}

/** A path of this site to go back to, or undefined when the text is anything else: an open redirect is never made. */
export function safeReturnPath(value: FormDataEntryValue | string | null): string | undefined {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\\\p{C}]*$/u.test(value)) return undefined;
  const url = new URL(value, "http://site.invalid");
  // "/.//other.example" is a path of this site until it is written out without its dot.
  if (url.host !== "site.invalid" || url.pathname.startsWith("//")) return undefined;
  return `${url.pathname}${url.search}`;
}
