import { m } from "~/paraglide/messages.js";
import { CheckListField } from "~/ui/forms/choices";
import { GroupedSelectField, SelectField, TextAreaField, TextField } from "~/ui/forms/fields";
import { chosenOf, type PartFieldsProps } from "./part-fields";

export function AboutFields({ field, stored, choices, kind }: PartFieldsProps) {
  return (
    <>
      <TextField meta={field("title")} label={m["catalog.field.title"]()} hint={m["catalog.field.titleHint"]()} />
      <TextAreaField
        meta={field("description")}
        label={m["catalog.field.description"]()}
        hint={m["catalog.field.descriptionHint"]()}
        rows={7}
        isOptional
      />
      <GroupedSelectField
        meta={field("categoryId")}
        label={m["catalog.field.category"]()}
        groups={choices.categories.filter((group) => group.kind === kind)}
      />
      {kind === "good" ? (
        <>
          <SelectField
            meta={field("techniqueId")}
            label={m["catalog.field.technique"]()}
            none="—"
            options={choices.techniques}
            isOptional
          />
          <CheckListField
            meta={field("materialIds")}
            legend={m["catalog.field.materials"]()}
            hint={m["catalog.field.materialsHint"]({ most: choices.mostMaterials })}
            options={choices.materials}
            chosen={chosenOf(field("materialIds"), stored)}
            more={m["catalog.field.moreMaterials"]()}
            usual={choices.usualMaterials}
          />
        </>
      ) : null}
      <SelectField
        meta={field("placeId")}
        label={m["catalog.field.place"]()}
        none="—"
        options={choices.places}
        isOptional
      />
    </>
  );
}
