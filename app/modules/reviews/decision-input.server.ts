import { z } from "zod";
import { m } from "~/paraglide/messages.js";
import type { ReviewReason } from "./types";

const MOST_NOTE = 2_000;
const MOST_WORDS = 500;

const upTo = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => m["accounts.mend.tooLong"]({ most }) });

/** The code of a reason that no list has: its words say it. */
const IN_WORDS = "other";

/**
 * The reviewer's form of a queue: approve, or send back with a reason for a field (`code-title`), words beside it
 * (`words-title`) and a note on the whole. Words alone are a reason, too; a field with neither is fine as it is.
 *
 * @param reasonsFor what may be wrong with a field; any other reason is refused at that field
 * @param confirmations names of ticks by which the reviewer says that she knows what she does
 */
export function decisionInput<Field extends string, Confirmation extends string = never>(
  fields: readonly Field[],
  reasonsFor: (field: Field) => readonly string[],
  confirmations: readonly Confirmation[] = [],
) {
  return z
    .object({
      subjectVersion: z.coerce.number().int().positive(),
      decision: z.enum(["approved", "changes_requested"]),
      note: upTo(MOST_NOTE).optional(),
    })
    .catchall(upTo(MOST_WORDS))
    .superRefine((form, context) => {
      for (const field of fields) {
        const name = `code-${field}`;
        const code = textOf(form, name);
        if (code === "" || reasonsFor(field).includes(code)) continue;
        context.addIssue({ code: "custom", path: [name], message: m["reviews.mend.unfitReason"]() });
      }
    })
    .transform((form) => {
      const { subjectVersion, decision, note } = form;
      return {
        subjectVersion,
        decision,
        note,
        reasons: fields.flatMap((field) => reasonOf(form, field)),
        confirmed: confirmations.filter((name) => textOf(form, name) === TICKED),
      };
    });
}

/** What a checkbox of ours sends. */
const TICKED = "on";

type Posted = Readonly<Record<string, unknown>>;

function textOf(form: Posted, name: string): string {
  const text = form[name];
  return typeof text === "string" ? text : "";
}

function reasonOf(form: Posted, field: string): ReviewReason[] {
  const [code, words] = [textOf(form, `code-${field}`), textOf(form, `words-${field}`)];
  if (code === "" && words === "") return [];
  return [{ field, code: code || IN_WORDS, ...(words === "" ? {} : { words }) }];
}
