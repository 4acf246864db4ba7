import { Form, useMatches } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";

/** The shop that staff fill just now, as the opener of a workspace page adds it to what the page shows. */
function useCaredShop(): string | undefined {
  const data = useMatches().at(-1)?.data;
  const isPage = typeof data === "object" && data !== null && "caredShop" in data;
  return isPage && typeof data.caredShop === "string" ? data.caredShop : undefined;
}

/** Above every page of the workspace while staff work in it: for whom, and the way out. */
export function CaretakerBanner() {
  const paths = useAllPaths();
  const shop = useCaredShop();
  if (shop === undefined) return null;
  return (
    <aside
      aria-label={m["sellers.handover.banner.label"]()}
      className="mb-6 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded border-l-4 border-saffron bg-saffron-wash px-4 py-2"
    >
      <p className="flex min-w-0 items-center gap-3">
        <Icon name="person" className="size-5 shrink-0" />
        <span className="min-w-0 break-words">{m["sellers.handover.banner.text"]({ shop })}</span>
      </p>
      <Form method="post" action={paths.stopWorking()}>
        <button type="submit" className={buttonStyle.quiet}>
          {m["sellers.handover.banner.stop"]()}
        </button>
      </Form>
    </aside>
  );
}
