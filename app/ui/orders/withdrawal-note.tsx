import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";

/** What a consumer of the European Union may do, with the way to the form of the directive. */
export function WithdrawalNote({ className = "", children }: { className?: string; children: string }) {
  const paths = usePaths();
  return (
    <p className={`text-sm text-muted ${className}`}>
      {children}{" "}
      <Link to={paths.withdrawalForm()} className={linkStyle}>
        {m["orders.page.withdraw.form"]()}
      </Link>
    </p>
  );
}
