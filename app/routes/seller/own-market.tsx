import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import {
  acknowledgeInput,
  acknowledgeRules,
  listOwnPassports,
  openMarket,
  passportRefusalText,
} from "~/modules/export-readiness/index.server";
import { m } from "~/paraglide/messages.js";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { redirectWith } from "~/platform/http/cookies.server";
import { invalid, newFormKey, parseForm } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { SubmitButton } from "~/ui/forms/form-shell";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { DoneNotice } from "~/ui/primitives/notice";
import { OwnPassportBox } from "~/ui/readiness/own-passport";
import { RuleList } from "~/ui/readiness/rule-list";
import { MarketBadge } from "~/ui/readiness/market-badge";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  privateMeta(page?.market.name ?? m["readiness.markets"]());

export const loader = forSeller("manager", async ({ seller: { sellerId }, params, lang, url }) => {
  const market = orNotFound(await openMarket(db, { sellerId, marketId: params.market ?? "", locale: lang }));
  const passports = await listOwnPassports(db, { sellerId, locale: lang });
  const said = url.searchParams.get("passport") ?? "";
  return {
    market,
    passport: passports.find(({ marketId }) => marketId === market.marketId),
    formKey: newFormKey(),
    makeKey: newFormKey(),
    revokeKey: newFormKey(),
    isSaved: url.searchParams.has("saved"),
    done: Object.hasOwn(PASSPORT_DONE, said) ? PASSPORT_DONE[said]?.() : undefined,
    refusal: Object.hasOwn(REFUSALS, said) ? REFUSALS[said]?.() : undefined,
  };
});

const PASSPORT_DONE: Readonly<Record<string, (() => string) | undefined>> = {
  made: m["passports.own.made"],
  revoked: m["passports.own.revoked"],
};
const REFUSALS: Readonly<Record<string, () => string>> = passportRefusalText;

export const action = forSeller("manager", async ({ seller, params, request, paths }) => {
  const form = await parseForm(request, acknowledgeInput);
  if (!form.ok) return invalid(form);
  const marketId = params.market ?? "";
  const kept = await acknowledgeRules(db, seller, form.key, { marketId, rules: form.value.rules });
  orNotFound(kept.ok || undefined);
  return redirectWith(paths.ownMarket(marketId, { saved: "1" }));
});

export default function OwnMarketPage() {
  const { market, formKey, isSaved, passport, makeKey, revokeKey, done, refusal } = useLoaderData<typeof loader>();
  const { marketId, name, isOpen, missingCount, rules, customs } = market;
  const paths = useAllPaths();
  const isAsked = rules.some(({ by }) => by === "seller");
  return (
    <WorkspaceFrame
      back={{ to: paths.ownMarkets(), label: m["readiness.markets"]() }}
      title={name}
      lead={<MarketBadge isOpen={isOpen} missingCount={missingCount} />}
    >
      {isSaved ? <DoneNotice>{m["accounts.saved"]()}</DoneNotice> : null}
      <Form method="post" action={paths.ownMarket(marketId)} className="flex flex-col gap-5">
        <input type="hidden" name="formKey" value={formKey} />
        <RuleList rules={rules} />
        {isAsked ? (
          <div>
            <SubmitButton>{m["readiness.rule.save"]()}</SubmitButton>
          </div>
        ) : null}
      </Form>
      <OwnPassportBox
        market={market}
        passport={passport}
        makeKey={makeKey}
        revokeKey={revokeKey}
        done={done}
        refusal={refusal}
      />
      {customs ? (
        <section aria-labelledby="customs-title" className="mt-8">
          <h2 id="customs-title" className="text-xl">
            {m["readiness.market.customs"]()}
          </h2>
          <p className="mt-2">{customs.note}</p>
          <p className="mt-1 text-xs break-words text-muted">
            {m["readiness.rule.source"]()}{" "}
            <a href={customs.source.url} rel="noreferrer" className="underline">
              {customs.source.title}
            </a>
            {customs.asOf ? ` (${customs.asOf})` : null}
          </p>
        </section>
      ) : null}
      <p className="mt-4 text-sm text-muted">{m["readiness.guidance"]()}</p>
    </WorkspaceFrame>
  );
}
