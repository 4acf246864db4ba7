import type { ComponentProps } from "react";
import { REPORT_REASON_TEXTS, REPORT_REASONS } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { TextAreaField, TextField } from "~/ui/forms/fields";

type Meta = ComponentProps<typeof TextField>["meta"];

type Props = { fields: Record<"reason" | "words" | "email", Meta>; isKnown: boolean };

/** What is wrong with a listing, in words, and where a guest wants to hear of it. */
export function ReportFields({ fields, isKnown }: Props) {
  return (
    <>
      <RadioField
        meta={fields.reason}
        legend={m["reviews.report.field.reason"]()}
        options={REPORT_REASONS.map((value) => ({ value, label: REPORT_REASON_TEXTS[value]() }))}
      />
      <TextAreaField
        meta={fields.words}
        label={m["reviews.report.field.words"]()}
        hint={m["reviews.report.field.wordsHint"]()}
        rows={5}
        isOptional
      />
      {isKnown ? (
        <p className="text-sm text-muted">{m["reviews.report.known"]()}</p>
      ) : (
        <TextField
          meta={fields.email}
          type="email"
          autoComplete="email"
          label={m["reviews.report.field.email"]()}
          hint={m["reviews.report.field.emailHint"]()}
          isOptional
        />
      )}
      {/* A trap for machines: nobody sees it, hears it or comes to it by the keyboard. */}
      <div hidden>
        <label>
          {m["reviews.report.field.website"]()}
          <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </>
  );
}
