import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import type { AuditChange, AuditEntryView, Named } from "./audit/entry-view";

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
  const { id, when, actorKind, actor, action, subject, erased, changes } = entry;
  const paths = useAllPaths();
  return (
    <li className="px-5 py-4">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <strong className="font-semibold">{action.name}</strong>
        <span className="break-words">
          {ACTORS[actorKind]?.()} {actor ? <NameLink named={actor} to={paths.auditLog({ person: actor.id })} /> : null}
        </span>
        <span className="text-sm text-muted">{when}</span>
      </p>
      <p className="mt-1 break-words">
        {subject.kindName}
        {subject.id === subject.kind ? null : (
          <>
            {": "}
            <NameLink named={subject} to={paths.auditLog({ subject: subject.id })} />
          </>
        )}
      </p>
      <CodeLine entry={entry} />
      {erased.length > 0 ? (
        <p className="mt-2 text-sm">{m["reviews.audit.erased"]({ fields: erased.join(", ") })}</p>
      ) : null}
      {changes.length > 0 ? <Values number={id} changes={changes} /> : null}
    </li>
  );
}

/** Everything else about the same: by its name, else by the beginning of its id. */
function NameLink({ named: { id, name }, to }: { named: Named; to: string }) {
  return (
    <Link to={to} title={id} className={linkStyle}>
      {name ?? shortId(id)}
    </Link>
  );
}

const SHORT_ID_LETTERS = 8;

function shortId(id: string): string {
  return id.length > SHORT_ID_LETTERS * 2 ? `${id.slice(0, SHORT_ID_LETTERS)}…` : id;
}

/** The same as the log keeps it, for who has to name it exactly. */
function CodeLine({ entry: { id, action, subject, requestId, clientAddress } }: { entry: AuditEntryView }) {
  const origin = [clientAddress, requestId].filter(Boolean).join(" · ");
  return (
    <p className="mt-1 break-all text-sm text-muted">
      {`№ ${id} · `}
      <code>{action.code}</code>
      {" · "}
      <code title={subject.id}>{`${subject.kind} ${shortId(subject.id)}`}</code>
      {origin ? ` · ${origin}` : ""}
    </p>
  );
}

function Values({ number, changes }: { number: string; changes: readonly AuditChange[] }) {
  return (
    <div role="region" aria-label={m["reviews.audit.values"]({ number })} tabIndex={0} className="mt-2 overflow-x-auto">
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
          {changes.map(({ field, name, before, after }) => (
            <tr key={field} className="border-t border-line align-top">
              <th scope="row" title={field} className="break-words py-1 pr-3 font-normal">
                {name}
              </th>
              <td className="whitespace-pre-wrap break-words py-1 pr-3">{before}</td>
              <td className="whitespace-pre-wrap break-words py-1">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
