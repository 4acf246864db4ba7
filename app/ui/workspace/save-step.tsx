import type { SellerStatus } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { SubmitButton } from "~/ui/forms/form-shell";

/** Ends the form of a step: it goes on to the next, or, in an approved shop, back to where all of them are. */
export function SaveStep({ status }: { status: SellerStatus }) {
  return <SubmitButton>{status === "approved" ? m["accounts.save"]() : m["sellers.step.saveAndGoOn"]()}</SubmitButton>;
}
