import { redirect } from "@remix-run/node";
import { env } from "~/platform/env.server";
import { choiceCookie, CURRENCY_COOKIE, DESTINATION_COOKIE, LANGUAGE_COOKIE } from "~/platform/http/first-visit.server";
import { forAnyone, safeReturnPath } from "~/platform/http/openers.server";
import { DEFAULT_DESTINATION, READER_CURRENCIES } from "~/platform/i18n/reader";

/** Remembers country and currency and goes back to the same page with both in its address. */
export const action = forAnyone({ cache: "private" }, async ({ request, lang }) => {
  const form = await readForm(request);
  const from = new URL(safeReturnPath(form.get("from")) ?? `/${lang}`, env.SITE_URL);
  const to = /^[A-Z]{2}$/.exec(textField(form, "to"))?.[0] ?? "";
  const asked = textField(form, "cur");
  const cur = READER_CURRENCIES.find((code) => code === asked);
  if (to !== "" && to !== DEFAULT_DESTINATION[lang]) from.searchParams.set("to", to);
  else from.searchParams.delete("to");
  if (cur) from.searchParams.set("cur", cur);
  else from.searchParams.delete("cur");

  const isSecure = env.SITE_URL.startsWith("https:");
  const headers = new Headers();
  headers.append("Set-Cookie", choiceCookie(LANGUAGE_COOKIE, lang, isSecure));
  headers.append("Set-Cookie", choiceCookie(DESTINATION_COOKIE, to, isSecure));
  headers.append("Set-Cookie", choiceCookie(CURRENCY_COOKIE, cur ?? "", isSecure));
  return redirect(`${from.pathname}${from.search}`, { status: 303, headers });
});

/** A body that is no form counts as an empty one. */
async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)
    ? request.formData().catch(() => new FormData())
    : new FormData();
}

/** A file in place of a text is as good as nothing. */
function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
