import type { SubmissionResult } from "@conform-to/react";
import type { GiveBackView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { CheckboxField, HiddenField, TextAreaField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { fieldOf, usePageForm } from "~/ui/forms/page-form";

type Props = { money: GiveBackView; last: SubmissionResult | undefined; formKey: string };

/**
 * How much goes back: all that is left, pieces and carriage at their own prices, or an amount; and words to the buyer. What a
 * choice does not need is hidden by the style alone, so that it works without scripts.
 */
export function GiveBackForm({ money, last, formKey }: Props) {
  const { left, lines, carriage, currency } = money;
  const { form, fields } = usePageForm<string>("give-back", last);
  const field = (name: string) => fieldOf(fields, name);
  const piecesMistake = field("pieces").errors?.[0];
  return (
    <FormShell form={form} formKey={formKey}>
      <div className="group flex flex-col gap-5">
        <RadioField
          meta={field("what")}
          legend={m["refunds.what"]()}
          options={[
            { value: "all", label: m["refunds.whatAll"]({ amount: left }) },
            { value: "chosen", label: m["refunds.whatChosen"]() },
            { value: "amount", label: m["refunds.whatAmount"]() },
          ]}
        />
        <fieldset className="hidden rounded border border-line bg-surface p-4 group-has-[input[value=chosen]:checked]:block">
          <legend className="px-1 font-medium">{m["refunds.whatChosen"]()}</legend>
          {piecesMistake ? (
            <p role="alert" className="mb-3 text-sm font-medium text-pomegranate">
              {piecesMistake}
            </p>
          ) : null}
          <ul className="flex flex-col gap-4">
            {lines.map((line, at) => (
              <li key={line.lineId} className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
                <p className="min-w-0">
                  <span className="font-medium" lang={line.lang}>
                    {line.title}
                  </span>
                  <span className="block text-sm text-muted">
                    {m["refunds.line"]({ price: line.price, left: line.left, quantity: line.quantity })}
                  </span>
                </p>
                <div className="w-28">
                  <HiddenField name={`pieces[${at}].lineId`} value={line.lineId} />
                  <TextField meta={field(`pieces[${at}].quantity`)} label={m["refunds.pieces"]()} inputMode="numeric" />
                </div>
              </li>
            ))}
          </ul>
          {carriage ? (
            <div className="mt-4">
              <CheckboxField meta={field("hasCarriage")} label={m["refunds.carriage"]({ amount: carriage })} />
            </div>
          ) : null}
        </fieldset>
        <div className="hidden group-has-[input[value=amount]:checked]:block">
          <TextField
            meta={field("amount")}
            label={m["refunds.amount"]({ currency })}
            inputMode="decimal"
            className="max-w-48"
          />
        </div>
      </div>
      <TextAreaField meta={field("words")} label={m["refunds.words"]()} hint={m["refunds.wordsHint"]()} rows={4} />
      <CheckboxField meta={field("isSure")} label={m["refunds.sure"]()} />
      <div>
        <SubmitButton>{m["refunds.submit"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
