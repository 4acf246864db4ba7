import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { CheckboxField, HiddenField, TextField } from "~/ui/forms/fields";
import { rowsOf, type PartFieldsProps } from "./part-fields";

export const STOCK_POLICY_OPTIONS = [
  { value: "in_stock", label: m["catalog.stockPolicy.inStock"] },
  { value: "made_to_order", label: m["catalog.stockPolicy.madeToOrder"] },
  { value: "one_of_a_kind", label: m["catalog.stockPolicy.oneOfAKind"] },
] as const;

const ROW_FIELDS = ["az", "stock", "sku", "price", "exportPrice", "en", "ru"] as const;

export function StockFields({ field, stored }: PartFieldsProps) {
  const rows = rowsOf(stored, "variants").map((row, index) => ({
    key: typeof row.variantId === "string" ? row.variantId : String(index),
    index,
    variantId: typeof row.variantId === "string" ? row.variantId : undefined,
    currency: typeof row.currency === "string" ? row.currency : "",
    field: (name: string) => field(`variants[${index}].${name}`),
  }));
  const isSpare = ({ variantId, index }: (typeof rows)[number]) => variantId === undefined && index > 0;
  const spare = rows.filter(isSpare);
  const isBegun = spare.some((row) =>
    ROW_FIELDS.some((name) => row.field(name).initialValue || row.field(name).errors),
  );
  return (
    <>
      <RadioField
        meta={field("stockPolicy")}
        legend={m["catalog.field.stockPolicy"]()}
        options={STOCK_POLICY_OPTIONS.map(({ value, label }) => ({ value, label: label() }))}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          meta={field("leadTimeDays")}
          label={m["catalog.field.leadTime"]()}
          hint={m["catalog.field.leadTimeHint"]()}
          inputMode="numeric"
          isOptional
        />
        <TextField
          meta={field("monthlyCapacity")}
          label={m["catalog.field.capacity"]()}
          hint={m["catalog.field.capacityHint"]()}
          inputMode="numeric"
          isOptional
        />
      </div>
      <fieldset>
        <legend className="font-medium">{m["catalog.field.variants"]()}</legend>
        <p className="text-sm text-muted">{m["catalog.field.variantsHint"]()}</p>
        <div className="mt-3 flex flex-col gap-4">
          {rows
            .filter((row) => !isSpare(row))
            .map(({ key, ...row }) => (
              <VariantRow key={key} {...row} />
            ))}
        </div>
        {spare.length > 0 ? (
          <details className="mt-3" open={isBegun}>
            <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-indigo">
              {m["catalog.field.moreVariants"]()}
            </summary>
            <div className="flex flex-col gap-4">
              {spare.map(({ key, ...row }) => (
                <VariantRow key={key} {...row} />
              ))}
            </div>
          </details>
        ) : null}
      </fieldset>
    </>
  );
}

type RowProps = Pick<PartFieldsProps, "field"> & { index: number; variantId: string | undefined; currency: string };

function VariantRow({ field, index, variantId, currency }: RowProps) {
  return (
    <fieldset className="rounded border border-line bg-surface p-4">
      <legend className="px-1 text-sm font-semibold">{m["catalog.field.variant"]({ number: index + 1 })}</legend>
      <HiddenField name={field("variantId").name} value={variantId} />
      <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3">
        <TextField meta={field("az")} label={m["catalog.field.variantName"]()} className="col-span-2" />
        <TextField meta={field("stock")} label={m["catalog.own.stock"]()} inputMode="numeric" />
        <TextField meta={field("sku")} label={m["catalog.field.sku"]()} />
        <TextField meta={field("price")} label={m["catalog.field.ownPrice"]()} inputMode="decimal" />
        <TextField
          meta={field("exportPrice")}
          label={m["catalog.field.ownExportPrice"]({ currency })}
          inputMode="decimal"
        />
        <TextField meta={field("en")} label={m["catalog.field.variantNameEn"]()} />
        <TextField meta={field("ru")} label={m["catalog.field.variantNameRu"]()} />
      </div>
      {variantId === undefined ? null : (
        <div className="mt-2">
          <CheckboxField meta={field("isGone")} label={m["catalog.field.takeAway"]()} />
        </div>
      )}
    </fieldset>
  );
}
