import type { ReactNode } from "react";
import { SPECIAL_FACTS, type SpecialFact, type StoredValues } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { SelectField, TextField } from "~/ui/forms/fields";
import { rowsOf, type PartFieldsProps } from "./part-fields";

type Props = Pick<PartFieldsProps, "field" | "stored" | "choices">;

type Room = {
  name: () => string;
  Fields: (props: Props) => ReactNode;
  isFilled: (stored: StoredValues) => boolean;
  /** Whether something in it has to be mended. */
  isWrong: (props: Props) => boolean;
};

const isWritten = (value: unknown) => typeof value === "string" && value !== "";
const fibreRows = (stored: StoredValues) => rowsOf(stored, "fibres").map((_, index) => `fibres[${index}]`);

const ROOMS: Readonly<Record<SpecialFact, Room>> = {
  wood: {
    name: m["catalog.special.wood"],
    Fields: WoodFields,
    isFilled: ({ woodSpecies, woodOrigin }) => isWritten(woodSpecies) || isWritten(woodOrigin),
    isWrong: ({ field }) => ["woodSpecies", "woodOrigin"].some((name) => field(name).errors),
  },
  fibres: {
    name: m["catalog.special.fibres"],
    Fields: FibreFields,
    isFilled: (stored) => rowsOf(stored, "fibres").some(({ fibre }) => isWritten(fibre)),
    isWrong: ({ field, stored }) =>
      fibreRows(stored).some((row) => field(`${row}.fibre`).errors ?? field(`${row}.percent`).errors),
  },
  copper: {
    name: m["catalog.special.copper"],
    Fields: CopperFields,
    isFilled: ({ copperWeightGrams, copperValue }) => isWritten(copperWeightGrams) || isWritten(copperValue),
    isWrong: ({ field }) => ["copperWeightGrams", "copperValue"].some((name) => field(name).errors),
  },
};

/** What only some goods are asked for: by their category first, the rest for whoever needs it. */
export function SpecialFacts(props: Props) {
  const { choices, stored } = props;
  const isAsked = (fact: SpecialFact) => choices.specialFacts.includes(fact) || ROOMS[fact].isFilled(stored);
  const others = SPECIAL_FACTS.filter((fact) => !isAsked(fact));
  const fieldsOf = (facts: readonly SpecialFact[]) =>
    facts.map((fact) => {
      const { Fields } = ROOMS[fact];
      return <Fields key={fact} {...props} />;
    });
  return (
    <>
      {fieldsOf(SPECIAL_FACTS.filter(isAsked))}
      {others.length > 0 ? (
        <details
          open={others.some((fact) => ROOMS[fact].isWrong(props))}
          className="rounded border border-line bg-surface px-4 py-2"
        >
          <summary className="min-h-9 cursor-pointer py-1.5 font-medium">
            {m["catalog.special.others"]({ names: others.map((fact) => ROOMS[fact].name()).join(", ") })}
          </summary>
          <div className="flex flex-col gap-5 pt-3 pb-2">{fieldsOf(others)}</div>
        </details>
      ) : null}
    </>
  );
}

function WoodFields({ field }: Props) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        meta={field("woodSpecies")}
        label={m["catalog.field.woodSpecies"]()}
        hint={m["catalog.field.woodSpeciesHint"]()}
        isOptional
      />
      <TextField meta={field("woodOrigin")} label={m["catalog.field.woodOrigin"]()} isOptional />
    </div>
  );
}

function CopperFields({ field }: Props) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        meta={field("copperWeightGrams")}
        label={m["catalog.field.copperWeight"]()}
        hint={m["catalog.field.copperWeightHint"]()}
        inputMode="numeric"
        isOptional
      />
      <TextField
        meta={field("copperValue")}
        label={m["catalog.field.copperValue"]()}
        hint={m["catalog.field.copperValueHint"]()}
        inputMode="decimal"
        isOptional
      />
    </div>
  );
}

function FibreFields({ field, stored, choices }: Props) {
  return (
    <fieldset>
      <legend className="font-medium">{m["catalog.field.fibres"]()}</legend>
      <p className="text-sm text-muted">{m["catalog.field.fibresHint"]()}</p>
      <div className="mt-2 flex flex-col gap-3">
        {fibreRows(stored).map((row) => (
          <div key={row} className="grid grid-cols-[2fr_1fr] gap-3 sm:max-w-md">
            <SelectField
              meta={field(`${row}.fibre`)}
              label={m["catalog.field.fibre"]()}
              none="—"
              options={choices.materials}
            />
            <TextField meta={field(`${row}.percent`)} label={m["catalog.field.percent"]()} inputMode="numeric" />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
