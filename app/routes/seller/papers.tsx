import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOwnPapers, paperView } from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { forSeller } from "~/platform/http/openers.server";
import { memberMay } from "~/platform/session/roles";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { PaperStandings } from "~/ui/readiness/paper-list";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["evidence.title"]());

/** An editor sees where the shop stands, and opens no paper. */
export const loader = forSeller("editor", async ({ seller, lang }) => {
  const { concerning, others } = await listOwnPapers(db, seller.sellerId);
  return {
    canBring: memberMay(seller.role, "manager"),
    concerning: concerning.map((paper) => paperView(paper, lang)),
    others: others.map((paper) => paperView(paper, lang)),
  };
});

export default function PapersPage() {
  const { canBring, concerning, others } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame
      back={{ to: paths.ownReadiness(), label: m["readiness.title"]() }}
      title={m["evidence.title"]()}
      lead={
        <>
          <p>{m["evidence.lead"]()}</p>
          {canBring ? null : <p className="mt-2">{m["evidence.editorLead"]()}</p>}
        </>
      }
    >
      <PaperStandings papers={concerning} />
      {others.length > 0 ? (
        <details className="mt-8">
          <summary className="min-h-11 cursor-pointer py-2.5 font-medium">{m["evidence.others"]()}</summary>
          <p className="mb-3 text-sm text-muted">{m["evidence.othersHint"]()}</p>
          <PaperStandings papers={others} />
        </details>
      ) : null}
    </WorkspaceFrame>
  );
}
