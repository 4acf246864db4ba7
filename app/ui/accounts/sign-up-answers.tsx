import type { ComponentProps } from "react";
import { REFERRERS, type Referrer } from "~/modules/accounts";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, SelectField, type TextField } from "~/ui/forms/fields";

type Meta = ComponentProps<typeof TextField>["meta"];

const REFERRER_NAMES: Readonly<Record<Referrer, () => string>> = {
  abad: m["accounts.referrer.abad"],
  kobia: m["accounts.referrer.kobia"],
  british_council: m["accounts.referrer.britishCouncil"],
  other: m["accounts.referrer.other"],
};

/** Questions of the Federation that may be left: closed, unless one of them has something to mend. */
export function SignUpAnswers({
  fields,
}: {
  fields: { referredBy: Meta; isWomanLed: Meta; isUnderThirty: Meta; consents: Meta };
}) {
  const hasMistake = Object.values(fields).some(({ errors }) => errors);
  return (
    <details open={hasMistake} className="rounded border border-line px-4 py-3">
      <summary className="cursor-pointer font-medium">
        {m["accounts.answers.title"]()} <span className="font-normal text-muted">· {m["site.optional"]()}</span>
      </summary>
      <div className="mt-3 flex flex-col gap-3">
        <p className="text-sm text-muted">{m["accounts.answers.why"]()}</p>
        <SelectField
          meta={fields.referredBy}
          label={m["accounts.answers.referredBy"]()}
          none={m["accounts.answers.none"]()}
          options={REFERRERS.map((value) => ({ value, label: REFERRER_NAMES[value]() }))}
        />
        <CheckboxField meta={fields.isWomanLed} label={m["accounts.answers.womanLed"]()} />
        <CheckboxField meta={fields.isUnderThirty} label={m["accounts.answers.underThirty"]()} />
        <CheckboxField meta={fields.consents} label={m["accounts.answers.consent"]()} />
      </div>
    </details>
  );
}
