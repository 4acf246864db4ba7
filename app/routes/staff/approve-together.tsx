import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { isDeskQueue } from "~/modules/catalog";
import { approveChosen, chosenInput, togetherRefusalText } from "~/modules/catalog/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { parseForm } from "~/platform/http/form.server";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { StaffFrame } from "~/ui/staff/staff-frame";
import { TogetherResult } from "~/ui/staff/together-result";

export const meta: MetaFunction = () => privateMeta(m["reviews.together.title"]());

export const loader = forStaff("reviewer", ({ staff, url }) => {
  const asked = url.searchParams.get("queue");
  return Promise.resolve({ role: staff.role, queue: isDeskQueue(asked) ? asked : ("sellers" as const) });
});

export const action = forStaff("reviewer", async ({ staff, request, url, paths }) => {
  const asked = url.searchParams.get("queue");
  const queue = orNotFound(isDeskQueue(asked) ? asked : undefined);
  const form = await parseForm(request, chosenInput);
  const items = form.ok ? form.value.items : [];
  if (items.length === 0) return redirectWith(paths.desk({ queue, nothing: "1" }));
  const outcomes = await approveChosen(db, staff, form.key, { queue, items });
  return {
    approved: outcomes.filter(({ refusal }) => refusal === undefined).map(({ name }) => name),
    refused: outcomes.flatMap(({ itemId, name, refusal }) =>
      refusal === undefined ? [] : [{ itemId, name, why: togetherRefusalText[refusal]() }],
    ),
  };
});

export default function ApproveTogetherPage() {
  const { role, queue } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <StaffFrame title={m["reviews.together.title"]()} role={role} here="desk">
      {/* Whoever is signed out meanwhile, or comes by the address alone, has decided nothing. */}
      <TogetherResult queue={queue} approved={result?.approved ?? []} refused={result?.refused ?? []} />
      <p className="mt-6">
        <Link to={paths.desk({ queue })} className={linkStyle}>
          {m["reviews.together.back"]()}
        </Link>
      </p>
    </StaffFrame>
  );
}
