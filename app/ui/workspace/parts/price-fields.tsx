import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { CheckboxField, SelectField, TextField } from "~/ui/forms/fields";
import { IncotermField } from "../incoterm-field";
import { rowsOf, type PartFieldsProps } from "./part-fields";

export function PriceFields({ field, stored, choices, kind }: PartFieldsProps) {
  return (
    <>
      <RadioField
        meta={field("priceKind")}
        legend={m["catalog.field.priceKind"]()}
        options={[
          { value: "fixed", label: m["catalog.priceKind.fixed"]() },
          { value: "tiers", label: m["catalog.priceKind.tiers"]() },
          { value: "on_request", label: m["catalog.priceKind.onRequest"]() },
        ]}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField meta={field("priceUnit")} label={m["catalog.field.unit"]()} options={choices.units} />
        <TextField
          meta={field("minimumOrderQuantity")}
          label={m["catalog.field.minimumOrder"]()}
          inputMode="numeric"
          isOptional
        />
      </div>
      <TierRows
        field={field}
        name="home"
        legend={m["catalog.field.homePrice"]()}
        count={rowsOf(stored, "home").length}
      />
      <CheckboxField meta={field("isOpenToExport")} label={m["catalog.field.openToExport"]()} />
      <SelectField
        meta={field("exportCurrency")}
        label={m["catalog.field.exportCurrency"]()}
        hint={m["catalog.field.exportCurrencyHint"]()}
        options={choices.currencies}
      />
      <TierRows
        field={field}
        name="abroad"
        legend={m["catalog.field.exportPrice"]()}
        count={rowsOf(stored, "abroad").length}
      />
      {kind === "good" ? (
        <IncotermField code={field("incotermCode")} place={field("incotermPlace")} terms={choices.incoterms} />
      ) : null}
    </>
  );
}

type TierRowsProps = Pick<PartFieldsProps, "field"> & { name: string; legend: string; count: number };

/** From how many pieces which price holds; all rows are there from the start, so that none has to be asked for. */
function TierRows({ field, name, legend, count }: TierRowsProps) {
  const whole = field(name);
  return (
    <fieldset aria-describedby={whole.errors ? whole.errorId : whole.descriptionId}>
      <legend className="font-medium">{legend}</legend>
      <p id={whole.descriptionId} className="text-sm text-muted">
        {m["catalog.field.tiersHint"]()}
      </p>
      {whole.errors ? (
        <p id={whole.errorId} className="text-sm font-medium text-pomegranate">
          {whole.errors[0]}
        </p>
      ) : null}
      <div className="mt-2 flex flex-col gap-3">
        {Array.from({ length: count }, (_, index) => `${name}[${index}]`).map((row) => (
          <div key={row} className="grid grid-cols-2 gap-3 sm:max-w-md">
            <TextField meta={field(`${row}.from`)} label={m["catalog.field.from"]()} inputMode="numeric" />
            <TextField meta={field(`${row}.amount`)} label={m["catalog.field.amount"]()} inputMode="decimal" />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
