import { data, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lookUpPassport } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { forAnyone } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { Notice } from "~/ui/primitives/notice";
import { CheckedPassport } from "~/ui/readiness/checked-passport";
import { PassportForm } from "~/ui/readiness/passport-form";

export const meta: MetaFunction = () => privateMeta(m["passports.title"]());

const STATUS = { found: 200, unknown: 404, "too-many": 429 } as const;

/** Of the primary database and kept by no cache: a passport that was revoked a second ago does not hold. */
export const loader = forAnyone({ cache: "private" }, async ({ params, lang, visit }) => {
  const typed = params.code ?? "";
  const answer = await lookUpPassport(db, { typed, lang, clientAddress: visit.clientAddress });
  return data({ answer, typed: typed.slice(0, 40) }, { status: STATUS[answer.kind] });
});

/** A code breaks at none of its dashes. */
const unbroken = (code: string) => code.replaceAll("-", "\u2011");

export default function PassportPage() {
  const { answer, typed } = useLoaderData<typeof loader>();
  if (answer.kind === "found") return <CheckedPassport passport={answer.passport} />;
  return (
    <div className="measure py-10">
      {answer.kind === "too-many" ? (
        <>
          <h1 className="mb-5 text-3xl">{m["passports.check.title"]()}</h1>
          <Notice tone="warning">{m["passports.tooMany"]()}</Notice>
        </>
      ) : (
        <>
          <h1 className="text-3xl">{m["passports.unknown.title"]()}</h1>
          <p className="mt-3 text-lg">
            {answer.typed === ""
              ? m["passports.unknown.empty"]()
              : m["passports.unknown.text"]({ code: unbroken(answer.typed) })}
          </p>
        </>
      )}
      <div className="mt-6">
        <PassportForm typed={typed} />
      </div>
    </div>
  );
}
