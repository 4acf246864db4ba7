import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { CheckboxField, SelectField, TextField } from "~/ui/forms/fields";
import { IncotermField } from "../incoterm-field";
import { rowsOf, type PartFieldsProps } from "./part-fields";

/** Fields that do not count are not there: by style sheet alone, so that they come and go without scripts. */
const WHEN_PRICED = "group-has-[[value$=request]:checked]/price:hidden";
const WHEN_BY_STEPS = "group-has-[[value=fixed]:checked]/price:hidden";
const WHEN_EXPORTED = "group-has-[[name=isOpenToExport]:not(:checked)]/price:hidden";

export function PriceFields({ field, stored, choices, kind }: PartFieldsProps) {
  return (
    <div className="group/price flex flex-col gap-6">
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
      <div className={WHEN_PRICED}>
        <TierRows
          field={field}
          name="home"
          legend={m["catalog.field.homePrice"]()}
          count={rowsOf(stored, "home").length}
        />
      </div>
      <CheckboxField meta={field("isOpenToExport")} label={m["catalog.field.openToExport"]()} />
      <div className={`flex flex-col gap-6 ${WHEN_EXPORTED}`}>
        <div className={`flex flex-col gap-6 ${WHEN_PRICED}`}>
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
        </div>
        {kind === "good" ? (
          <IncotermField code={field("incotermCode")} place={field("incotermPlace")} terms={choices.incoterms} />
        ) : null}
      </div>
    </div>
  );
}

type TierRowsProps = Pick<PartFieldsProps, "field"> & { name: string; legend: string; count: number };

/** From how many pieces which price holds; all rows are there from the start, so that none has to be asked for. */
function TierRows({ field, name, legend, count }: TierRowsProps) {
  const whole = field(name);
  return (
    <fieldset aria-describedby={whole.errors ? whole.errorId : whole.descriptionId}>
      <legend className="font-medium">{legend}</legend>
      <p id={whole.descriptionId} className={`text-sm text-muted ${WHEN_BY_STEPS}`}>
        {m["catalog.field.tiersHint"]()}
      </p>
      {whole.errors ? (
        <p id={whole.errorId} className="text-sm font-medium text-pomegranate">
          {whole.errors[0]}
        </p>
      ) : null}
      <div className="mt-2 flex flex-col gap-3">
        {Array.from({ length: count }, (_, index) => ({ row: `${name}[${index}]`, isFirst: index === 0 })).map(
          ({ row, isFirst }) => (
            <div key={row} className={`grid grid-cols-2 gap-3 sm:max-w-md ${isFirst ? "" : WHEN_BY_STEPS}`}>
              <div className={WHEN_BY_STEPS}>
                <TextField meta={field(`${row}.from`)} label={m["catalog.field.from"]()} inputMode="numeric" />
              </div>
              <TextField meta={field(`${row}.amount`)} label={m["catalog.field.amount"]()} inputMode="decimal" />
            </div>
          ),
        )}
      </div>
    </fieldset>
  );
}
