import { Form } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { SubmitButton } from "~/ui/forms/form-shell";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { fieldStyle } from "~/ui/primitives/button";

type Props = { formKey: string; version: number; currency: string; currencies: readonly string[] };

/** In which currency parcels abroad are paid; one for all zones, so that buyers can compare post and courier. */
export function ShippingCurrencyForm({ formKey, version, currency, currencies }: Props) {
  const paths = useAllPaths();
  return (
    <Form method="post" action={paths.shippingCurrency()} className="rounded border border-line bg-surface p-5">
      <input type="hidden" name="formKey" value={formKey} />
      <input type="hidden" name="version" value={version} />
      <label htmlFor="shipping-currency" className="font-medium">
        {m["sellers.routes.currency.label"]()}
      </label>
      <p id="shipping-currency-hint" className="mt-1 text-sm text-muted">
        {m["sellers.routes.currency.hint"]()}
      </p>
      <div className="mt-2 flex flex-wrap gap-3">
        <select
          key={currency}
          id="shipping-currency"
          name="currency"
          defaultValue={currency}
          aria-describedby="shipping-currency-hint"
          className={`${fieldStyle} max-w-32`}
        >
          {currencies.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </select>
        <SubmitButton look="secondary">{m["accounts.save"]()}</SubmitButton>
      </div>
    </Form>
  );
}
