import { data, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PROBLEM_KINDS, type OrderKind, type ProblemKind } from "~/modules/orders";
import { findBuyersDeed, postProblem } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { newFormKey } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forGuestLink } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { BuyersDeedPage } from "~/ui/orders/buyers-deed-page";
import { WordsForm } from "~/ui/orders/words-form";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(page ? wordsOf(page.kind, page.asked).title() : m["orders.deed.problem"]());

const kindOf = (named: string | undefined) => orNotFound(PROBLEM_KINDS.find((kind) => kind === named));

export const loader = forGuestLink(async ({ inquirer, params, lang }) => {
  const kind = kindOf(params.kind);
  const orderId = uuidParam(params, "id");
  const asked = await findBuyersDeed(db, inquirer, { orderId, lang, deed: kind });
  return { kind, asked: orNotFound(asked), formKey: newFormKey() };
});

export const action = forGuestLink(async ({ inquirer, params, request, paths, lang }) => {
  const about = { orderId: uuidParam(params, "id"), kind: kindOf(params.kind), lang };
  const { answer, hasEnded } = orNotFound(await postProblem(db, inquirer, request, about));
  if (answer) return data(answer, { status: 422 });
  return redirectWith(paths.order(about.orderId, { news: hasEnded ? "withdrawal" : "problem" }));
});

const submit = m["orders.problem.submit"];
/** The button of a withdrawal says that by pressing it she withdraws. Source: Directive 2011/83/EU, art. 11a (3). */
const confirmWithdrawal = m["orders.problem.confirmWithdrawal"];
const WORDS = {
  problem: { title: m["orders.deed.problem"], lead: m["orders.problem.lead.problem"], submit },
  refund: { title: m["orders.deed.refund"], lead: m["orders.problem.lead.refund"], submit },
  withdrawal: {
    title: m["orders.deed.withdrawal"],
    lead: m["orders.problem.lead.withdrawal"],
    submit: confirmWithdrawal,
  },
} as const;

/** Of a service nothing is sent back, and the order ends by it. */
const SERVICE_WITHDRAWAL = {
  title: m["orders.deed.serviceWithdrawal"],
  lead: m["orders.problem.lead.serviceWithdrawal"],
  submit: confirmWithdrawal,
} as const;

const wordsOf = (kind: ProblemKind, order: { kind: OrderKind }) =>
  kind === "withdrawal" && order.kind === "service" ? SERVICE_WITHDRAWAL : WORDS[kind];

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function ReportOrderPage() {
  const { kind, asked, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  const words = wordsOf(kind, asked);
  return (
    <BuyersDeedPage
      title={words.title()}
      lead={words.lead()}
      asked={asked}
      formKey={formKey}
      isAnswered={last !== undefined}
    >
      <WordsForm
        id="report-order"
        last={last}
        formKey={formKey}
        submit={words.submit()}
        isOptional={kind === "withdrawal"}
        wanted={kind === "refund" ? { currency: asked.currency, most: asked.paidLeft } : undefined}
      />
    </BuyersDeedPage>
  );
}
