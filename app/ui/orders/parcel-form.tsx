import type { SubmissionResult } from "@conform-to/react";
import type { OrderLineView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, HiddenField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { fieldOf, usePageForm } from "~/ui/forms/page-form";

type Props = {
  last: SubmissionResult | undefined;
  formKey: string;
  lines: readonly OrderLineView[];
  /** Money was given back, so that a parcel may be the last though pieces are left. */
  canBeLast: boolean;
};

/** What is in a parcel, who carries it and how it is followed. */
export function ParcelForm({ last, formKey, lines, canBeLast }: Props) {
  const open = lines.filter(({ left }) => left > 0);
  const pieces = open.map(({ left }) => ({ quantity: String(left) }));
  // Names of fields within lists are made by the library; what is stored of a list is a list.
  const { form, fields } = usePageForm<string>("parcel", last, { pieces: pieces as never });
  const field = (name: string) => fieldOf(fields, name);
  return (
    <FormShell form={form} formKey={formKey}>
      <ul className="flex flex-col gap-4">
        {open.map((line, at) => (
          <li key={line.lineId} className="rounded border border-line bg-surface p-4">
            <p className="mb-2 font-medium" lang={line.title.lang}>
              {line.title.text}
              {line.variant ? `, ${line.variant}` : ""}
            </p>
            <HiddenField name={`pieces[${at}].lineId`} value={line.lineId} />
            <TextField
              meta={field(`pieces[${at}].quantity`)}
              label={m["orders.deed.ship.pieces"]({ left: line.left })}
              inputMode="numeric"
              className="max-w-32"
            />
            {line.needsCertificate && line.certificateNumber === undefined ? (
              <div className="mt-3">
                <TextField
                  meta={field(`pieces[${at}].certificate`)}
                  label={m["orders.deed.ship.certificate"]()}
                  hint={m["orders.deed.ship.certificateHint"]()}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <TextField meta={field("carrier")} label={m["orders.deed.ship.carrier"]()} />
      <TextField meta={field("trackingCode")} label={m["orders.deed.ship.code"]()} isOptional />
      <TextField meta={field("trackingUrl")} label={m["orders.deed.ship.link"]()} hint="https://" isOptional />
      <TextField
        meta={field("weightGrams")}
        label={m["orders.deed.ship.weight"]()}
        inputMode="numeric"
        className="max-w-48"
        isOptional
      />
      {canBeLast ? <CheckboxField meta={field("isLast")} label={m["orders.deed.ship.isLast"]()} /> : null}
      <div>
        <SubmitButton>{m["orders.deed.ship"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
