import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";

/** Wherever an account is made. */
export function TermsNote() {
  const paths = usePaths();
  return (
    <p className="text-sm text-muted">
      {m["accounts.signup.terms"]()}{" "}
      <Link to={paths.text("terms")} className={linkStyle}>
        {m["site.footer.terms"]()}
      </Link>
      {" · "}
      <Link to={paths.text("privacy")} className={linkStyle}>
        {m["site.footer.privacy"]()}
      </Link>
    </p>
  );
}
