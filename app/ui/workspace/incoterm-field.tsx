import { useId, useState, type ComponentProps } from "react";
import {
  ADVISED_INCOTERM,
  CARRIAGES,
  DUTIES,
  HANDOVERS,
  isPlaceOfSeller,
  suggestIncoterm,
  warningsOf,
  type IncotermAnswers,
  type IncotermWarning,
  type ParcelIncoterm,
} from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { SelectField, TextField } from "~/ui/forms/fields";
import { useIsInteractive } from "~/ui/forms/use-is-interactive";
import { Notice } from "~/ui/primitives/notice";
import { PLAIN_TERMS, QUESTIONS, WARNINGS } from "./incoterm-labels";

type Meta = ComponentProps<typeof TextField>["meta"];

type Props = {
  code: Meta;
  place: Meta;
  /** Terms that fit parcels, with the trade's names in the reader's language; the advised one first. */
  terms: readonly { code: ParcelIncoterm; name: string }[];
};

type Choice = {
  code: string;
  warnings: readonly IncotermWarning[];
  isByAnswers: boolean;
  /** How often answers have chosen: each time the list has to show it. */
  suggested: number;
};

/**
 * A delivery term by three questions in plain words; the trade's word follows. Without scripts the questions are left out
 * and the list of terms, in plain words as well, remains.
 */
export function IncotermField({ code, place, terms }: Props) {
  const isInteractive = useIsInteractive();
  const stored = typeof code.initialValue === "string" ? code.initialValue : "";
  const [answers, setAnswers] = useState<Partial<IncotermAnswers>>({});
  const [choice, setChoice] = useState<Choice>({
    code: stored,
    warnings: warningsOf(stored),
    isByAnswers: false,
    suggested: 0,
  });
  const term = terms.find((one) => one.code === choice.code);

  function answer(given: Partial<IncotermAnswers>) {
    const { handover, carriage, duty } = { ...answers, ...given };
    setAnswers({ ...answers, ...given });
    if (handover === undefined || carriage === undefined || duty === undefined) return;
    const suggestion = suggestIncoterm({ handover, carriage, duty });
    setChoice(({ suggested }) => ({ ...suggestion, isByAnswers: true, suggested: suggested + 1 }));
  }

  return (
    <div className="flex flex-col gap-5">
      {isInteractive ? (
        <fieldset className="flex flex-col gap-4">
          <legend className="font-medium">{m["catalog.incoterm.ask"]()}</legend>
          <p className="text-sm text-muted">{m["catalog.incoterm.askHint"]()}</p>
          <Question about="handover" answers={HANDOVERS} given={answers.handover} onAnswer={answer} />
          <Question about="carriage" answers={CARRIAGES} given={answers.carriage} onAnswer={answer} />
          <Question about="duty" answers={DUTIES} given={answers.duty} onAnswer={answer} />
        </fieldset>
      ) : null}
      <div
        className="flex flex-col gap-5"
        onChange={(event) => {
          const { target } = event;
          if (!(target instanceof HTMLSelectElement)) return;
          setChoice(({ suggested }) => ({
            code: target.value,
            warnings: warningsOf(target.value),
            isByAnswers: false,
            suggested,
          }));
        }}
      >
        <SelectField
          // The list keeps what is chosen by hand; only an answer draws it anew.
          key={choice.suggested}
          meta={metaWith(code, choice.code)}
          label={m["catalog.incoterm.term"]()}
          hint={m["catalog.incoterm.termHint"]()}
          none={m["catalog.incoterm.choose"]()}
          options={terms.map((one) => ({ value: one.code, label: optionOf(one) }))}
        />
      </div>
      <div role="status" className="empty:hidden">
        {term ? (
          <div className="rounded border-l-4 border-indigo bg-indigo-wash px-4 py-3">
            {choice.isByAnswers ? <p className="text-sm text-muted">{m["catalog.incoterm.result"]()}</p> : null}
            <p className="font-semibold">{PLAIN_TERMS[term.code]()}</p>
            <p className="text-sm">{tradeName(term)}</p>
          </div>
        ) : null}
      </div>
      {choice.warnings.map((warning) => (
        <Notice key={warning} tone="warning" icon="warning">
          {WARNINGS[warning]()}
        </Notice>
      ))}
      <TextField
        meta={place}
        label={m["catalog.incoterm.place"]()}
        hint={
          isPlaceOfSeller(choice.code || ADVISED_INCOTERM)
            ? m["catalog.incoterm.placeHintSeller"]()
            : m["catalog.incoterm.placeHintBuyer"]()
        }
      />
    </div>
  );
}

/** Written out, since what the form library makes of a field gives its parts only when asked by name. */
function metaWith({ id, name, errors, errorId, descriptionId, key }: Meta, initialValue: string): Meta {
  return { id, name, errors, errorId, descriptionId, key, initialValue };
}

type QuestionProps<Key extends keyof IncotermAnswers> = {
  about: Key;
  answers: readonly IncotermAnswers[Key][];
  given: IncotermAnswers[Key] | undefined;
  onAnswer: (answer: Partial<IncotermAnswers>) => void;
};

function Question<Key extends keyof IncotermAnswers>({ about, answers, given, onAnswer }: QuestionProps<Key>) {
  const id = useId();
  const { question, answers: labels } = QUESTIONS[about];
  return (
    <fieldset>
      <legend className="font-medium">{question()}</legend>
      {answers.map((answer) => (
        <label key={answer} className="flex min-h-11 items-center gap-3 py-1.5">
          <input
            type="radio"
            name={id}
            checked={answer === given}
            onChange={() => onAnswer({ [about]: answer })}
            className="size-5 shrink-0 accent-madder"
          />
          {labels[answer]()}
        </label>
      ))}
    </fieldset>
  );
}

/** Names in Azerbaijani already bear the code. */
function tradeName({ code, name }: { code: string; name: string }): string {
  return name.includes(code) ? name : `${name} (${code})`;
}

function optionOf(term: Props["terms"][number]): string {
  const text = `${PLAIN_TERMS[term.code]()}: ${tradeName(term)}`;
  return term.code === ADVISED_INCOTERM ? `${text} · ${m["catalog.incoterm.advised"]()}` : text;
}
