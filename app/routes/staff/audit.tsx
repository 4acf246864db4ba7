import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { nameCodes } from "~/modules/catalog/index.server";
import { openAuditLog } from "~/modules/reporting/index.server";
import { m } from "~/paraglide/messages.js";
import { listAuditActions, readAuditQuestion, recordAuditView } from "~/platform/audit/audit-log.server";
import { MOST_CALLED } from "~/platform/audit/named-subjects.server";
import { db } from "~/platform/db/db.server";
import { forStaff } from "~/platform/http/openers.server";
import { dateFormat } from "~/platform/i18n/formatters";
import type { Locale } from "~/platform/i18n/locales";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { actionChoices, kindChoices } from "~/ui/staff/audit/choices";
import { auditEntryView } from "~/ui/staff/audit/entry-view";
import { AuditEntry } from "~/ui/staff/audit-entry";
import { AuditFilter } from "~/ui/staff/audit-filter";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["reviews.audit.title"]());

const PAGE_SIZE = 50;

/** Two days of which the first is later than the last, in the reader's words. */
function crossedDays({ from = "", until = "" }: { from?: string; until?: string }, lang: Locale) {
  // Days are written so that later ones are greater.
  if (from === "" || until === "" || from <= until) return undefined;
  const day = dateFormat(lang, { dateStyle: "long", timeZone: "UTC" });
  return { from: day.format(new Date(from)), until: day.format(new Date(until)) };
}

export const loader = forStaff("admin", async ({ staff, lang, url }) => {
  const { question, asked } = readAuditQuestion(url.searchParams);
  const [{ entries, names, older, isCut }, actions, codes] = await Promise.all([
    openAuditLog(db, question, PAGE_SIZE),
    listAuditActions(db),
    nameCodes(db, lang),
    recordAuditView(db, staff, asked),
  ]);
  return {
    role: staff.role,
    asked,
    actions: actionChoices(actions, lang),
    kinds: kindChoices(lang),
    older,
    mostFound: isCut ? MOST_CALLED : undefined,
    // Words are found here: as all of them they would be a burden for the browser.
    entries: entries.map((entry) => auditEntryView(entry, { lang, names, codes })),
    crossed: crossedDays(asked, lang),
  };
});

export default function AuditLogPage() {
  const { role, asked, actions, kinds, older, mostFound, entries, crossed } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <StaffFrame title={m["reviews.audit.title"]()} lead={m["reviews.audit.lead"]()} role={role} here="audit">
      <AuditFilter asked={asked} actions={actions} kinds={kinds} />
      {mostFound === undefined ? null : (
        <p className="mt-4 text-sm text-muted" role="status">
          {m["reviews.audit.cut"]({ count: mostFound })}
        </p>
      )}
      {entries.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={m["reviews.audit.none"]()}>
            {crossed ? m["reviews.audit.crossed"](crossed) : m["reviews.audit.noneText"]()}
          </EmptyState>
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
