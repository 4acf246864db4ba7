import { env } from "~/platform/env.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { rememberChoice } from "~/platform/http/first-visit.server";
import { readForm } from "~/platform/http/form.server";
import { forAnyone } from "~/platform/http/openers.server";
import { safeReturnPath } from "~/platform/http/return-path.server";
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

  return redirectWith(`${from.pathname}${from.search}`, rememberChoice({ lang, to, cur: cur ?? "" }));
});

/** A file in place of a text is as good as nothing. */
function textField(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
