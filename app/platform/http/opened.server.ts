import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import { isLocale, localeOfUrl, type Locale } from "~/platform/i18n/locales";
import { CLIENT_ADDRESS_HEADER } from "~/platform/session/auth.server";
import { missing } from "./answers.server";
import { pathsFor, type Paths } from "./paths";
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

type Arguments = LoaderFunctionArgs | ActionFunctionArgs;
export type Opener<Value> = ((args: Arguments) => Promise<Value>) & { access: string };

export function declare<Value>(access: string, run: (args: Arguments) => Promise<Value>): Opener<Value> {
  return Object.assign(run, { access });
}

export function open({ params, request, context }: Arguments): Opened {
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
export function refuseUnknownLanguage({ params }: Arguments): void {
  if (params.lang !== undefined && !isLocale(params.lang)) throw missing();
}

function contextOf(context: AppLoadContext | undefined) {
  return context?.karvan;
}

export function note({ context }: Arguments, cache: "public" | "private"): void {
  const karvan = contextOf(context);
  if (!karvan) return;
  if (cache === "private") karvan.cache = "private";
  else if (karvan.cache === "unset") karvan.cache = "public";
}
