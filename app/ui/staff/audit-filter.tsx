import { Form, Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, fieldStyle, linkStyle } from "~/ui/primitives/button";
import type { Choice } from "./audit/choices";

type Asked = Partial<Record<string, string>>;
type Props = { asked: Asked; actions: readonly Choice[]; kinds: readonly Choice[] };

/** Whose deeds, which, about what, and when. */
export function AuditFilter({ asked, actions, kinds }: Props) {
  const paths = useAllPaths();
  return (
    <Form method="get" role="search" className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <Field name="person" label={m["reviews.audit.field.person"]()} asked={asked} />
      <Field name="subject" label={m["reviews.audit.field.subject"]()} asked={asked} />
      <Menu name="kind" label={m["reviews.audit.field.kind"]()} choices={kinds} asked={asked} />
      <Menu name="action" label={m["reviews.audit.field.action"]()} choices={actions} asked={asked} />
      <Field name="from" label={m["reviews.audit.field.from"]()} type="date" asked={asked} />
      <Field name="until" label={m["reviews.audit.field.until"]()} type="date" asked={asked} />
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

type FieldProps = { name: string; label: string; asked: Asked };

function Field({ name, label, asked, type = "text" }: FieldProps & { type?: "text" | "date" }) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 font-medium">
      {label}
      <input type={type} name={name} defaultValue={asked[name]} className={fieldStyle} />
    </label>
  );
}

function Menu({ name, label, asked, choices }: FieldProps & { choices: readonly Choice[] }) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 font-medium">
      {label}
      <select name={name} defaultValue={asked[name] ?? ""} className={fieldStyle}>
        <option value="">{m["reviews.audit.anyAction"]()}</option>
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
