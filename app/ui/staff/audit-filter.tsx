import { Form, Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle, fieldStyle, linkStyle } from "~/ui/primitives/button";

type Props = { asked: Partial<Record<string, string>>; actions: readonly string[] };

/** Whose deeds, which, about what, and when. */
export function AuditFilter({ asked, actions }: Props) {
  const paths = usePaths();
  return (
    <Form method="get" role="search" className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <label className="flex flex-col gap-1.5 font-medium">
        {m["reviews.audit.field.person"]()}
        <input name="person" defaultValue={asked.person} className={fieldStyle} />
      </label>
      <label className="flex flex-col gap-1.5 font-medium">
        {m["reviews.audit.field.action"]()}
        <select name="action" defaultValue={asked.action ?? ""} className={fieldStyle}>
          <option value="">{m["reviews.audit.anyAction"]()}</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {action}
            </option>
          ))}
        </select>
      </label>
      <label className="flex flex-col gap-1.5 font-medium">
        {m["reviews.audit.field.subject"]()}
        <input name="subject" defaultValue={asked.subject} className={fieldStyle} />
      </label>
      <label className="flex flex-col gap-1.5 font-medium">
        {m["reviews.audit.field.from"]()}
        <input type="date" name="from" defaultValue={asked.from} className={fieldStyle} />
      </label>
      <label className="flex flex-col gap-1.5 font-medium">
        {m["reviews.audit.field.until"]()}
        <input type="date" name="until" defaultValue={asked.until} className={fieldStyle} />
      </label>
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className={buttonStyle.secondary}>
          {m["reviews.sellers.show"]()}
        </button>
        {Object.keys(asked).length > 0 ? (
          <Link to={paths.auditLog()} className={linkStyle}>
            {m["reviews.audit.clear"]()}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}
