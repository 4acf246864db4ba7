import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { findDecidedItem } from "~/modules/catalog/index.server";
import { deskRooms } from "~/modules/reporting/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { QUEUE_NAMES } from "~/ui/staff/desk-tabs";
import { outcomeName, reasonWords } from "~/ui/staff/reason-words";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.item.title"]());

export const loader = forStaff("reviewer", async ({ staff, params, lang }) => {
  const { decidedAt, ...item } = orNotFound(await findDecidedItem(db, uuidParam(params, "id"), deskRooms));
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "short", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    ...item,
    when: moment.format(decidedAt),
  };
});

export default function DecidedItemPage() {
  const { role, queue, name, detail, status, when, decidedBy, note, reasons, decision } =
    useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame title={name} lead={[QUEUE_NAMES[queue](), detail].filter(Boolean).join(" · ")} role={role} here="desk">
      <Notice tone="info">
        {status === "withdrawn" ? m["reviews.decided.withdrawnNotice"]() : m["reviews.decided.notice"]()}
      </Notice>
      <section aria-labelledby="outcome-title" className="mt-6 rounded border border-line bg-surface p-5">
        <h2 id="outcome-title" className="text-lg">
          {outcomeName(queue, status)}
        </h2>
        <p className="text-sm text-muted">{decidedBy ? m["reviews.decided.by"]({ name: decidedBy, when }) : when}</p>
        {decision ? <p className="mt-3">{decision.outcome}</p> : null}
        {decision?.rule ? <p className="mt-1">{decision.rule}</p> : null}
        {note ? <p className="mt-3 whitespace-pre-line break-words">{note}</p> : null}
        <ul className="mt-3">
          {reasons.map((reason) => (
            <li key={`${reason.field} ${reason.code}`}>{reasonWords(reason)}</li>
          ))}
        </ul>
      </section>
      <p className="mt-6 flex flex-wrap gap-x-6 gap-y-2">
        <Link to={paths.desk({ queue })} className={linkStyle}>
          {m["reviews.together.back"]()}
        </Link>
        <Link to={paths.decidedItems({ queue })} className={linkStyle}>
          {m["reviews.decided.title"]()}
        </Link>
      </p>
    </StaffFrame>
  );
}
