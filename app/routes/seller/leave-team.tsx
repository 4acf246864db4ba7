import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { findShop, leaveShop } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, readFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { SubmitButton } from "~/ui/forms/form-shell";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.team.leave.title"]());

export const loader = forSeller("editor", async ({ seller }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  return { formKey: newFormKey(), shop: shop.name, isOwner: seller.role === "owner" };
});

export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const left = await leaveShop(db, seller, await readFormKey(request));
  return redirectWith(left.ok ? paths.account() : paths.team({ refused: left.refusal }));
});

export default function LeaveTeamPage() {
  const { formKey, shop, isOwner } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame title={m["sellers.team.leave.title"]()}>
      <p>{isOwner ? m["accounts.team.refusal.ownerStays"]() : m["sellers.team.leave.text"]({ shop })}</p>
      <div className="mt-6 flex flex-wrap gap-3">
        {isOwner ? null : (
          <Form method="post">
            <input type="hidden" name="formKey" value={formKey} />
            <SubmitButton>{m["sellers.team.leave.submit"]()}</SubmitButton>
          </Form>
        )}
        <Link to={paths.team()} className={buttonStyle.secondary}>
          {m["sellers.team.back"]()}
        </Link>
      </div>
    </WorkspaceFrame>
  );
}
