import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { answerInput, answerRefusalText, listSavedAnswers, saveAnswer } from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { isUuid } from "~/platform/uuid";
import { AnswerForm } from "~/ui/inquiries/answer-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["inquiries.answers.title"]());

const NEWS_NAMES = ["saved", "removed"] as const;
const NEWS = { saved: m["inquiries.answers.saved"], removed: m["inquiries.answers.removed"] } as const;

export const loader = forSeller("editor", async ({ seller, url }) => {
  const answers = await listSavedAnswers(db, seller.sellerId);
  const from = url.searchParams.get("from");
  const news = url.searchParams.get("news");
  return {
    formKey: newFormKey(),
    answers: answers.map(({ answerId, title, texts }) => ({
      answerId,
      title,
      text: texts.az,
      languages: Object.keys(texts).join(", "),
    })),
    from: isUuid(from) ? from : undefined,
    news: NEWS_NAMES.find((name) => name === news),
  };
});

export const action = forSeller("editor", async ({ seller, request, paths, url }) => {
  const form = await parseForm(request, answerInput);
  if (!form.ok) return invalid(form);
  const saved = await saveAnswer(db, seller, form.key, { answerId: undefined, form: form.value });
  if (!saved.ok) return invalid(form, undefined, { title: answerRefusalText[saved.refusal]() });
  return redirectWith(paths.answers({ news: "saved", from: url.searchParams.get("from") ?? undefined }));
});

export default function AnswersPage() {
  const { formKey, answers, from, news } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame title={m["inquiries.answers.title"]()} lead={m["inquiries.answers.lead"]()}>
      {news ? <DoneNotice>{NEWS[news]()}</DoneNotice> : null}
      {from ? (
        <p className="mb-4">
          <Link to={paths.sellerInquiry(from)} className={linkStyle}>
            {m["inquiries.answers.back"]()}
          </Link>
        </p>
      ) : null}
      {answers.length === 0 ? <p className="text-muted">{m["inquiries.answers.none"]()}</p> : null}
      <ul className="divide-y divide-line">
        {answers.map(({ answerId, title, text, languages }) => (
          <li key={answerId} className="py-3">
            <Link
              to={paths.answer(answerId)}
              aria-label={m["inquiries.answers.edit"]({ title })}
              className={`inline-flex min-h-11 items-center font-semibold ${linkStyle}`}
            >
              {title}
            </Link>
            <p className="line-clamp-2 break-words">{text}</p>
            <p className="text-sm text-muted">{m["inquiries.answers.languages"]({ languages })}</p>
          </li>
        ))}
      </ul>
      <h2 className="mt-8 mb-4 text-lg">{m["inquiries.answers.new"]()}</h2>
      <AnswerForm key={answers.length} formKey={formKey} version={0} last={last} />
    </WorkspaceFrame>
  );
}
