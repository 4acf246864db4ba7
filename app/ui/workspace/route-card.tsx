import { Form, Link } from "@remix-run/react";
import type { RouteService } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { AskFirst } from "./ask-first";
import { SERVICE_NAMES } from "./shipping-labels";

export type RouteCardView = {
  routeId: string;
  service: RouteService;
  isActive: boolean;
  zones: { zoneId: string; countries: string; days: string; price: string }[];
};

type Props = { route: RouteCardView; formKey: string; version: number };

/** One way in which the shop ships, with its zones. */
export function RouteCard({ route, formKey, version }: Props) {
  const paths = useAllPaths();
  const { routeId, service, isActive, zones } = route;
  const name = SERVICE_NAMES[service]();
  return (
    <section aria-labelledby={`route-${routeId}`} className="rounded border border-line bg-surface">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3">
        <h2 id={`route-${routeId}`} className="flex items-center gap-3 text-lg">
          {name}
          {isActive ? null : <Badge tone="plain">{m["sellers.routes.off"]()}</Badge>}
        </h2>
        <div className="flex flex-wrap has-[details[open]]:basis-full">
          <Form method="post" action={paths.shippingRoute(routeId)}>
            <Deed deed={isActive ? "off" : "on"} formKey={formKey} version={version} />
            <button type="submit" className={buttonStyle.quiet}>
              {isActive ? m["sellers.routes.switchOff"]() : m["sellers.routes.switchOn"]()}
              <span className="sr-only"> {name}</span>
            </button>
          </Form>
          <AskFirst
            label={m["sellers.routes.remove"]()}
            ofWhat={name}
            question={m["sellers.routes.removeAsk"]({ count: zones.length })}
          >
            <Form method="post" action={paths.shippingRoute(routeId)}>
              <Deed deed="remove" formKey={formKey} version={version} />
              <button type="submit" className={buttonStyle.secondary}>
                {m["sellers.routes.removeYes"]()}
                <span className="sr-only"> {name}</span>
              </button>
            </Form>
          </AskFirst>
        </div>
      </div>
      <ul className={`divide-y divide-line border-t border-line ${isActive ? "" : "text-muted"}`}>
        {zones.map(({ zoneId, countries, days, price }) => (
          <li key={zoneId} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 py-3">
            <div className="min-w-0 flex-1 basis-64">
              <p className="line-clamp-2">{countries}</p>
              <p className="text-sm text-muted tabular-nums">
                {days} · {price}
              </p>
            </div>
            <Link to={paths.shippingZone(zoneId)} className={linkStyle}>
              {m["sellers.routes.change"]()}
              <span className="sr-only"> {countries}</span>
            </Link>
          </li>
        ))}
        <li className="px-5 py-3">
          <Link to={paths.newZone(routeId)} className={linkStyle}>
            {m["sellers.routes.addZone"]()}
            <span className="sr-only"> {name}</span>
          </Link>
        </li>
      </ul>
    </section>
  );
}

function Deed({ deed, formKey, version }: { deed: "on" | "off" | "remove"; formKey: string; version: number }) {
  return (
    <>
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="deed" value={deed} />
    </>
  );
}
