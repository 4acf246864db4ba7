import { m } from "~/paraglide/messages.js";
import { CheckListField, RadioField } from "~/ui/forms/choices";
import { TextAreaField, TextField } from "~/ui/forms/fields";
import { RightsBasisField } from "./rights-basis-field";
import { chosenOf, type PartFieldsProps } from "./part-fields";

export function ConditionsFields({ field, stored, choices }: PartFieldsProps) {
  return (
    <>
      <RadioField
        meta={field("deliveryMode")}
        legend={m["catalog.field.deliveryMode"]()}
        options={[
          { value: "remote", label: m["catalog.mode.remote"]() },
          { value: "in_person", label: m["catalog.mode.inPerson"]() },
          { value: "mixed", label: m["catalog.mode.mixed"]() },
        ]}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <TextField meta={field("leadTimeDays")} label={m["catalog.field.serviceDays"]()} inputMode="numeric" />
        <TextField
          meta={field("monthlyCapacity")}
          label={m["catalog.field.serviceCapacity"]()}
          inputMode="numeric"
          isOptional
        />
        <TextField
          meta={field("revisionsIncluded")}
          label={m["catalog.field.revisions"]()}
          inputMode="numeric"
          isOptional
        />
      </div>
      <TextAreaField meta={field("deliverables")} label={m["catalog.field.deliverables"]()} rows={4} isOptional />
      <TextField
        meta={field("fileFormats")}
        label={m["catalog.field.formats"]()}
        hint={m["catalog.field.formatsHint"]()}
        isOptional
      />
      <TextField meta={field("handoverChannel")} label={m["catalog.field.handover"]()} isOptional />
      <CheckListField
        meta={field("workingLanguages")}
        legend={m["catalog.field.workingLanguages"]()}
        options={choices.languages}
        chosen={chosenOf(field("workingLanguages"), stored)}
      />
      <RadioField
        meta={field("rightsKind")}
        legend={m["catalog.field.rightsKind"]()}
        options={[
          { value: "none", label: m["catalog.rightsKind.none"]() },
          { value: "transfer", label: m["catalog.rightsKind.transfer"]() },
          { value: "license", label: m["catalog.rightsKind.license"]() },
          { value: "nonexclusive", label: m["catalog.rightsKind.nonexclusive"]() },
        ]}
      />
      <RightsBasisField field={field} />
      <TextAreaField meta={field("rights")} label={m["catalog.field.rights"]()} rows={3} isOptional />
    </>
  );
}
