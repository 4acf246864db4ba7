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
  /** What answers may be a file: the browser asks for it itself, since a script of ours can show none. */
  opensFile?: boolean;
  children: ReactNode;
};

const NO_FIELDS: Readonly<Record<string, string | number>> = {};

/** One button that does one thing, without scripts too; the page stays where it was. */
export function PressForm({
  action,
  formKey,
  fields = NO_FIELDS,
  look = "quiet",
  isOff = false,
  opensFile = false,
  children,
}: Props) {
  return (
    <Form method="post" action={action} preventScrollReset reloadDocument={opensFile}>
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
