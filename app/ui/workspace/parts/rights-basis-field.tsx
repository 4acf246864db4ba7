import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import type { PartFieldsProps } from "./part-fields";

const RIGHTS_BASES = [
  { value: "own_design", label: m["catalog.rightsChoice.ownDesign"] },
  { value: "traditional_pattern", label: m["catalog.rightsChoice.traditional"] },
  { value: "licence", label: m["catalog.rightsChoice.licence"] },
] as const;

/** By what right the seller offers it: of goods and of services alike. */
export function RightsBasisField({ field }: Pick<PartFieldsProps, "field">) {
  return (
    <RadioField
      meta={field("rightsBasis")}
      legend={m["catalog.field.rightsBasis"]()}
      options={RIGHTS_BASES.map(({ value, label }) => ({ value, label: label() }))}
    />
  );
}
