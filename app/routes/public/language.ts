import { redirect } from "@remix-run/node";
import { forAnyone } from "~/platform/http/openers.server";
import { firstPath } from "~/platform/http/first-visit.server";

/** The bare address: the reader's language and country by cookie, else by what the browser says. */
export const loader = forAnyone({ cache: "private" }, ({ request }) => Promise.resolve(redirect(firstPath(request))));
