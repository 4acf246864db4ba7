import type { ComponentProps } from "react";
import type { PaymentMethod } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import type { TextField } from "~/ui/forms/fields";

type Props = { meta: ComponentProps<typeof TextField>["meta"]; methods: readonly PaymentMethod[] };

const WORDS: Readonly<Record<PaymentMethod, { label: () => string; hint: () => string }>> = {
  stripe: { label: m["checkout.method.stripe"], hint: m["checkout.method.stripeHint"] },
  bank_transfer: { label: m["checkout.method.transfer"], hint: m["checkout.method.transferHint"] },
  at_pick_up: { label: m["checkout.method.pickUp"], hint: m["checkout.method.pickUpHint"] },
};

/** How it is paid, with what each way means. */
export function MethodPart({ meta, methods }: Props) {
  return (
    <fieldset aria-describedby={meta.errors ? meta.errorId : undefined}>
      <legend className="mb-3 font-serif text-lg font-semibold">{m["checkout.how"]()}</legend>
      <div key={meta.key} className="flex flex-col gap-2">
        {methods.map((method, index) => (
          <label
            key={method}
            className="flex cursor-pointer flex-wrap gap-x-3 rounded border border-field bg-surface px-4 py-3 has-checked:border-ink has-checked:bg-sunken"
          >
            <input
              type="radio"
              id={`${meta.id}-${index}`}
              aria-describedby={`${meta.id}-${index}-hint`}
              name={meta.name}
              value={method}
              defaultChecked={meta.initialValue === method}
              className="mt-1 size-5 shrink-0 accent-madder"
            />
            <span className="font-semibold">{WORDS[method].label()}</span>
            <span id={`${meta.id}-${index}-hint`} className="w-full pl-8 text-sm text-muted">
              {WORDS[method].hint()}
            </span>
          </label>
        ))}
      </div>
      {meta.errors ? (
        <p id={meta.errorId} className="mt-1 text-sm font-medium text-pomegranate">
          {meta.errors[0]}
        </p>
      ) : null}
    </fieldset>
  );
}
