import { useId, useState } from "react";
import type { HsCodeView } from "~/modules/search";
import { m } from "~/paraglide/messages.js";
import { useIsInteractive } from "~/ui/forms/use-is-interactive";
import { fieldStyle } from "~/ui/primitives/button";
import { HsCodeSearch, useHsCodes } from "./hs-code-search";

type Props = {
  name: string;
  /** What is stored or was typed; six digits when it is right. */
  value: string | undefined;
  /** Codes that are usual in the category, the most usual first. */
  suggestions: readonly HsCodeView[];
  categoryId: string;
  /** The stored code in words, where it is none of the usual ones. */
  chosen?: HsCodeView | undefined;
  mistake?: string | undefined;
};

/**
 * A customs code by plain words. Without scripts the usual codes and the field for six digits bear the same name, and what
 * was typed counts (`hsCodeInput` reads both); with them the field alone is sent and follows every choice.
 */
export function HsCodeField({ name, value = "", suggestions, categoryId, chosen, mistake }: Props) {
  const id = useId();
  const isInteractive = useIsInteractive();
  const ask = useHsCodes(categoryId);
  const [code, setCode] = useState(value);
  const [found, setFound] = useState(chosen);
  const known = [...suggestions, ...(found ? [found] : [])].find((one) => one.code === code);
  const isUsual = suggestions.some((usual) => usual.code === code);

  async function type(typed: string) {
    setCode(typed);
    if (!/^\d{6}$/.test(typed)) return;
    const codes = await ask(typed);
    if (codes?.[0]?.code === typed) setFound(codes[0]);
  }

  return (
    <fieldset className="flex flex-col gap-4" aria-describedby={`${id}-hint${mistake ? ` ${id}-mistake` : ""}`}>
      <legend className="font-medium">{m["catalog.hs.label"]()}</legend>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {m["catalog.hs.hint"]()}
      </p>
      {known ? <ChosenCode code={known} /> : null}
      {isInteractive ? (
        <HsCodeSearch
          categoryId={categoryId}
          onChoose={(chosenCode) => {
            setCode(chosenCode.code);
            setFound(chosenCode);
          }}
        />
      ) : null}
      {suggestions.length > 0 ? (
        <fieldset>
          <legend className="font-medium">{m["catalog.hs.usual"]()}</legend>
          <ul>
            {[...suggestions, OTHER].map((usual) => (
              <li key={usual.code}>
                <label className="flex min-h-11 items-center gap-3 py-1.5">
                  <input
                    type="radio"
                    name={isInteractive ? `${id}-usual` : name}
                    value={usual.code}
                    checked={usual === OTHER ? !isUsual : usual.code === code}
                    onChange={() => setCode(usual.code)}
                    className="size-5 shrink-0 accent-madder"
                  />
                  <span className="min-w-0 flex-1">{usual === OTHER ? m["catalog.hs.other"]() : usual.label}</span>
                  <span className="shrink-0 text-sm tabular-nums text-muted">{usual.code}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ) : null}
      <div className="flex flex-col gap-1.5">
        <label htmlFor={`${id}-digits`} className="font-medium">
          {m["catalog.hs.digits"]()}
        </label>
        <p id={`${id}-digits-hint`} className="text-sm text-muted">
          {suggestions.length > 0 ? m["catalog.hs.digitsHint"]() : m["catalog.hs.digitsOnly"]()}
        </p>
        <input
          id={`${id}-digits`}
          name={name}
          value={isInteractive || !isUsual ? code : ""}
          onChange={(event) => void type(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          aria-invalid={mistake ? true : undefined}
          aria-describedby={`${id}-digits-hint${mistake ? ` ${id}-mistake` : ""}`}
          className={`${fieldStyle} max-w-40 tabular-nums aria-[invalid]:border-pomegranate`}
        />
        {mistake ? (
          <p id={`${id}-mistake`} className="text-sm font-medium text-pomegranate">
            {mistake}
          </p>
        ) : null}
      </div>
    </fieldset>
  );
}

/** Stands in the list for a code that is not in it. */
const OTHER: HsCodeView = { code: "", label: "", description: "" };

function ChosenCode({ code: { code, label, description } }: { code: HsCodeView }) {
  return (
    <div role="status" className="rounded border-l-4 border-verified bg-verified-wash px-4 py-3">
      <p className="text-sm text-muted">{m["catalog.hs.chosen"]()}</p>
      <p className="font-semibold">
        {label} <span className="font-normal tabular-nums">({code})</span>
      </p>
      <details className="mt-1 text-sm">
        <summary className="min-h-9 cursor-pointer py-1.5 text-muted">{m["catalog.hs.official"]()}</summary>
        <p lang="en">{description}</p>
      </details>
    </div>
  );
}
