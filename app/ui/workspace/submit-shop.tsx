import { Form } from "@remix-run/react";
import { stepsToMend, type AskedReason } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { SubmitButton } from "~/ui/forms/form-shell";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { STEP_NAMES } from "./shop-labels";

type Props = { formKey: string; maySubmit: boolean; asked: readonly AskedReason[] };

/** All steps are done: the one thing left is to send the shop to the Federation, if what it asked for is mended. */
export function SubmitShop({ formKey, maySubmit, asked }: Props) {
  const paths = useAllPaths();
  if (!maySubmit) return <p className="text-muted">{m["sellers.workspace.managerSubmits"]()}</p>;
  return (
    <Form method="post" action={paths.submitShop()} className="flex flex-col items-start gap-3">
      <input type="hidden" name="formKey" value={formKey} />
      <p className="text-muted">{readyWords(asked)}</p>
      <SubmitButton>{m["sellers.workspace.submit"]()}</SubmitButton>
    </Form>
  );
}

function readyWords(asked: readonly AskedReason[]): string {
  const open = stepsToMend(asked);
  if (open.length > 0) {
    return m["sellers.workspace.stillAsked"]({ steps: open.map((step) => STEP_NAMES[step]()).join(", ") });
  }
  return asked.length > 0 ? m["sellers.workspace.mended"]() : m["sellers.workspace.ready"]();
}
