import { Form, Link } from "@remix-run/react";
import { mayStep, type InquiryDeed, type ThreadView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, fieldStyle, linkStyle } from "~/ui/primitives/button";

type Props = { thread: ThreadView; team: { userId: string; name: string }[]; formKey: string };

/** Who of the team answers, and what ends a thread. */
export function SellerDeeds({ thread, team, formKey }: Props) {
  const paths = useAllPaths();
  const { inquiryId, status, assignedTo, isBlocked, buyer } = thread;
  const may = (deed: InquiryDeed) => !buyer.isGone && mayStep(deed, status, "seller");
  return (
    <section aria-label={m["inquiries.thread.more"]()} className="flex flex-col gap-4">
      {team.length > 1 ? (
        <Form method="post" action={paths.assignInquiry(inquiryId)} className="flex flex-col gap-2">
          <input type="hidden" name="formKey" value={formKey} />
          <label htmlFor="assign-to" className="text-sm font-medium">
            {m["inquiries.thread.assign"]()}
          </label>
          <div className="flex gap-2">
            <select key={assignedTo} id="assign-to" name="to" defaultValue={assignedTo ?? ""} className={fieldStyle}>
              <option value="">{m["inquiries.thread.assignAll"]()}</option>
              {team.map(({ userId, name }) => (
                <option key={userId} value={userId}>
                  {name}
                </option>
              ))}
            </select>
            <button type="submit" className={buttonStyle.secondary}>
              {m["inquiries.thread.assignDo"]()}
            </button>
          </div>
        </Form>
      ) : null}
      <details>
        <summary className={`inline-flex min-h-11 items-center ${linkStyle}`}>{m["inquiries.thread.more"]()}</summary>
        <div className="mt-1 flex flex-col items-start">
          {may("close") ? (
            <PressForm action={paths.sellerInquiryDeed(inquiryId, "close")} formKey={formKey}>
              {m["inquiries.thread.close"]()}
            </PressForm>
          ) : null}
          {may("mark-spam") ? (
            <PressForm action={paths.sellerInquiryDeed(inquiryId, "mark-spam")} formKey={formKey}>
              {m["inquiries.thread.spam"]()}
            </PressForm>
          ) : null}
          {may("not-spam") ? (
            <PressForm action={paths.sellerInquiryDeed(inquiryId, "not-spam")} formKey={formKey}>
              {m["inquiries.thread.notSpam"]()}
            </PressForm>
          ) : null}
          {buyer.isGone ? null : isBlocked ? (
            <PressForm action={paths.unblockBuyer(inquiryId)} formKey={formKey}>
              {m["inquiryCases.block.lift"]()}
            </PressForm>
          ) : (
            <PressForm action={paths.blockBuyer(inquiryId)} formKey={formKey}>
              {m["inquiryCases.block.do"]()}
            </PressForm>
          )}
          <Link to={paths.sellerReportInquiry(inquiryId)} className={buttonStyle.quiet}>
            {m["inquiryCases.report.link"]()}
          </Link>
          {may("decline") ? (
            <details>
              <summary className={buttonStyle.quiet}>{m["inquiries.thread.decline"]()}</summary>
              <Form
                method="post"
                action={paths.sellerInquiryDeed(inquiryId, "decline")}
                className="flex flex-col gap-2"
              >
                <input type="hidden" name="formKey" value={formKey} />
                <label htmlFor="decline-words" className="text-sm">
                  {m["inquiries.thread.declineWords"]()}
                </label>
                <textarea id="decline-words" name="words" rows={3} maxLength={500} className={fieldStyle} />
                <button type="submit" className={buttonStyle.secondary}>
                  {m["inquiries.thread.decline"]()}
                </button>
              </Form>
            </details>
          ) : null}
        </div>
      </details>
    </section>
  );
}
