import { redirect } from "@remix-run/node";
import { recordView } from "~/modules/reporting/index.server";
import { db } from "~/platform/db/db.server";
import { forVisitor } from "~/platform/http/openers.server";

export const loader = forVisitor(({ params, paths }) => Promise.resolve(redirect(paths.listing(params.slug ?? ""))));

/** The answer is the same whether the look counted or not. */
export const action = forVisitor(async ({ buyer, params, visit }) => {
  await recordView(db, {
    slug: params.slug ?? "",
    clientAddress: visit.clientAddress,
    agent: visit.headers.get("user-agent") ?? "",
    userId: buyer?.userId,
  });
  return new Response(null, { status: 204, headers: { "Cache-Control": "no-store" } });
});
