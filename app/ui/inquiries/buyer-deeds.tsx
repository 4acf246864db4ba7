import { Link } from "@remix-run/react";
import { mayStep, type ThreadView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";

type Props = { thread: ThreadView; formKey: string; isGuest: boolean };

/** What a buyer may do besides writing: she seldom does, so it stands below and closed. */
export function BuyerDeeds({ thread: { inquiryId, status }, formKey, isGuest }: Props) {
  const paths = useAllPaths();
  return (
    <details className="mt-8 border-t border-line pt-4">
      <summary className={`inline-flex min-h-11 items-center ${linkStyle}`}>{m["inquiries.thread.more"]()}</summary>
      <div className="mt-2 flex flex-col items-start gap-3">
        {mayStep("close", status, "buyer") ? (
          <PressForm action={paths.inquiryDeed(inquiryId, "close")} formKey={formKey} look="secondary">
            {m["inquiries.thread.close"]()}
          </PressForm>
        ) : null}
        <Link to={paths.reportInquiry(inquiryId)} className={buttonStyle.quiet}>
          {m["inquiryCases.report.link"]()}
        </Link>
        {isGuest ? (
          <>
            <PressForm action={paths.inquiryDeed(inquiryId, "revoke")} formKey={formKey} look="secondary">
              {m["inquiries.thread.revoke"]()}
            </PressForm>
            <p className="text-sm text-muted">{m["inquiries.thread.revokeHint"]()}</p>
          </>
        ) : null}
      </div>
    </details>
  );
}
