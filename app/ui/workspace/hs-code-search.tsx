import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { HsCodeView } from "~/modules/search";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { fieldStyle } from "~/ui/primitives/button";

/** A pause in typing, in milliseconds, after which codes are asked for. */
const PAUSE_MS = 150;

/** Asks for the codes that words may mean; undefined when there is no answer. */
export function useHsCodes(
  categoryId: string,
): (words: string, signal?: AbortSignal) => Promise<HsCodeView[] | undefined> {
  const paths = useAllPaths();
  return async (words, signal) => {
    try {
      const answer = await fetch(paths.hsCodes({ q: words, category: categoryId }), signal ? { signal } : {});
      if (!answer.ok) return undefined;
      const { codes }: { codes: HsCodeView[] } = await answer.json();
      return codes;
    } catch {
      // Offline or overtaken by the next key: the list of usual codes and the six digits remain.
      return undefined;
    }
  };
}

type Props = { categoryId: string; onChoose: (code: HsCodeView) => void };

/** Search for a customs code in plain words: a combobox (WAI-ARIA 1.2 pattern) that works by keyboard alone. */
export function HsCodeSearch({ categoryId, onChoose }: Props) {
  const id = useId();
  const ask = useHsCodes(categoryId);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const running = useRef<AbortController>();
  const [text, setText] = useState("");
  const [codes, setCodes] = useState<HsCodeView[] | undefined>();
  const [active, setActive] = useState(-1);
  const isOpen = (codes?.length ?? 0) > 0;

  function close() {
    clearTimeout(timer.current);
    running.current?.abort();
    setCodes(undefined);
    setActive(-1);
  }

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      running.current?.abort();
    },
    [],
  );

  function type(typed: string) {
    setText(typed);
    clearTimeout(timer.current);
    if (typed.trim().length < 2) return close();
    timer.current = setTimeout(() => void find(typed), PAUSE_MS);
  }

  async function find(typed: string) {
    running.current?.abort();
    const abort = (running.current = new AbortController());
    const found = await ask(typed, abort.signal);
    if (abort.signal.aborted) return;
    setCodes(found);
    setActive(-1);
  }

  function choose(code: HsCodeView) {
    close();
    setText("");
    onChoose(code);
  }

  function onKeyDown(event: KeyboardEvent) {
    // Enter in the search must never send the form around it.
    if (event.key === "Enter") event.preventDefault();
    if (!codes || !isOpen) return;
    if (event.key === "Escape") close();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const last = codes.length - 1;
      // -1 is the field itself: going past either end comes back to what was typed.
      setActive((at) => (event.key === "ArrowDown" ? (at < last ? at + 1 : -1) : at < 0 ? last : at - 1));
    }
    const chosen = codes[active] ?? (codes.length === 1 ? codes[0] : undefined);
    if (event.key === "Enter" && chosen) choose(chosen);
  }

  return (
    <div
      className="relative flex flex-col gap-1.5"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <label htmlFor={`${id}-words`} className="font-medium">
        {m["catalog.hs.search"]()}
      </label>
      <input
        id={`${id}-words`}
        type="search"
        value={text}
        maxLength={200}
        placeholder={m["catalog.hs.example"]()}
        autoComplete="off"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        className={fieldStyle}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={m["catalog.hs.suggestions"]()}
        hidden={!isOpen}
        className="absolute inset-x-0 top-full z-40 mt-1 overflow-hidden rounded border border-line bg-surface shadow-float"
      >
        {(codes ?? []).map((code, index) => (
          <li
            key={code.code}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(code);
            }}
            className="flex min-h-11 items-center gap-3 px-4 py-2 hover:bg-sunken aria-selected:bg-sunken"
          >
            <span className="min-w-0 flex-1">{code.label}</span>
            <span className="shrink-0 text-sm tabular-nums text-muted">{code.code}</span>
          </li>
        ))}
      </ul>
      <p role="status" className={codes?.length === 0 ? "text-sm text-muted" : "sr-only"}>
        {codes === undefined
          ? ""
          : codes.length === 0
            ? m["catalog.hs.none"]()
            : m["catalog.hs.found"]({ count: codes.length })}
      </p>
    </div>
  );
}
