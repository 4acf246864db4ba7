import { Form } from "@remix-run/react";
import { READINESS_LEVELS, type ReadinessQuestion } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { buttonStyle, fieldStyle } from "~/ui/primitives/button";
import { LEVEL_NAMES } from "./level-names";

type Choice = { value: string; label: string };

export type FilterProps = {
  question: Partial<ReadinessQuestion>;
  choices: { regions: readonly Choice[]; crafts: readonly Choice[] };
  /** What else the address says and keeps. */
  kept?: Readonly<Record<string, string>>;
};

/** Narrows every number and list of the overview to a level, a region and what is made. */
export function ReadinessFilter({ question, choices, kept }: FilterProps) {
  return (
    <Form method="get" role="search" className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]">
      {Object.entries(kept ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        name="level"
        label={m["staffReadiness.level"]()}
        chosen={question.level}
        choices={READINESS_LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value]() }))}
      />
      <Select name="region" label={m["staffReadiness.region"]()} chosen={question.regionId} choices={choices.regions} />
      <Select name="craft" label={m["staffReadiness.craft"]()} chosen={question.craftId} choices={choices.crafts} />
      <button type="submit" className={buttonStyle.secondary}>
        {m["reviews.sellers.show"]()}
      </button>
    </Form>
  );
}

type SelectProps = { name: string; label: string; chosen: string | undefined; choices: readonly Choice[] };

function Select({ name, label, chosen, choices }: SelectProps) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5 font-medium">
      {label}
      <select name={name} defaultValue={chosen ?? ""} className={fieldStyle}>
        <option value="">{m["reviews.sellers.all"]()}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The question as an address says it. */
export function queryOf({ level, regionId, craftId }: Partial<ReadinessQuestion>) {
  return { level, region: regionId, craft: craftId };
}
