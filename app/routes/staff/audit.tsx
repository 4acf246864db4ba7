import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import {
  cursorOf,
  listAuditActions,
  listAuditEntries,
  readAuditQuestion,
  recordAuditView,
} from "~/platform/audit/audit-log.server";
import { db } from "~/platform/db/db.server";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { AuditEntry } from "~/ui/staff/audit-entry";
import { AuditFilter } from "~/ui/staff/audit-filter";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.audit.title"]());

const PAGE_SIZE = 50;

export const loader = forStaff("admin", async ({ staff, lang, url }) => {
  const { question, asked } = readAuditQuestion(url.searchParams);
  const [found, actions] = await Promise.all([
    listAuditEntries(db, question, PAGE_SIZE + 1),
    listAuditActions(db),
    recordAuditView(db, staff, asked),
  ]);
  const entries = found.slice(0, PAGE_SIZE);
  const last = found.length > PAGE_SIZE ? entries.at(-1) : undefined;
  const moment = dateFormat(lang, { dateStyle: "medium", timeStyle: "medium", timeZone: "Asia/Baku" });
  return {
    role: staff.role,
    asked,
    actions,
    older: last && cursorOf(last),
    entries: entries.map(({ id, happenedAt, ...entry }) => ({
      ...entry,
      id: String(id),
      when: moment.format(happenedAt),
    })),
  };
});

export default function AuditLogPage() {
  const { role, asked, actions, older, entries } = useLoaderData<typeof loader>();
  const paths = usePaths();
  return (
    <StaffFrame title={m["reviews.audit.title"]()} lead={m["reviews.audit.lead"]()} role={role} here="audit">
      <AuditFilter asked={asked} actions={actions} />
      {entries.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={m["reviews.audit.none"]()}>{m["reviews.audit.noneText"]()}</EmptyState>
        </div>
      ) : (
        <ol className="mt-6 divide-y divide-line rounded border border-line bg-surface">
          {entries.map((entry) => (
            <AuditEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {older ? (
        <p className="mt-6">
          <Link to={paths.auditLog({ ...asked, before: older })} className={buttonStyle.secondary}>
            {m["reviews.audit.older"]()}
          </Link>
        </p>
      ) : null}
    </StaffFrame>
  );
}
