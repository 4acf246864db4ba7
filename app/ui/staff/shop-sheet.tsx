import type { ReactNode } from "react";
import { bankOf, groupedIban, SHOP_FIELDS, whyNotIban, whyNotVoen, type ShopField } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { Badge } from "~/ui/primitives/badge";
import { SHOP_FIELD_NAMES } from "./shop-field-names";
import { shopWords, type NamedState } from "./shop-words";

type Props = {
  shop: NamedState;
  /** The whole of it: a reviewer compares it with the bank's letter. */
  iban: string | undefined;
  /** All that a shop has, unless it is shown to somebody who may know less. */
  fields?: readonly ShopField[];
};

/** Everything that a team said of its shop, as the reviewer judges it; its papers stand beside it. */
export function ShopSheet({ shop, iban, fields = SHOP_FIELDS }: Props) {
  const words = shopWords(shop);
  const none = m["accounts.security.none"]();
  const said = (field: Exclude<ShopField, "paper">) => words[field] || none;
  return (
    <dl className="divide-y divide-line rounded border border-line bg-surface">
      {fields.map((field) =>
        field === "paper" ? null : (
          <Row key={field} label={SHOP_FIELD_NAMES[field]()}>
            {field === "bank" && iban !== undefined ? <Account iban={iban} /> : said(field)}
            {field === "voen" ? <VoenCheck shop={shop} /> : null}
          </Row>
        ),
      )}
    </dl>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 px-5 py-3 sm:grid-cols-[11rem_1fr]">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="whitespace-pre-line break-words">{children}</dd>
    </div>
  );
}

function VoenCheck({ shop: { state } }: { shop: NamedState }) {
  if (state.voen === undefined) return null;
  const problem = whyNotVoen(state.voen, state.legalForm);
  return (
    <Check isFine={problem === undefined} fine={m["reviews.check.voen"]()} wrong={m["reviews.check.voenWrong"]()} />
  );
}

function Account({ iban }: { iban: string }) {
  const bank = bankOf(iban);
  return (
    <>
      {groupedIban(iban)}
      {bank ? <span className="block">{bank}</span> : null}
      <Check
        isFine={whyNotIban(iban) === undefined}
        fine={m["reviews.check.iban"]()}
        wrong={m["reviews.check.ibanWrong"]()}
      />
    </>
  );
}

function Check({ isFine, fine, wrong }: { isFine: boolean; fine: string; wrong: string }) {
  return (
    <span className="mt-1 block">
      <Badge tone={isFine ? "verified" : "warning"}>{isFine ? fine : wrong}</Badge>
    </span>
  );
}
