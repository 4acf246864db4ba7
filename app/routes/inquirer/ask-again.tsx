import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askAgain, findBuyersDeed, buyersRefusalText, orderWordsInput } from "~/modules/orders/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { uuidParam } from "~/platform/http/address-parts.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { loadsAnew } from "~/platform/http/loads-anew";
import { forGuestLink } from "~/platform/http/openers.server";
import { privateMeta } from "~/ui/layouts/page-meta";
import { BuyersDeedPage } from "~/ui/orders/buyers-deed-page";
import { WordsForm } from "~/ui/orders/words-form";

export const meta: MetaFunction = () => privateMeta(m["orders.deed.askAgain"]());

export const loader = forGuestLink(async ({ inquirer, params, lang }) => {
  const orderId = uuidParam(params, "id");
  const asked = await findBuyersDeed(db, inquirer, { orderId, lang, deed: "ask-again" });
  return { asked: orNotFound(asked), formKey: newFormKey() };
});

export const action = forGuestLink(async ({ inquirer, params, request, paths }) => {
  const orderId = uuidParam(params, "id");
  const form = await parseForm(request, orderWordsInput);
  if (!form.ok) return invalid(form);

  const said = await askAgain(db, inquirer, form.key, { orderId, words: form.value.words });
  if (!said.ok) return invalid(form, buyersRefusalText[said.refusal]());

  return redirectWith(paths.order(orderId, { news: "ask-again" }));
});

/** Who was refused sees the order as it is by now. */
export const shouldRevalidate = loadsAnew;

export default function AskAgainPage() {
  const { asked, formKey } = useLoaderData<typeof loader>();
  const last = useActionData<typeof action>();
  return (
    <BuyersDeedPage
      title={m["orders.deed.askAgain"]()}
      lead={m["orders.deed.askAgainLead"]()}
      asked={asked}
      formKey={formKey}
      isAnswered={last !== undefined}
    >
      <WordsForm id="ask-again" last={last} formKey={formKey} submit={m["orders.deed.askAgain"]()} />
    </BuyersDeedPage>
  );
}
