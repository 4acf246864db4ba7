import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  evidenceInput,
  findOwnPaper,
  ownPaperView,
  submitEvidence,
  submitProblem,
} from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { LARGEST_PAPER_FORM_BYTES } from "~/platform/private-files/look-at-paper.server";
import { memberMay } from "~/platform/session/roles";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { BringPaper } from "~/ui/readiness/bring-paper";
import { BroughtPaper, UnderWay } from "~/ui/readiness/own-paper-parts";
import { StandingWords } from "~/ui/readiness/paper-list";
import { StandingBadge } from "~/ui/readiness/standing-badge";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => privateMeta(page?.paper.name ?? "");

export const loader = forSeller("editor", async ({ seller, params, lang, paths, url }) => {
  const { sellerId, role } = seller;
  const canBring = memberMay(role, "manager");
  const found = orNotFound(await findOwnPaper(db, { sellerId, documentType: params.type ?? "" }));
  return {
    formKey: newFormKey(),
    takeBackKey: newFormKey(),
    canBring,
    paper: await ownPaperView(db, found, { sellerId, lang, paths, canOpen: canBring }),
    done: url.searchParams.get("done"),
  };
});

export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const documentType = params.type ?? "";
  const form = await parseForm(request, evidenceInput, { most: LARGEST_PAPER_FORM_BYTES });
  if (!form.ok) return invalid(form);

  const { paper, expiresOn, ...given } = form.value;
  const file = { name: paper.name, content: Buffer.from(await paper.arrayBuffer()) };
  const sent = await submitEvidence(db, files(), seller, form.key, { ...given, documentType, expiresOn, file });
  if (!sent.ok) {
    const problem = submitProblem(sent.refusal);
    return invalid(form, problem.form, problem.fields);
  }

  return redirectWith(paths.sellerPaper(documentType, { done: "sent" }));
});

const DONE: Readonly<Record<string, (() => string) | undefined>> = {
  sent: m["evidence.sent"],
  answered: m["evidence.answered"],
  "taken-back": m["evidence.takenBack"],
};

export default function PaperPage() {
  const { formKey, takeBackKey, canBring, paper, done } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  const { attempt, counting, earlier } = paper;
  const said = DONE[done ?? ""];
  return (
    <WorkspaceFrame
      back={{ to: paths.sellerPapers(), label: m["evidence.title"]() }}
      title={paper.name}
      lead={paper.title}
    >
      {said ? <DoneNotice>{said()}</DoneNotice> : null}
      {done === "not-waiting" ? <Notice tone="warning">{m["evidence.notWaiting"]()}</Notice> : null}
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StandingBadge standing={paper.standing} />
        <StandingWords paper={paper} />
      </p>
      <dl className="measure mt-5 flex flex-col gap-3">
        <div>
          <dt className="font-medium">{m["evidence.why"]()}</dt>
          <dd>{paper.why}</dd>
        </div>
        <div>
          <dt className="font-medium">{m["evidence.next"]()}</dt>
          <dd>{paper.nextAction}</dd>
        </div>
      </dl>
      <div className="mt-6 flex flex-col gap-6">
        {attempt ? (
          <div>
            <UnderWay
              documentType={paper.documentType}
              kind={attempt.kind}
              evidenceId={attempt.paper.evidenceId}
              formKey={takeBackKey}
              said={attempt.said}
              answers={attempt.answers}
              isKept={counting.length > 0}
              canAct={canBring}
            />
            <div className="mt-3 rounded border border-line bg-surface">
              <BroughtPaper paper={attempt.paper} />
            </div>
          </div>
        ) : null}
        {counting.length > 0 ? (
          <section aria-labelledby="counting-title">
            <h2 id="counting-title" className="mb-2 text-lg">
              {m["evidence.counting"]()}
            </h2>
            <ul className="divide-y divide-line rounded border border-line bg-surface">
              {counting.map((row) => (
                <li key={row.evidenceId}>
                  <BroughtPaper paper={row} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {canBring ? (
          <BringPaper
            last={last}
            formKey={formKey}
            seen={paper.seen}
            validityMonths={paper.validityMonths}
            groups={paper.groups}
            chosen={paper.chosen}
            isReplacing={paper.seen !== ""}
            isWaiting={attempt?.kind === "waiting" || attempt?.kind === "asked"}
          />
        ) : (
          <p className="text-muted">{m["evidence.editorLead"]()}</p>
        )}
        {earlier.length > 0 ? (
          <details>
            <summary className="min-h-11 cursor-pointer py-2.5 font-medium">{m["evidence.history"]()}</summary>
            <ul className="divide-y divide-line rounded border border-line bg-surface">
              {earlier.map((row) => (
                <li key={row.evidenceId}>
                  <BroughtPaper paper={row} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </WorkspaceFrame>
  );
}
