import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { CRITERIA_REFUSAL_TEXTS } from "~/modules/export-readiness";
import { editLevels, levelsInput, openDraft } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { DoneNotice } from "~/ui/primitives/notice";
import { DraftCriteria } from "~/ui/staff/criteria/draft-criteria";
import { LevelsForm } from "~/ui/staff/criteria/levels-form";
import { StaffFrame } from "~/ui/staff/staff-frame";

export const meta: MetaFunction = () => privateMeta(m["staffReadiness.criteria.draft"]());

export const loader = forStaff("admin", async ({ staff, lang, url, paths }) => {
  const draft = await openDraft(db, lang);
  // Published or thrown away meanwhile: the list says what became of it.
  if (!draft) throw redirectWith(paths.criteria());
  return { role: staff.role, formKey: newFormKey(), isSaved: url.searchParams.has("saved"), draft };
});

export const action = forStaff("admin", async ({ staff, request, paths }) => {
  const form = await parseForm(request, levelsInput);
  if (!form.ok) return invalid(form);

  const saved = await editLevels(db, staff, form.key, form.value);
  if (!saved.ok) return invalid(form, CRITERIA_REFUSAL_TEXTS[saved.refusal]());

  return redirectWith(paths.criteriaDraft({ saved: "1" }));
});

export default function CriteriaDraftPage() {
  const { role, formKey, isSaved, draft } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const last = useActionData<typeof action>();
  const { version, revision, levels, dimensions, preview } = draft;
  return (
    <StaffFrame
      title={m["staffReadiness.criteria.draftOf"]({ version })}
      lead={m["staffReadiness.criteria.draftLead"]()}
      role={role}
      here="readiness"
    >
      {isSaved ? <DoneNotice>{m["accounts.saved"]()}</DoneNotice> : null}
      <p className="mb-6 flex flex-wrap items-center gap-4">
        <Link to={paths.criteriaPreview()} className={buttonStyle.primary}>
          {preview.status === "finished" ? m["staffReadiness.preview.open"]() : m["staffReadiness.preview.make"]()}
        </Link>
        <Link to={paths.criteria()} className={linkStyle}>
          {m["staffReadiness.criteria.title"]()}
        </Link>
        <Link to={paths.discardCriteria()} className={linkStyle}>
          {m["staffReadiness.criteria.discard"]()}
        </Link>
      </p>
      <section aria-labelledby="levels-title">
        <h2 id="levels-title" className="mb-3 text-xl">
          {m["staffReadiness.criteria.levels"]()}
        </h2>
        {/* Another state of the draft is another form: what was typed for the former one is not mixed into it. */}
        <LevelsForm key={revision} formKey={formKey} revision={revision} levels={levels} last={last} />
      </section>
      <h2 className="mt-8 text-xl">{m["readiness.own.criteria"]()}</h2>
      <DraftCriteria dimensions={dimensions} />
    </StaffFrame>
  );
}
