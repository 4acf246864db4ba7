import type { MetaFunction } from "@remix-run/node";
import { m } from "~/paraglide/messages.js";
import { redirectWith } from "~/platform/http/cookies.server";
import { forAnyone } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { PassportForm } from "~/ui/readiness/passport-form";

export const meta: MetaFunction = () => privateMeta(m["passports.check.title"]());

/** What was typed goes into the address: the page of a code can be kept and sent on. */
export const loader = forAnyone({ cache: "private" }, ({ url, paths }) => {
  const typed = url.searchParams.get("code")?.trim() ?? "";
  return Promise.resolve(typed === "" ? null : redirectWith(paths.passport(encodeURIComponent(typed))));
});

export default function PassportsPage() {
  return (
    <div className="measure py-10">
      <h1 className="text-3xl">{m["passports.check.title"]()}</h1>
      <p className="mt-3 text-lg">{m["passports.check.lead"]()}</p>
      <div className="mt-6">
        <PassportForm />
      </div>
    </div>
  );
}
