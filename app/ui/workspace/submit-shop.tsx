import { Form } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { SubmitButton } from "~/ui/forms/form-shell";
import { usePaths } from "~/ui/layouts/site";

/** All steps are done: the one thing left is to send the shop to the Federation. */
export function SubmitShop({ formKey, maySubmit }: { formKey: string; maySubmit: boolean }) {
  const paths = usePaths();
  if (!maySubmit) return <p className="text-muted">{m["sellers.workspace.managerSubmits"]()}</p>;
  return (
    <Form method="post" action={paths.submitShop()} className="flex flex-col items-start gap-3">
      <input type="hidden" name="formKey" value={formKey} />
      <p className="text-muted">{m["sellers.workspace.ready"]()}</p>
      <SubmitButton>{m["sellers.workspace.submit"]()}</SubmitButton>
    </Form>
  );
}
