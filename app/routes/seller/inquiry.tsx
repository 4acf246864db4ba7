import { data, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { readerFor } from "~/modules/catalog/index.server";
import { LARGEST_MESSAGE_FORM_BYTES, mayStep } from "~/modules/inquiries";
import {
  factView,
  findSellersThread,
  listOfferedFacts,
  listSavedAnswers,
  listTeamNames,
  postAsSeller,
  threadView,
} from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, readForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { FactChoice } from "~/ui/inquiries/fact-choice";
import { MessageForm } from "~/ui/inquiries/message-form";
import { SellerDeeds } from "~/ui/inquiries/seller-deeds";
import { beforeParam, newsOf, THREAD_NEWS } from "~/ui/inquiries/thread-news";
import { ThreadFrame } from "~/ui/inquiries/thread-frame";
import { ThreadTimeline } from "~/ui/inquiries/thread-timeline";
import { useNews } from "~/ui/inquiries/use-news";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { WorkspaceTabs } from "~/ui/workspace/workspace-tabs";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(m["inquiries.thread.title"]({ reference: page?.thread.reference ?? "" }));

export const loader = forSeller("editor", async ({ seller, params, url, lang }) => {
  const reader = await readerFor(db, url);
  const { sellerId } = seller;
  const inquiryId = uuidParam(params, "id");
  const before = beforeParam(url);
  const thread = orNotFound(await findSellersThread(db, { sellerId, inquiryId }, { before, lang }));
  const about = { inquiryId, sellerId, destination: thread.destination };
  const [view, facts, answers, team] = await Promise.all([
    threadView(db, thread, { side: "seller", reader }),
    listOfferedFacts(db, about, clock()),
    listSavedAnswers(db, sellerId),
    listTeamNames(db, sellerId),
  ]);
  return {
    thread: view,
    facts: facts.map(({ value, fact }) => ({ value, view: factView(fact, lang) })),
    answers: answers.map(({ answerId, title, texts }) => ({
      value: `answer:${answerId}`,
      view: { kind: "answer", about: title, text: texts[lang] ?? texts.az, lang: undefined },
    })),
    team,
    formKey: newFormKey(),
    isEarlier: before !== undefined,
    news: newsOf(url),
  };
});

export const action = forSeller("editor", async ({ seller, params, request, lang, paths, visit }) => {
  const inquiryId = uuidParam(params, "id");
  const posted = await readForm(request, LARGEST_MESSAGE_FORM_BYTES);
  const from = { posted, inquiryId, lang, clientAddress: visit.clientAddress };
  const came = await postAsSeller(db, files(), seller, from);
  if (came.kind === "again") return data(came.answer, { status: came.isRefused ? 422 : 200 });
  return redirectWith(paths.sellerInquiry(inquiryId, {}, `#m${came.position}`));
});

export default function SellerInquiryPage() {
  const { thread, facts, answers, team, formKey, isEarlier, news } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  const { inquiryId, messageCount, otherRead, status } = thread;
  useNews(paths.sellerInquiryNews(inquiryId), { messageCount, otherRead });
  return (
    <>
      <div className="mx-auto max-w-5xl pt-8">
        <WorkspaceTabs />
      </div>
      <ThreadFrame
        thread={thread}
        side="seller"
        back={{ href: paths.inbox(), label: m["inquiries.inbox.title"]() }}
        news={news && THREAD_NEWS[news]()}
        aside={<SellerDeeds thread={thread} team={team} formKey={formKey} />}
      >
        <ThreadTimeline
          thread={thread}
          side="seller"
          isEarlier={isEarlier}
          hrefOf={(before) => paths.sellerInquiry(inquiryId, { before })}
          fileHref={(fileId) => paths.sellerInquiryFile(inquiryId, fileId)}
        />
        {thread.buyer.isGone ? (
          <p className="mt-8 border-t border-line pt-6 text-muted">{m["inquiries.thread.goneNote"]()}</p>
        ) : mayStep("write-seller", status, "seller") ? (
          <div className="mt-8 border-t border-line pt-6">
            <MessageForm
              inquiryId={inquiryId}
              formKey={formKey}
              messageCount={messageCount}
              label={m["inquiries.thread.write"]()}
              hint={m["inquiries.thread.writeHint"]()}
              last={last}
            >
              <FactChoice facts={facts} answers={answers} />
              <p>
                <Link to={paths.answers({ from: inquiryId })} className={linkStyle}>
                  {m["inquiries.thread.answersEdit"]()}
                </Link>
              </p>
            </MessageForm>
          </div>
        ) : null}
      </ThreadFrame>
    </>
  );
}
