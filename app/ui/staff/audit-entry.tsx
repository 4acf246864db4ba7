import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";

export type AuditEntryView = {
  id: string;
  when: string;
  actorKind: string;
  actorId: string | null;
  actorName: string | null;
  action: string;
  subjectKind: string;
  subjectId: string;
  requestId: string | null;
  clientAddress: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  changedFields: string[];
  isErased: boolean;
};

const ACTORS: Readonly<Record<string, () => string>> = {
  guest: m["reviews.audit.actor.guest"],
  buyer: m["reviews.audit.actor.buyer"],
  seller: m["reviews.audit.actor.seller"],
  staff: m["reviews.audit.actor.staff"],
  operator: m["reviews.audit.actor.operator"],
  system: m["reviews.audit.actor.system"],
};

/** Who did what to what, when and from where, with each value before and after. */
export function AuditEntry({ entry }: { entry: AuditEntryView }) {
  const { id, when, actorKind, actorId, actorName, action, subjectKind, subjectId, isErased, changedFields } = entry;
  const paths = usePaths();
  const origin = [entry.clientAddress, entry.requestId].filter(Boolean).join(" · ");
  return (
    <li className="px-5 py-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <code className="font-semibold">{action}</code>
        <span>
          {ACTORS[actorKind]?.()}{" "}
          {actorId === null ? null : (
            <Link to={paths.auditLog({ person: actorId })} className={linkStyle}>
              {actorName || actorId}
            </Link>
          )}
        </span>
        <span className="text-sm text-muted">{when}</span>
      </p>
      <p className="mt-1 break-all text-sm text-muted">
        {subjectKind}{" "}
        <Link to={paths.auditLog({ subject: subjectId })} className={linkStyle}>
          {subjectId}
        </Link>
        {` · № ${id}`}
        {origin ? ` · ${origin}` : ""}
      </p>
      {isErased ? (
        <p className="mt-2 text-sm">{m["reviews.audit.erased"]({ fields: changedFields.join(", ") })}</p>
      ) : null}
      {isErased || changedFields.length === 0 ? null : <Values entry={entry} />}
    </li>
  );
}

function Values({ entry: { id, before, after, changedFields } }: { entry: AuditEntryView }) {
  return (
    <div
      role="region"
      aria-label={m["reviews.audit.values"]({ number: id })}
      tabIndex={0}
      className="mt-2 overflow-x-auto"
    >
      <table className="w-full min-w-80 table-fixed text-left text-sm">
        <thead className="text-muted">
          <tr>
            <th scope="col" className="w-1/4 py-1 pr-3 font-normal">
              {m["reviews.audit.field.field"]()}
            </th>
            <th scope="col" className="py-1 pr-3 font-normal">
              {m["reviews.audit.field.before"]()}
            </th>
            <th scope="col" className="py-1 font-normal">
              {m["reviews.audit.field.after"]()}
            </th>
          </tr>
        </thead>
        <tbody>
          {changedFields.map((field) => (
            <tr key={field} className="border-t border-line align-top">
              <th scope="row" className="break-words py-1 pr-3 font-normal">
                {field}
              </th>
              <td className="whitespace-pre-wrap break-words py-1 pr-3">{shown(before[field])}</td>
              <td className="whitespace-pre-wrap break-words py-1">{shown(after[field])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Values as they were recorded: a text as it is, anything else as JSON. */
function shown(value: unknown): string {
  if (value === undefined || value === null) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
