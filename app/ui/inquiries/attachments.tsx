import type { FieldMetadata } from "@conform-to/react";
import type { AttachedView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { ACCEPTED_PAPERS } from "~/platform/private-files/accepted-papers";
import { FileField } from "~/ui/forms/fields";
import { useSite } from "~/ui/layouts/site";
import { Icon } from "~/ui/primitives/icon";
import { fileSize } from "./file-size";
import { IntentButton } from "./intent-button";

type Props = {
  meta: Pick<
    FieldMetadata<unknown, Record<string, unknown>>,
    "id" | "name" | "errors" | "errorId" | "descriptionId" | "initialValue" | "key"
  >;
  attached: readonly AttachedView[];
};

/** Files that go with a message: those that have arrived already, and a field for more. */
export function Attachments({ meta, attached }: Props) {
  const { lang } = useSite();
  return (
    <div className="flex flex-col gap-3">
      {attached.length > 0 ? (
        <ul aria-label={m["inquiries.ask.attached"]()} className="divide-y divide-line border-y border-line">
          {attached.map(({ paperId, name, byteCount }) => (
            <li key={paperId} className="flex items-center gap-3 py-1">
              <Icon name="check" className="size-5 shrink-0 text-verified" />
              <span className="min-w-0 flex-1 break-words">
                {name} <span className="text-sm text-muted">{fileSize(byteCount, lang)}</span>
              </span>
              <IntentButton intent={`detach:${paperId}`} label={m["inquiries.ask.detach"]({ name })} icon="close" />
            </li>
          ))}
        </ul>
      ) : null}
      <FileField
        meta={meta}
        label={m["inquiries.ask.files"]()}
        hint={m["inquiries.ask.filesHint"]()}
        accept={ACCEPTED_PAPERS}
        isMany
        isOptional
      />
    </div>
  );
}
