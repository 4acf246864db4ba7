import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { NewTabLink } from "~/ui/primitives/new-tab-link";

/** What a consumer of the European Union may do, with the way to the form of the directive. */
export function WithdrawalNote({ className = "", children }: { className?: string; children: string }) {
  const paths = useAllPaths();
  return (
    <p className={`text-sm text-muted ${className}`}>
      {children} <NewTabLink href={paths.withdrawalForm()}>{m["orders.page.withdraw.form"]()}</NewTabLink>
    </p>
  );
}
