import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  answerInput,
  answerRefusalText,
  findSavedAnswer,
  removeAnswer,
  saveAnswer,
} from "~/modules/inquiries/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parsePosted, readForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { PressForm } from "~/ui/forms/press-form";
import { AnswerForm } from "~/ui/inquiries/answer-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["inquiries.answers.title"]());

export const loader = forSeller("editor", async ({ seller: { sellerId }, params }) => ({
  formKey: newFormKey(),
  answer: orNotFound(await findSavedAnswer(db, { sellerId, answerId: uuidParam(params, "id") })),
}));

export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const answerId = uuidParam(params, "id");
  const posted = await readForm(request);
  if (posted.has("remove")) {
    await removeAnswer(db, seller, answerId);
    return redirectWith(paths.answers({ news: "removed" }));
  }
  const form = parsePosted(posted, answerInput);
  if (!form.ok) return invalid(form);
  const saved = await saveAnswer(db, seller, form.key, { answerId, form: form.value });
  if (!saved.ok) return invalid(form, answerRefusalText[saved.refusal]());
  return redirectWith(paths.answers({ news: "saved" }));
});

export default function AnswerPage() {
  const { formKey, answer } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  const { answerId, title, version, texts } = answer;
  return (
    <WorkspaceFrame title={title}>
      <AnswerForm formKey={formKey} version={version} stored={{ title, ...texts }} last={last} />
      <div className="mt-6 border-t border-line pt-4">
        <PressForm action={paths.answer(answerId)} formKey={formKey} fields={{ remove: 1 }}>
          {m["inquiries.answers.remove"]()}
        </PressForm>
      </div>
    </WorkspaceFrame>
  );
}
