import type { StaffMarketView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";

type Rule = StaffMarketView["rules"][number] & { formKey: string };

type Props = {
  sellerId: string;
  markets: readonly (Omit<StaffMarketView, "rules"> & { rules: readonly Rule[] })[];
  mayConfirm: boolean;
};

/** Rules of markets that only staff can look at, market by market, each with the button by which it is met. */
export function StaffRules({ sellerId, markets, mayConfirm }: Props) {
  return (
    <div className="flex flex-col gap-6">
      {markets.map(({ marketId, name, isTarget, rules }) => (
        <section key={marketId} aria-labelledby={`market-${marketId}`}>
          <h3 id={`market-${marketId}`} className="flex flex-wrap items-center gap-2 font-semibold">
            {name}
            {isTarget ? <Badge tone="featured">{m["readiness.marketChosen"]()}</Badge> : null}
          </h3>
          <ul className="mt-2 divide-y divide-line rounded border border-line bg-surface px-4">
            {rules.map((rule) => (
              <li key={rule.id} className="py-4">
                <RuleToConfirm sellerId={sellerId} marketId={marketId} rule={rule} mayConfirm={mayConfirm} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

type OneProps = { sellerId: string; marketId: string; rule: Rule; mayConfirm: boolean };

function RuleToConfirm({ sellerId, marketId, rule, mayConfirm }: OneProps) {
  const { id, text, isMandatory, confirmed, formKey } = rule;
  const paths = useAllPaths();
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-64">{text}</p>
        <Badge tone={confirmed ? "verified" : "plain"}>
          {confirmed ? m["staffReadiness.confirmed"]() : m["staffReadiness.notLookedAt"]()}
        </Badge>
      </div>
      <p className="mt-1 text-sm text-muted">
        {isMandatory ? m["readiness.rule.mandatory"]() : m["readiness.rule.advised"]()}
        {confirmed ? ` · ${m["staffReadiness.confirmedBy"]({ name: confirmed.by, day: confirmed.when })}` : null}
      </p>
      {mayConfirm ? (
        <div className="mt-2">
          <PressForm
            action={paths.confirmRule(sellerId)}
            formKey={formKey}
            fields={{ deed: confirmed ? "take-back" : "confirm", marketId, ruleId: id }}
            look="secondary"
          >
            {confirmed ? m["staffReadiness.takeBack"]() : m["staffReadiness.confirm"]()}
            <span className="sr-only">: {text}</span>
          </PressForm>
        </div>
      ) : null}
    </>
  );
}
