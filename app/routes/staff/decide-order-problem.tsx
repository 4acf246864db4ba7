import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decideProblem, findStaffOrder, fulfilmentRefusalText, orderWordsInput } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forStaff } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DeedPage } from "~/ui/orders/deed-page";
import { OrderProblems } from "~/ui/orders/order-problems";
import { WordsForm } from "~/ui/orders/words-form";

export const meta: MetaFunction = () => privateMeta(m["orders.deed.decideProblem"]());

export const loader = forStaff("treasurer", async ({ params, lang }) => {
  const orderId = uuidParam(params, "id");
  const { reference, problems } = orNotFound(await findStaffOrder(db, { orderId, lang }));
  return { orderId, reference, problems: problems.filter(({ isOpen }) => isOpen), formKey: newFormKey() };
});

export const action = forStaff("treasurer", async ({ staff, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const form = await parseForm(request, orderWordsInput);
  if (!form.ok) return invalid(form);

  const said = await decideProblem(db, staff, form.key, { orderId, words: form.value.words });
  if (!said.ok) return invalid(form, fulfilmentRefusalText[said.refusal]());

  return redirectWith(paths.staffOrder(orderId, { news: "decide-problem" }));
});

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function DecideOrderProblemPage() {
  const { orderId, reference, problems, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const paths = useAllPaths();
  return (
    <DeedPage
      title={m["orders.deed.decideProblem"]()}
      lead={m["orders.problem.decideLead"]()}
      back={paths.staffOrder(orderId)}
      reference={reference}
    >
      <div className="mb-6">
        <OrderProblems problems={problems} />
      </div>
      <WordsForm id="decide-order-problem" last={last} formKey={formKey} submit={m["orders.deed.decideProblem"]()} />
    </DeedPage>
  );
}
