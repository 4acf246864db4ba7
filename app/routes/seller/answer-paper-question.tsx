import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  answerEvidenceInput,
  answerEvidenceQuestion,
  answerEvidenceRefusalText,
  findOwnPaper,
} from "~/modules/export-readiness/index.server";
import { paperName } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["evidence.answerTitle"]());

export const loader = forSeller("manager", async ({ seller, params }) => {
  const documentType = params.type ?? "";
  const { said } = orNotFound(await findOwnPaper(db, { sellerId: seller.sellerId, documentType }));
  return { formKey: newFormKey(), documentType, question: said?.words };
});

export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const documentType = params.type ?? "";
  const form = await parseForm(request, answerEvidenceInput);
  if (!form.ok) return invalid(form);

  const { words } = form.value;
  const answered = await answerEvidenceQuestion(db, seller, form.key, { documentType, words });
  if (!answered.ok) return invalid(form, answerEvidenceRefusalText[answered.refusal]());

  return redirectWith(paths.sellerPaper(documentType, { done: "answered" }));
});

export default function AnswerPaperQuestionPage() {
  const { formKey, documentType, question } = useLoaderData<typeof loader>();
  const { form, fields } = usePageForm<"words">("answer-question", useActionData<typeof action>());
  const paths = useAllPaths();
  return (
    <WorkspaceFrame
      back={{ to: paths.sellerPaper(documentType), label: paperName(documentType) }}
      title={m["evidence.answerTitle"]()}
    >
      {question ? <p className="mb-6 whitespace-pre-line break-words border-l-4 border-line pl-4">{question}</p> : null}
      <FormShell form={form} formKey={formKey}>
        <TextAreaField meta={fields.words} label={m["evidence.answerField"]()} rows={5} />
        <div>
          <SubmitButton>{m["evidence.answerSend"]()}</SubmitButton>
        </div>
      </FormShell>
    </WorkspaceFrame>
  );
}
