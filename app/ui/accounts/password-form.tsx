import type { FormMetadata } from "@conform-to/react";
import type { ComponentProps } from "react";
import { PasswordField } from "~/ui/accounts/named-fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";

type Props<Shape extends Record<string, unknown>> = {
  form: FormMetadata<Shape>;
  meta: ComponentProps<typeof PasswordField>["meta"];
  formKey: string;
  submit: string;
};

/** Asks for the password once more before something that a borrowed session must not do. */
export function PasswordForm<Shape extends Record<string, unknown>>({ form, meta, formKey, submit }: Props<Shape>) {
  return (
    <div className="max-w-md">
      <FormShell form={form} formKey={formKey}>
        <PasswordField meta={meta} isFirst />
        <SubmitButton>{submit}</SubmitButton>
      </FormShell>
    </div>
  );
}
