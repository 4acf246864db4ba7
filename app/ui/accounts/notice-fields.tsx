import { Link } from "@remix-run/react";
import type { ComponentProps, ReactNode } from "react";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, TextField } from "~/ui/forms/fields";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

type Meta = ComponentProps<typeof TextField>["meta"];

type Props = {
  fields: Record<"byMail" | "bySms" | "quietFrom" | "quietTo", Meta>;
  ways: {
    email: string | undefined;
    phone: string | undefined;
    /** Without a gateway nobody is asked for a number. */
    hasSms: boolean;
  };
};

/** Where one is told, of those ways that lead somewhere, and when nothing is to be sent. */
export function NoticeFields({ fields, ways: { email, phone, hasSms } }: Props) {
  const paths = useAllPaths();
  return (
    <>
      <Box legend={m["accounts.notices.ways"]()}>
        <p className="text-sm text-muted">{m["accounts.notices.none"]()}</p>
        {email === undefined ? (
          <AddWay to={paths.changeEmail()} text={m["accounts.notices.noMail"]()} />
        ) : (
          <CheckboxField meta={fields.byMail} label={m["accounts.notices.byMail"]()} hint={<Whole>{email}</Whole>} />
        )}
        {phone === undefined ? (
          hasSms && <AddWay to={paths.changePhone()} text={m["accounts.notices.noPhone"]()} />
        ) : (
          <CheckboxField meta={fields.bySms} label={m["accounts.notices.bySms"]()} hint={<Whole>{phone}</Whole>} />
        )}
      </Box>
      <Box legend={m["accounts.notices.quiet"]()}>
        <p className="text-sm text-muted">{m["accounts.notices.quietHint"]()}</p>
        <div className="grid grid-cols-2 gap-4 sm:max-w-sm">
          <TextField meta={fields.quietFrom} label={m["accounts.notices.quietFrom"]()} type="time" />
          <TextField meta={fields.quietTo} label={m["accounts.notices.quietTo"]()} type="time" />
        </div>
      </Box>
    </>
  );
}

function Box({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className="flex flex-col gap-3 rounded border border-line p-4 sm:p-5">
      <legend className="px-2 font-semibold">{legend}</legend>
      {children}
    </fieldset>
  );
}

/** An address may be longer than the line. */
const Whole = ({ children }: { children: string }) => <span className="break-all">{children}</span>;

function AddWay({ to, text }: { to: string; text: string }) {
  return (
    <p>
      {text}{" "}
      <Link to={to} className={linkStyle}>
        {m["accounts.add"]()}
        <span className="sr-only"> {text}</span>
      </Link>
    </p>
  );
}
