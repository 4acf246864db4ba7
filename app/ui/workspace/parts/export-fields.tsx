import { RESTRICTED_MATERIALS } from "~/modules/catalog";
import type { HsCodeView } from "~/modules/search";
import { m } from "~/paraglide/messages.js";
import { CheckboxField, SelectField, TextField } from "~/ui/forms/fields";
import { HsCodeField } from "../hs-code-field";
import type { PartFieldsProps } from "./part-fields";
import { RightsBasisField } from "./rights-basis-field";
import { SpecialFacts } from "./special-facts";

type Props = PartFieldsProps & { hsCodes: HsCodes };

/** Customs codes of the listing's category, and the one that is stored, in words. */
export type HsCodes = { categoryId: string; usual: readonly HsCodeView[]; chosen: HsCodeView | undefined };

/** What was said last: the field without scripts sends a choice and the digits, which may be empty, under one name. */
function textOf(value: unknown): string | undefined {
  const said: unknown = Array.isArray(value) ? value.findLast((one) => one !== "") : value;
  return typeof said === "string" ? said : undefined;
}

export function ExportFields({ field, stored, choices, hsCodes }: Props) {
  return (
    <>
      <HsCodeField
        key={field("hsCode").key}
        name={field("hsCode").name}
        value={textOf(field("hsCode").initialValue)}
        suggestions={hsCodes.usual}
        chosen={hsCodes.chosen}
        categoryId={hsCodes.categoryId}
        mistake={field("hsCode").errors?.[0]}
      />
      <Measures
        field={field}
        legend={m["catalog.field.measures"]()}
        names={["netWeightGrams", "length", "width", "height"]}
      />
      <Measures
        field={field}
        legend={m["catalog.field.packed"]()}
        names={["packedWeightGrams", "packedLength", "packedWidth", "packedHeight"]}
      />
      <RightsBasisField field={field} />
      <fieldset>
        <legend className="font-medium">{m["catalog.field.facts"]()}</legend>
        <CheckboxField meta={field("hasFoodContact")} label={m["catalog.field.foodContact"]()} />
        <CheckboxField meta={field("isForChildren")} label={m["catalog.field.children"]()} />
      </fieldset>
      <TextField
        meta={field("madeYear")}
        label={m["catalog.field.madeYear"]()}
        hint={m["catalog.field.madeYearHint"]()}
        inputMode="numeric"
        isOptional
        className="max-w-40"
      />
      <SelectField
        meta={field("restrictedMaterial")}
        label={m["catalog.field.restrictedMaterial"]()}
        none="—"
        hint={m["catalog.species.hint"]()}
        options={RESTRICTED_MATERIALS.map(({ value, label }) => ({ value, label: label() }))}
        isOptional
      />
      <SpecialFacts field={field} stored={stored} choices={choices} />
    </>
  );
}

type MeasuresProps = Pick<PartFieldsProps, "field"> & {
  legend: string;
  names: readonly [weight: string, length: string, width: string, height: string];
};

function Measures({ field, legend, names: [weight, length, width, height] }: MeasuresProps) {
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      <div className="mt-1.5 grid grid-cols-2 gap-3 sm:grid-cols-4">
        <TextField meta={field(weight)} label={m["catalog.field.weight"]()} inputMode="numeric" />
        <TextField meta={field(length)} label={m["catalog.field.length"]()} inputMode="decimal" />
        <TextField meta={field(width)} label={m["catalog.field.width"]()} inputMode="decimal" />
        <TextField meta={field(height)} label={m["catalog.field.height"]()} inputMode="decimal" />
      </div>
    </fieldset>
  );
}
