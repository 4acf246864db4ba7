import { data, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { readerFor } from "~/modules/catalog/index.server";
import { LARGEST_MESSAGE_FORM_BYTES, mayStep } from "~/modules/inquiries";
import { findBuyersThread, postAsBuyer, threadView } from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { away } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, readForm } from "~/platform/http/form.server";
import { forGuestLink } from "~/platform/http/openers.server";
import { forgetTyped } from "~/ui/forms/autosave";
import { BuyerDeeds } from "~/ui/inquiries/buyer-deeds";
import { MessageForm } from "~/ui/inquiries/message-form";
import { beforeParam, newsOf, THREAD_NEWS, type ThreadNewsName } from "~/ui/inquiries/thread-news";
import { ThreadFrame } from "~/ui/inquiries/thread-frame";
import { ThreadTimeline } from "~/ui/inquiries/thread-timeline";
import { useNews } from "~/ui/inquiries/use-news";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(m["inquiries.thread.title"]({ reference: page?.thread.reference ?? "" }));

export const loader = forGuestLink(async ({ inquirer, params, url, lang }) => {
  const reader = await readerFor(db, url);
  const before = beforeParam(url);
  const thread = await findBuyersThread(db, inquirer, uuidParam(params, "id"), { before, lang });
  // A guest's link ends: she is told where the next one is.
  if (!thread) throw away("thread");
  return {
    thread: await threadView(db, thread, { side: "buyer", reader }),
    formKey: newFormKey(),
    isEarlier: before !== undefined,
    isGuest: inquirer.userId === undefined,
    news: newsOf(url),
  };
});

export const action = forGuestLink(async ({ inquirer, params, request, lang, paths, visit }) => {
  const inquiryId = uuidParam(params, "id");
  const posted = await readForm(request, LARGEST_MESSAGE_FORM_BYTES);
  const from = { posted, inquiryId, lang, clientAddress: visit.clientAddress };
  const came = await postAsBuyer(db, files(), inquirer, from);
  if (came.kind === "again") return data(came.answer, { status: came.isRefused ? 422 : 200 });
  return redirectWith(paths.inquiry(inquiryId, {}, `#m${came.position}`));
});

export default function InquiryPage() {
  const { thread, formKey, isEarlier, isGuest, news } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  const { inquiryId, messageCount, otherRead, status } = thread;
  useNews(paths.inquiryNews(inquiryId), { messageCount, otherRead });
  useEffect(() => {
    if (news === "sent") forgetTyped("ask");
  }, [news]);
  return (
    <ThreadFrame
      thread={thread}
      side="buyer"
      back={isGuest ? undefined : { href: paths.inquiries(), label: m["inquiries.inbox.title"]() }}
      news={news && THREAD_NEWS[news satisfies ThreadNewsName]()}
    >
      <ThreadTimeline
        thread={thread}
        side="buyer"
        isEarlier={isEarlier}
        hrefOf={(before) => paths.inquiry(inquiryId, { before })}
        fileHref={(fileId) => paths.inquiryFile(inquiryId, fileId)}
      />
      <div className="mt-8 border-t border-line pt-6">
        {mayStep("write-buyer", status, "buyer") ? (
          <MessageForm
            inquiryId={inquiryId}
            formKey={formKey}
            messageCount={messageCount}
            label={m["inquiries.thread.writeBuyer"]()}
            hint={status === "closed" ? m["inquiries.thread.closedHint"]() : undefined}
            last={last}
          />
        ) : (
          <p className="flex flex-wrap items-center gap-4">
            {m["inquiries.thread.over"]()}
            <Link to={paths.newInquiry({ seller: thread.seller.slug })} className={buttonStyle.secondary}>
              {m["inquiries.thread.askAgain"]()}
            </Link>
          </p>
        )}
      </div>
      <BuyerDeeds thread={thread} formKey={formKey} isGuest={isGuest} />
    </ThreadFrame>
  );
}
