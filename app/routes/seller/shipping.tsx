import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { PARCEL_SERVICES, ROUTE_SERVICES, SHIPPING_CURRENCIES } from "~/modules/sellers";
import { formatDay, zoneLines } from "~/modules/catalog/index.server";
import {
  adoptInput,
  adoptRoutes,
  findDefaultRoutes,
  findShipping,
  shippingRefusalText,
} from "~/modules/sellers/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { SubmitButton } from "~/ui/forms/form-shell";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { DoneNotice, Notice } from "~/ui/primitives/notice";
import { RouteCard } from "~/ui/workspace/route-card";
import { SERVICE_NAMES, SERVICE_TEXTS } from "~/ui/workspace/shipping-labels";
import { ShippingCurrencyForm } from "~/ui/workspace/shipping-currency";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.routes.title"]());

export const loader = forSeller("manager", async ({ seller, lang, url }) => {
  const { version, currency, routes } = orNotFound(await findShipping(db, seller.sellerId));
  const { asOf } = await findDefaultRoutes(db);
  const refusal = Object.entries(shippingRefusalText).find(([name]) => name === url.searchParams.get("refused"));
  const has = new Set(routes.map(({ service }) => service));
  return {
    formKey: newFormKey(),
    version,
    currency,
    asOf: asOf && formatDay(asOf, lang),
    routes: routes.map((route) => ({
      ...route,
      zones: route.zones.map((zone) => ({ zoneId: zone.zoneId, ...zoneLines(zone, lang) })),
    })),
    parcels: PARCEL_SERVICES.filter((service) => !has.has(service)),
    others: ROUTE_SERVICES.filter((service) => !PARCEL_SERVICES.includes(service) && !has.has(service)),
    isSaved: url.searchParams.has("saved"),
    refusal: refusal?.[1](),
  };
});

export const action = forSeller("manager", async ({ seller, request, paths }) => {
  const form = await parseForm(request, adoptInput);
  if (!form.ok) return redirectWith(paths.shipping());
  const adopted = await adoptRoutes(db, seller, form.key, form.value);
  return redirectWith(paths.shipping(adopted.ok ? { saved: "1" } : { refused: adopted.refusal }));
});

export default function ShippingPage() {
  const { formKey, version, currency, asOf, routes, parcels, others, isSaved, refusal } =
    useLoaderData<typeof loader>();
  const paths = useAllPaths();
  return (
    <WorkspaceFrame
      back={{ to: paths.workspace(), label: m["sellers.tab.overview"]() }}
      title={m["sellers.routes.title"]()}
      lead={m["sellers.routes.lead"]()}
    >
      {isSaved ? <DoneNotice>{m["accounts.saved"]()}</DoneNotice> : null}
      <div className="flex flex-col gap-6">
        {refusal ? <Notice tone="warning">{refusal}</Notice> : null}
        {parcels.length > 0 ? (
          <Form method="post" action={paths.shipping()} className="rounded border border-line bg-surface p-5">
            <input type="hidden" name="formKey" value={formKey} />
            <input type="hidden" name="version" value={version} />
            {parcels.map((service) => (
              <input key={service} type="hidden" name="services" value={service} />
            ))}
            <h2 className="text-lg">{m["sellers.routes.adopt.title"]()}</h2>
            <p className="mt-1 mb-4 text-muted">{m["sellers.routes.adopt.text"]()}</p>
            <SubmitButton>
              {m["sellers.routes.adopt.submit"]({ services: parcels.map((one) => SERVICE_NAMES[one]()).join(" + ") })}
            </SubmitButton>
            <p className="mt-3 text-sm text-muted">{m["sellers.routes.adopt.draft"]({ day: asOf ?? "" })}</p>
          </Form>
        ) : null}
        {routes.map((route) => (
          <RouteCard key={route.routeId} route={route} formKey={formKey} version={version} />
        ))}
        {others.length > 0 ? (
          <section aria-labelledby="more-ways">
            <h2 id="more-ways" className="mb-3 text-lg">
              {m["sellers.routes.more"]()}
            </h2>
            <ul className="divide-y divide-line rounded border border-line bg-surface">
              {others.map((service) => (
                <li key={service} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3">
                  <p className="min-w-0 flex-1 basis-56">
                    <span className="font-semibold">{SERVICE_NAMES[service]()}</span>
                    <span className="block text-sm text-muted">{SERVICE_TEXTS[service]()}</span>
                  </p>
                  <Form method="post" action={paths.shipping()}>
                    <input type="hidden" name="formKey" value={formKey} />
                    <input type="hidden" name="version" value={version} />
                    <input type="hidden" name="services" value={service} />
                    <button type="submit" className={buttonStyle.secondary}>
                      {m["sellers.routes.add"]()}
                      <span className="sr-only"> {SERVICE_NAMES[service]()}</span>
                    </button>
                  </Form>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {routes.length > 0 ? (
          <ShippingCurrencyForm
            formKey={formKey}
            version={version}
            currency={currency}
            currencies={SHIPPING_CURRENCIES}
          />
        ) : null}
      </div>
    </WorkspaceFrame>
  );
}
