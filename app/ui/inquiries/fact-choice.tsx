import type { FactView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";

export type OfferedFact = { value: string; view: FactView };

/** Facts of the listings and saved answers, to be ticked and sent in the language of whoever reads them. */
export function FactChoice({ facts, answers }: { facts: readonly OfferedFact[]; answers: readonly OfferedFact[] }) {
  if (facts.length + answers.length === 0) return null;
  return (
    <div className="flex flex-col gap-4">
      {facts.length > 0 ? (
        <Boxes legend={m["inquiries.thread.facts"]()} hint={m["inquiries.thread.factsHint"]()} offered={facts} />
      ) : null}
      {answers.length > 0 ? <Boxes legend={m["inquiries.thread.answers"]()} offered={answers} /> : null}
    </div>
  );
}

type BoxesProps = { legend: string; hint?: string; offered: readonly OfferedFact[] };

function Boxes({ legend, hint, offered }: BoxesProps) {
  return (
    <fieldset>
      <legend className="font-medium">{legend}</legend>
      {hint ? <p className="text-sm text-muted">{hint}</p> : null}
      <div className="mt-1.5 flex flex-col gap-2">
        {offered.map(({ value, view }) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-start gap-3 rounded border border-field bg-surface px-3 py-2 has-checked:border-ink has-checked:bg-sunken"
          >
            <input type="checkbox" name="press" value={value} className="mt-1 size-5 shrink-0 accent-madder" />
            <span className="min-w-0 break-words">
              {view.about ? <span className="block text-sm text-muted">{view.about}</span> : null}
              <span className="line-clamp-3 whitespace-pre-line tabular-nums">{view.text}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
