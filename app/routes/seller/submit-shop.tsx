import type { SubmissionResult } from "@conform-to/react";
import { redirect, type MetaFunction } from "@remix-run/node";
import { Link, useActionData } from "@remix-run/react";
import { bareInput } from "~/modules/accounts/index.server";
import { submitRefusalText, submitShop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.workspace.submit"]());

export const loader = forSeller("manager", ({ request, paths }) => {
  // After a refusal the page below says why; opened by hand there is nothing to see.
  if (request.method === "GET" && !request.headers.has("referer")) throw redirect(paths.workspace());
  return Promise.resolve(null);
});

export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const form = await parseForm(request, bareInput);
  const submitted = await submitShop(db, seller, form.key);
  if (!submitted.ok) return invalid(form, submitRefusalText[submitted.refusal]());
  return redirectWith(paths.workspace());
});

const problemsOf = (last: SubmissionResult | undefined) => last?.error?.[""] ?? [];

/** Why the shop was not sent: somebody of the team changed or sent it in the meantime. */
export default function SubmitShopPage() {
  const last = useActionData<typeof action>();
  const paths = usePaths();
  return (
    <WorkspaceFrame title={m["sellers.workspace.submit"]()}>
      {problemsOf(last).map((text) => (
        <Notice key={text} tone="warning">
          {text}
        </Notice>
      ))}
      <p className="mt-6">
        <Link to={paths.workspace()} className={buttonStyle.primary}>
          {m["sellers.workspace.title"]()}
        </Link>
      </p>
    </WorkspaceFrame>
  );
}
