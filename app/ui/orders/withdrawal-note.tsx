import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { NewTabLink } from "~/ui/primitives/new-tab-link";

/** What a consumer of the European Union may do, with the way to the form of the directive. */
export function WithdrawalNote({ className = "", children }: { className?: string; children: string }) {
  const paths = usePaths();
  return (
    <p className={`text-sm text-muted ${className}`}>
      {children} <NewTabLink href={paths.withdrawalForm()}>{m["orders.page.withdraw.form"]()}</NewTabLink>
    </p>
  );
}
