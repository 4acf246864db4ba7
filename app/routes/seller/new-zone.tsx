import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isFreeOfCharge } from "~/modules/sellers";
import { destinationChoices } from "~/modules/catalog/index.server";
import { findShipping, isAboutRows, readZone, saveZone, zoneInput, zoneProblem } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { SERVICE_NAMES } from "~/ui/workspace/shipping-labels";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";
import { ZoneForm } from "~/ui/workspace/zone-form";

export const meta: MetaFunction = () => privateMeta(m["sellers.routes.addZone"]());

export const loader = forSeller("manager", async ({ seller, params, lang }) => {
  const routeId = uuidParam(params, "id");
  const shipping = orNotFound(await findShipping(db, seller.sellerId));
  const route = orNotFound(shipping.routes.find((own) => own.routeId === routeId));
  return {
    formKey: newFormKey(),
    version: shipping.version,
    service: route.service,
    isFree: isFreeOfCharge(route.service),
    currency: shipping.currency,
    stored: { asksForFreight: route.service === "freight" ? "on" : undefined, countries: [], rows: [] },
    countries: await destinationChoices(
      db,
      lang,
      route.zones.flatMap((zone) => zone.countries),
    ),
  };
});

export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const routeId = uuidParam(params, "id");
  const form = await parseForm(request, zoneInput);
  const asked = form.answer();
  if (isAboutRows(asked.initialValue)) return data({ ...asked, status: "error" as const, error: {} });
  if (!form.ok) return invalid(form);
  const read = readZone(form.value);
  if (!read.ok) return invalid(form, undefined, read.fields);

  const saved = await saveZone(db, seller, form.key, { ...read.zone, routeId });
  if (!saved.ok) return invalid(form, ...zoneProblem(saved.refusal));

  return redirectWith(paths.shipping({ saved: "1" }));
});

export default function NewZonePage() {
  const { service, ...view } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame
      back={{ to: paths.shipping(), label: m["sellers.routes.title"]() }}
      title={SERVICE_NAMES[service]()}
      lead={m["sellers.routes.addZone"]()}
    >
      <ZoneForm last={useActionData<typeof action>()} {...view} />
    </WorkspaceFrame>
  );
}
