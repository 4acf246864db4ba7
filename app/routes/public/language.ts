import { redirect } from "@remix-run/node";
import { PRIVATE_CACHE } from "~/platform/http/cache-headers.server";
import { firstPath } from "~/platform/http/first-visit.server";
import { forAnyone } from "~/platform/http/openers.server";

/** The bare address: the reader's language and country by cookie, else by what the browser says. */
export const loader = forAnyone({ cache: "private" }, ({ request }) =>
  Promise.resolve(redirect(firstPath(request), { headers: { "Cache-Control": PRIVATE_CACHE } })),
);
