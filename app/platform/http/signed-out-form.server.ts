import { parse } from "@conform-to/react";
import { data } from "@remix-run/node";
import { m } from "~/paraglide/messages.js";
import { isUuid } from "~/platform/uuid";
import { readForm, type FormAnswer } from "./form.server";
import { SIGNED_OUT } from "./loads-anew";
import type { Paths } from "./paths";
import { UNSENT_FIELD, type UnsentForm } from "./unsent-form";

/** In bytes; a message with its pictures is smaller. A larger form counts as an empty one. */
const LARGEST_KEPT = 32_000_000;
const NEVER_SENT_BACK = /password|^(?:code|token)$/i;

type Asked = { request: Request; url: URL; paths: Paths };

/**
 * The form of somebody who is no longer signed in, as 401. Where the page that it was typed on shows the answer, everything
 * stays where it is, and a sentence says how to go on.
 *
 * @throws where that page is gone, since scripts do not run or it was posted to an address without a page: the whole form, or
 *   after a mere press a redirect to the sign-in, which leads back to that page
 */
export async function signedOutForm({ request, url, paths }: Asked) {
  const posted = await readForm(request, LARGEST_KEPT);
  const secrets = [...posted.keys()].filter((name) => NEVER_SENT_BACK.test(name));
  const page = pageOf(request);
  const wentElsewhere = page !== undefined && page.pathname !== url.pathname;
  if (isLeftByBrowser(request) || wentElsewhere || posted.has(UNSENT_FIELD)) {
    const headers = { "Cache-Control": "no-store" };
    if (isPress(posted)) {
      const { pathname, search } = page ?? url;
      throw new Response(null, {
        status: 303,
        headers: { ...headers, Location: paths.login({ next: pathname + search }) },
      });
    }
    throw Response.json(unsentForm(request, `${url.pathname}${url.search}`, posted, secrets), {
      status: SIGNED_OUT,
      headers,
    });
  }
  const submission = parse<unknown, string[]>(posted, { resolve: () => ({ error: {} }) });
  const answer: FormAnswer = submission.reply({ hideFields: secrets, formErrors: [m["site.signedOut"]()] });
  return data({ ...answer, isSignedOut: true }, { status: SIGNED_OUT });
}

/** Without scripts a browser goes where the form was posted. */
function isLeftByBrowser(request: Request): boolean {
  return request.headers.get("accept")?.includes("text/html") ?? false;
}

/** The page with the form, where the browser says it. */
function pageOf(request: Request): URL | undefined {
  const address = request.headers.get("referer");
  return address !== null && URL.canParse(address) ? new URL(address) : undefined;
}

/** Whether nobody can have typed or chosen anything of it: ids are the page's own. */
function isPress(posted: FormData): boolean {
  return [...posted].every(([name, value]) => name === "formKey" || value === "" || isUuid(value));
}

function unsentForm(request: Request, address: string, posted: FormData, secrets: readonly string[]): UnsentForm {
  const entries = [...posted].flatMap(([name, value]) =>
    typeof value === "string" && name !== UNSENT_FIELD && !secrets.includes(name) ? [[name, value] as const] : [],
  );
  return {
    kind: "unsent-form",
    address,
    isMultipart: request.headers.get("content-type")?.startsWith("multipart/") ?? false,
    hasFiles: [...posted.values()].some((value) => typeof value !== "string" && value.size > 0),
    entries,
  };
}
