import { data, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { stepAfter } from "~/modules/sellers";
import { bringForm, findShopPictures, picturesRefusalFor } from "~/modules/catalog/index.server";
import { canChangePictures, findShop, findSteps } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { files } from "~/platform/files/files.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { PlainResultsNotice } from "~/ui/workspace/plain-results";
import { STEP_NAMES } from "~/ui/workspace/shop-labels";
import { ShopPicture } from "~/ui/workspace/shop-picture";
import { Stepper } from "~/ui/workspace/stepper";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.step.pictures"]());

export const loader = forSeller("editor", async ({ seller, url }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  return {
    formKey: newFormKey(),
    steps: await findSteps(db, shop, seller.role),
    next: stepAfter("pictures", shop.status, seller.role),
    canChange: canChangePictures(shop.status),
    pictures: await findShopPictures(db, seller.sellerId),
    refusal: picturesRefusalFor(url.searchParams.get("refused")),
  };
});

/** Takes in the picture of a browser without scripts. */
export const action = forSeller("editor", async ({ seller, request, paths }) => {
  const brought = await bringForm(db, files(), seller, request, { listingId: undefined });
  if (brought.refused.length > 0) return data(brought, { status: 422 });

  return redirectWith(paths.shopPictures());
});

export default function ShopPicturesPage() {
  const { formKey, steps, next, canChange, pictures, refusal } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame title={STEP_NAMES.pictures()} lead={m["sellers.pictures.lead"]()}>
      {steps.status === "suspended" ? null : <Stepper steps={steps} current="pictures" />}
      <div className="mt-8 flex flex-col gap-10">
        {last && "refused" in last ? <PlainResultsNotice {...last} /> : null}
        {last && "error" in last ? <Notice tone="error">{m["site.signedOut"]()}</Notice> : null}
        {refusal ? <Notice tone="warning">{refusal}</Notice> : null}
        {canChange ? null : <Notice tone="info">{m["sellers.pictures.closed"]()}</Notice>}
        <ShopPicture part="logo" picture={pictures.logo} canChange={canChange} formKey={formKey} />
        <ShopPicture part="cover" picture={pictures.cover} canChange={canChange} formKey={formKey} />
        <p className="flex flex-wrap gap-3">
          {next ? (
            <Link to={paths.shopStep(next)} className={buttonStyle.primary}>
              {m["sellers.workspace.goOn"]()}
            </Link>
          ) : null}
          <Link to={paths.workspace()} className={buttonStyle.secondary}>
            {m["sellers.pictures.back"]()}
          </Link>
        </p>
      </div>
    </WorkspaceFrame>
  );
}
