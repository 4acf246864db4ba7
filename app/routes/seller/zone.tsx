import { data, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { currencyOf, isFreeOfCharge } from "~/modules/sellers";
import { destinationChoices, zoneFields, zoneLines } from "~/modules/catalog/index.server";
import { findShipping, isAboutRows, readZone, saveZone, zoneInput, zoneProblem } from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { SubmitButton } from "~/ui/forms/form-shell";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Notice } from "~/ui/primitives/notice";
import { AskFirst } from "~/ui/workspace/ask-first";
import { SERVICE_NAMES } from "~/ui/workspace/shipping-labels";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";
import { ZoneForm } from "~/ui/workspace/zone-form";

export const meta: MetaFunction = () => privateMeta(m["sellers.routes.title"]());

async function findOwnZone(sellerId: string, zoneId: string) {
  const shipping = orNotFound(await findShipping(db, sellerId));
  const route = orNotFound(shipping.routes.find(({ zones }) => zones.some((zone) => zone.zoneId === zoneId)));
  const zone = orNotFound(route.zones.find((own) => own.zoneId === zoneId));
  return { shipping, route, zone };
}

export const loader = forSeller("manager", async ({ seller, params, lang }) => {
  const { shipping, route, zone } = await findOwnZone(seller.sellerId, uuidParam(params, "id"));
  const taken = route.zones.filter((own) => own !== zone).flatMap(({ countries }) => countries);
  return {
    formKey: newFormKey(),
    version: shipping.version,
    zoneId: zone.zoneId,
    service: route.service,
    isFree: isFreeOfCharge(route.service),
    currency: currencyOf(zone.countries, shipping.currency),
    stored: zoneFields(zone, lang),
    lines: zoneLines(zone, lang),
    countries: await destinationChoices(db, lang, taken),
  };
});

export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const zoneId = uuidParam(params, "id");
  const { route } = await findOwnZone(seller.sellerId, zoneId);
  const form = await parseForm(request, zoneInput);
  const asked = form.answer();
  if (isAboutRows(asked.initialValue)) return data({ ...asked, status: "error" as const, error: {} });
  if (!form.ok) return invalid(form);
  const read = readZone(form.value);
  if (!read.ok) return invalid(form, undefined, read.fields);

  const saved = await saveZone(db, seller, form.key, { ...read.zone, routeId: route.routeId, zoneId });
  if (!saved.ok) return invalid(form, ...zoneProblem(saved.refusal));

  return redirectWith(paths.shipping({ saved: "1" }));
});

export default function ZonePage() {
  const { formKey, version, zoneId, service, lines, ...view } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  const typedVersion = last?.initialValue?.version;
  return (
    <WorkspaceFrame
      back={{ to: paths.shipping(), label: m["sellers.routes.title"]() }}
      title={SERVICE_NAMES[service]()}
    >
      {typedVersion !== undefined && typedVersion !== String(version) ? (
        <div className="mb-6">
          <Notice tone="warning">
            {m["sellers.routes.storedNow"]({ countries: lines.countries, days: lines.days, price: lines.price })}
          </Notice>
        </div>
      ) : null}
      <ZoneForm last={last} formKey={formKey} version={version} {...view} />
      <div className="mt-8 border-t border-line pt-6">
        <AskFirst
          label={m["sellers.routes.removeZone"]()}
          ofWhat={lines.countries}
          question={m["sellers.routes.removeZoneAsk"]()}
        >
          <Form method="post" action={paths.removeZone(zoneId)}>
            <input type="hidden" name="formKey" value={formKey} />
            <input type="hidden" name="version" value={version} />
            <SubmitButton look="secondary">{m["sellers.routes.removeYes"]()}</SubmitButton>
          </Form>
        </AskFirst>
      </div>
    </WorkspaceFrame>
  );
}
