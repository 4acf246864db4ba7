import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { formatDay } from "~/modules/catalog/index.server";
import { ANNOUNCED_DAYS, backOn } from "~/modules/sellers";
import { closureInput, closureRefusalText, findClosure, saveClosure } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.closure.title"]());

export const loader = forSeller("manager", async ({ seller, lang, url }) => {
  const { version, closure } = orNotFound(await findClosure(db, seller.sellerId));
  return {
    formKey: newFormKey(),
    version,
    stored: closure,
    said:
      closure &&
      m["sellers.closure.stored"]({
        from: formatDay(closure.fromOn, lang),
        until: formatDay(closure.untilOn, lang),
        back: formatDay(backOn(closure), lang),
      }),
    isSaved: url.searchParams.has("saved"),
    isChanged: url.searchParams.has("changed"),
  };
});

export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const form = await parseForm(request, closureInput);
  if (!form.ok) return invalid(form);

  const { version, fromOn, untilOn, noteAz, noteEn, noteRu } = form.value;
  const closure = { version, fromOn, untilOn, noteAz, noteEn, noteRu };
  const saved = await saveClosure(db, seller, form.key, closure);
  if (saved.ok) return redirectWith(paths.closure({ saved: "1" }));
  const sentence = closureRefusalText[saved.refusal]();
  return saved.refusal === "changed-elsewhere"
    ? invalid(form, sentence)
    : invalid(form, undefined, { untilOn: sentence });
});

type Name = "fromOn" | "untilOn" | "noteAz" | "noteEn" | "noteRu";

export default function ClosurePage() {
  const { formKey, version, stored, said, isSaved, isChanged } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const { form, fields } = usePageForm<Name>(`closure-${version}`, useActionData<typeof action>(), stored);
  return (
    <WorkspaceFrame
      back={{ to: paths.workspace(), label: m["sellers.tab.overview"]() }}
      title={m["sellers.closure.title"]()}
      lead={m["sellers.closure.lead"]({ days: String(ANNOUNCED_DAYS) })}
    >
      {isSaved ? <DoneNotice>{m["accounts.saved"]()}</DoneNotice> : null}
      <div className="flex flex-col gap-6">
        {isChanged ? <Notice tone="warning">{m["accounts.refusal.changedElsewhere"]()}</Notice> : null}
        {said ? (
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded border border-line bg-surface px-5 py-4">
            <p>{said}</p>
            <Form method="post" action={paths.removeClosure()}>
              <input type="hidden" name="formKey" value={formKey} />
              <input type="hidden" name="version" value={version} />
              <SubmitButton look="secondary">{m["sellers.closure.remove"]()}</SubmitButton>
            </Form>
          </div>
        ) : null}
        <FormShell form={form} formKey={formKey}>
          <input type="hidden" name="version" value={version} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField meta={fields.fromOn} label={m["sellers.closure.from"]()} type="date" />
            <TextField meta={fields.untilOn} label={m["sellers.closure.until"]()} type="date" />
          </div>
          <TextAreaField
            meta={fields.noteAz}
            label={m["sellers.closure.noteAz"]()}
            hint={m["sellers.closure.noteHint"]()}
            rows={2}
            isOptional
          />
          <TextAreaField meta={fields.noteEn} label={m["sellers.closure.noteEn"]()} rows={2} isOptional />
          <TextAreaField meta={fields.noteRu} label={m["sellers.closure.noteRu"]()} rows={2} isOptional />
          <div>
            <SubmitButton>{m["accounts.save"]()}</SubmitButton>
          </div>
        </FormShell>
      </div>
    </WorkspaceFrame>
  );
}
