import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PROBLEM_KINDS } from "~/modules/orders";
import { findBuyersDeed, postProblem } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forGuestLink, orNotFound, uuidParam } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { BuyersDeedPage } from "~/ui/orders/buyers-deed-page";
import { WordsForm } from "~/ui/orders/words-form";

export const meta: MetaFunction = () => privateMeta(m["orders.deed.problem"]());

const kindOf = (named: string | undefined) => orNotFound(PROBLEM_KINDS.find((kind) => kind === named));

export const loader = forGuestLink(async ({ inquirer, params, lang }) => {
  const kind = kindOf(params.kind);
  const orderId = uuidParam(params, "id");
  const asked = await findBuyersDeed(db, inquirer, { orderId, lang, deed: kind });
  return { kind, asked: orNotFound(asked), formKey: newFormKey() };
});

export const action = forGuestLink(async ({ inquirer, params, request, paths }) => {
  const about = { orderId: uuidParam(params, "id"), kind: kindOf(params.kind) };
  const { answer, hasEnded } = orNotFound(await postProblem(db, inquirer, request, about));
  if (answer) return data(answer, { status: 422 });
  return redirectWith(paths.order(about.orderId, { news: hasEnded ? "withdrawal" : "problem" }));
});

const WORDS = {
  problem: { title: m["orders.deed.problem"], lead: m["orders.problem.lead.problem"] },
  refund: { title: m["orders.deed.refund"], lead: m["orders.problem.lead.refund"] },
  withdrawal: { title: m["orders.deed.withdrawal"], lead: m["orders.problem.lead.withdrawal"] },
} as const;

const SERVICE_WITHDRAWAL = { ...WORDS.withdrawal, lead: m["orders.problem.lead.serviceWithdrawal"] };

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function ReportOrderPage() {
  const { kind, asked, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const { title, lead } = kind === "withdrawal" && asked.kind === "service" ? SERVICE_WITHDRAWAL : WORDS[kind];
  return (
    <BuyersDeedPage title={title()} lead={lead()} asked={asked} formKey={formKey} isAnswered={last !== undefined}>
      <WordsForm
        id="report-order"
        last={last}
        formKey={formKey}
        submit={m["orders.problem.submit"]()}
        isOptional={kind === "withdrawal"}
        wantedIn={kind === "refund" ? asked.currency : undefined}
      />
    </BuyersDeedPage>
  );
}
