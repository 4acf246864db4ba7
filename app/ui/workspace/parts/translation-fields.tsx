import type { OriginalText } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { TextAreaField, TextField } from "~/ui/forms/fields";
import { Notice } from "~/ui/primitives/notice";
import type { PartFieldsProps } from "./part-fields";

type Props = PartFieldsProps & { original: OriginalText };

/** A translation beside what it translates. */
export function TranslationFields({ field, kind, original }: Props) {
  return (
    <>
      {original.isOlder ? <Notice tone="warning">{m["catalog.translation.older"]()}</Notice> : null}
      {original.isDraft ? <Notice tone="info">{m["catalog.translation.draft"]()}</Notice> : null}
      <p className="text-muted">{m["catalog.translation.lead"]()}</p>
      <section lang="az" className="rounded border border-line bg-sunken p-4">
        <h2 className="text-sm font-semibold text-muted">{m["catalog.translation.original"]()}</h2>
        <p className="mt-1 font-medium">{original.title}</p>
        <p className="mt-1 whitespace-pre-line">{original.description}</p>
        {original.deliverables ? <p className="mt-2 whitespace-pre-line">{original.deliverables}</p> : null}
        {original.rights ? <p className="mt-2 whitespace-pre-line">{original.rights}</p> : null}
      </section>
      <TextField meta={field("title")} label={m["catalog.field.title"]()} isOptional />
      <TextAreaField meta={field("description")} label={m["catalog.field.description"]()} rows={7} isOptional />
      {kind === "service" ? (
        <>
          <TextAreaField meta={field("deliverables")} label={m["catalog.field.deliverables"]()} rows={4} isOptional />
          <TextAreaField meta={field("rights")} label={m["catalog.field.rights"]()} rows={3} isOptional />
        </>
      ) : null}
    </>
  );
}
