import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  correctParcel,
  correctParcelInput,
  findParcelToCorrect,
  fulfilmentRefusalText,
} from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { CorrectParcelForm } from "~/ui/orders/correct-parcel-form";
import { DeedPage } from "~/ui/orders/deed-page";
import { Notice } from "~/ui/primitives/notice";

export const meta: MetaFunction = () => privateMeta(m["orders.deed.correctParcel"]());

export const loader = forSeller("editor", async ({ seller, params }) => {
  const orderId = uuidParam(params, "id");
  const asked = { orderId, position: params.position };
  const { why, ...parcel } = orNotFound(await findParcelToCorrect(db, seller.sellerId, asked));
  return { orderId, ...parcel, why: why && fulfilmentRefusalText[why](), formKey: newFormKey() };
});

export const action = forSeller("editor", async ({ seller, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const asked = { orderId, position: params.position };
  const { position } = orNotFound(await findParcelToCorrect(db, seller.sellerId, asked));
  const form = await parseForm(request, correctParcelInput);
  if (!form.ok) return invalid(form);

  const { carrier, trackingCode, trackingUrl } = form.value;
  const right = { orderId, position, carrier, trackingCode, trackingUrl };
  const corrected = await correctParcel(db, seller, form.key, right);
  if (!corrected.ok) return invalid(form, fulfilmentRefusalText[corrected.refusal]());

  return redirectWith(paths.sellerOrder(orderId, { news: "correct-parcel" }));
});

/** Who was refused sees the parcel as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function CorrectParcelPage() {
  const { orderId, reference, position, stored, why, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <DeedPage
      title={m["orders.deed.correctParcel.title"]({ position })}
      lead={why === undefined ? m["orders.deed.correctParcel.lead"]() : undefined}
      back={paths.sellerOrder(orderId)}
      reference={reference}
    >
      {why === undefined ? (
        <CorrectParcelForm last={last} formKey={formKey} stored={stored} />
      ) : (
        <Notice tone="warning">{why}</Notice>
      )}
    </DeedPage>
  );
}
