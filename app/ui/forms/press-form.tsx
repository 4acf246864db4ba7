import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { buttonStyle } from "~/ui/primitives/button";

type Props = {
  action: string;
  /** Of this button alone: the same one pressed twice is one press. */
  formKey: string;
  fields?: Readonly<Record<string, string | number>>;
  look?: keyof typeof buttonStyle;
  isOff?: boolean;
  children: ReactNode;
};

const NO_FIELDS: Readonly<Record<string, string | number>> = {};

/** One button that does one thing, without scripts too; the page stays where it was. */
export function PressForm({ action, formKey, fields = NO_FIELDS, look = "quiet", isOff = false, children }: Props) {
  return (
    <Form method="post" action={action} preventScrollReset>
      <input type="hidden" name="formKey" value={formKey} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" disabled={isOff} className={`${buttonStyle[look]} disabled:opacity-50`}>
        {children}
      </button>
    </Form>
  );
}
