import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import type { CartView, OrderKind, PaymentMethod } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, HiddenField, TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { NewTabLink } from "~/ui/primitives/new-tab-link";
import { Notice } from "~/ui/primitives/notice";
import { WithdrawalNote } from "~/ui/orders/withdrawal-note";
import { AddressPart } from "./address-part";
import { BuyerPart } from "./buyer-part";
import { MethodPart } from "./method-part";
import { OrderedThings } from "./ordered-things";

export type CheckoutField =
  | "name"
  | "email"
  | "phone"
  | "company"
  | "taxNumber"
  | "note"
  | "recipient"
  | "line1"
  | "line2"
  | "city"
  | "region"
  | "postalCode"
  | "method"
  | "terms"
  | "total";

type NamedMerchant = { name: string; place: string; statement: string };

export type CheckoutLoaded = {
  cart: Pick<CartView, "groups" | "rateNote" | "customs" | "tax">;
  total: string;
  totalMinor: string;
  country: string;
  currency: string;
  /** Undefined where the site sells nothing. */
  merchant: NamedMerchant | undefined;
  /** From which of it a consumer withdraws by the law of her country. */
  withdrawals: readonly OrderKind[];
  methods: PaymentMethod[];
  needsAddress: boolean;
  isGuest: boolean;
  formKey: string;
  stored: Record<string, string | undefined>;
  here: string;
};

const WITHDRAWALS: Readonly<Record<OrderKind, () => string>> = {
  good: m["checkout.withdrawal"],
  service: m["checkout.withdrawalOfServices"],
};

/** One page: who orders, where to, how it is paid, beside what is ordered and for how much. */
export function CheckoutForm({ loaded, last }: { loaded: CheckoutLoaded; last: SubmissionResult | undefined }) {
  const { merchant, methods, cart, total } = loaded;
  return (
    <div className="py-6">
      <h1 className="text-2xl">{m["checkout.title"]()}</h1>
      <div className="mt-6 grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
        <div className="lg:order-last">
          <OrderedThings cart={cart} total={total} />
        </div>
        {merchant && methods.length > 0 ? (
          <OrderForm loaded={loaded} merchant={merchant} last={last} />
        ) : (
          <CannotPay currency={loaded.currency} />
        )}
      </div>
    </div>
  );
}

/** Of what nobody can be paid for here the sellers can be asked still. */
function CannotPay({ currency }: { currency: string }) {
  const paths = usePaths();
  return (
    <div className="flex flex-col items-start gap-4">
      <Notice tone="info">{m["checkout.noMethod"]()}</Notice>
      <Link to={paths.cart({ pay: currency })} className={linkStyle}>
        {m["checkout.back"]()}
      </Link>
    </div>
  );
}

type OrderFormProps = { loaded: CheckoutLoaded; merchant: NamedMerchant; last: SubmissionResult | undefined };

function OrderForm({ loaded, merchant, last }: OrderFormProps) {
  const { form, fields } = usePageForm<CheckoutField>("checkout", last, {
    ...loaded.stored,
    method: loaded.methods[0],
  });
  const paths = usePaths();
  return (
    <FormShell form={form} formKey={loaded.formKey}>
      {/* What stood on the page; if it is another by now, the page comes back with the new one. */}
      <HiddenField name="total" value={loaded.totalMinor} />
      <BuyerPart fields={fields} isGuest={loaded.isGuest} here={loaded.here} />
      {loaded.needsAddress ? <AddressPart fields={fields} country={loaded.country} /> : null}
      <TextAreaField meta={fields.note} label={m["checkout.field.note"]()} rows={2} isOptional />
      <MethodPart meta={fields.method} methods={loaded.methods} />
      <p className="text-sm text-muted">
        {m["checkout.merchant"]({
          merchant: merchant.name,
          place: merchant.place,
          statement: merchant.statement,
        })}
      </p>
      <CheckboxField
        meta={fields.terms}
        label={m["checkout.field.terms"]({ merchant: merchant.name })}
        hint={
          <span className="flex flex-wrap gap-x-4">
            <NewTabLink href={paths.text("terms")}>{m["checkout.terms"]()}</NewTabLink>
            <NewTabLink href={paths.text("returns")}>{m["checkout.returns"]()}</NewTabLink>
          </span>
        }
      />
      {loaded.withdrawals.map((kind) => (
        <WithdrawalNote key={kind}>{WITHDRAWALS[kind]()}</WithdrawalNote>
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{m["checkout.place"]({ total: loaded.total })}</SubmitButton>
        <Link to={paths.cart({ pay: loaded.currency })} className={linkStyle}>
          {m["checkout.back"]()}
        </Link>
      </div>
    </FormShell>
  );
}
