import { Form, useNavigate, useSearchParams } from "@remix-run/react";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { m } from "~/paraglide/messages.js";
import { usePaths, useSite } from "~/ui/layouts/site";
import { Icon } from "~/ui/primitives/icon";

type Suggested = {
  kind: "listing" | "seller" | "category" | "craft" | "region";
  label: string;
  hint?: string;
  href: string;
};

const KIND_LABELS: Readonly<Record<Suggested["kind"], () => string>> = {
  listing: m["search.suggest.listing"],
  seller: m["search.suggest.seller"],
  category: m["search.suggest.category"],
  craft: m["search.suggest.craft"],
  region: m["search.suggest.region"],
};

/** A pause in typing, in milliseconds, after which suggestions are asked for. */
const PAUSE_MS = 120;

/** Search with suggestions: a plain form without JavaScript, a combobox (WAI-ARIA 1.2 pattern) with it. */
export function SearchBox({ isLarge = false }: { isLarge?: boolean }) {
  const site = useSite();
  const paths = usePaths();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const listId = useId();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const running = useRef<AbortController>();
  const [suggestions, setSuggestions] = useState<Suggested[]>([]);
  const [active, setActive] = useState(-1);
  const text = params.get("q") ?? "";

  function close() {
    clearTimeout(timer.current);
    running.current?.abort();
    setSuggestions([]);
    setActive(-1);
  }

  function ask(typed: string) {
    clearTimeout(timer.current);
    if (typed.trim().length < 2) return close();
    timer.current = setTimeout(() => void suggest(typed), PAUSE_MS);
  }

  async function suggest(typed: string) {
    running.current?.abort();
    const abort = (running.current = new AbortController());
    const query = new URLSearchParams({ q: typed, lang: site.lang });
    if (site.to) query.set("to", site.to);
    if (site.cur) query.set("cur", site.cur);
    try {
      const answer = await fetch(`/api/v1/suggestions?${query.toString()}`, { signal: abort.signal });
      if (!answer.ok) return;
      const { suggestions: found }: { suggestions: Suggested[] } = await answer.json();
      setSuggestions(found);
      setActive(-1);
    } catch {
      // Suggestions are a convenience: offline or overtaken by the next key, the form still searches.
      setSuggestions([]);
    }
  }

  function onKeyDown(event: KeyboardEvent) {
    if (suggestions.length === 0) return;
    if (event.key === "Escape") {
      // The browser's own Escape would empty the field; the first one only closes the list.
      event.preventDefault();
      return close();
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const last = suggestions.length - 1;
      // -1 is the field itself: going past either end comes back to what was typed.
      setActive((at) => (event.key === "ArrowDown" ? (at < last ? at + 1 : -1) : at < 0 ? last : at - 1));
    }
    const chosen = suggestions[active];
    if (event.key === "Enter" && chosen) {
      event.preventDefault();
      close();
      navigate(chosen.href);
    }
  }

  return (
    <Form
      method="get"
      action={paths.search()}
      // The header's is the landmark; the large one on the home page does the same.
      role={isLarge ? undefined : "search"}
      aria-label={isLarge ? undefined : m["search.label"]()}
      className="relative"
      onSubmit={close}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      {site.to ? <input type="hidden" name="to" value={site.to} /> : null}
      {site.cur ? <input type="hidden" name="cur" value={site.cur} /> : null}
      <div className="flex items-stretch rounded border border-field bg-surface focus-within:border-ink">
        <input
          key={text}
          type="search"
          name="q"
          defaultValue={text}
          maxLength={200}
          placeholder={m["search.placeholder"]()}
          aria-label={m["search.label"]()}
          autoComplete="off"
          role="combobox"
          aria-expanded={suggestions.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
          onInput={(event) => ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          className={`w-full min-w-0 rounded bg-transparent px-4 text-base placeholder:text-muted ${isLarge ? "min-h-14" : "min-h-11"}`}
        />
        <button
          type="submit"
          className="flex min-w-12 items-center justify-center rounded text-madder"
          aria-label={m["search.submit"]()}
        >
          <Icon name="search" className={isLarge ? "size-6" : "size-5"} />
        </button>
      </div>
      <ul
        id={listId}
        role="listbox"
        aria-label={m["search.suggestions"]()}
        hidden={suggestions.length === 0}
        className="absolute inset-x-0 top-full z-40 mt-1 overflow-hidden rounded border border-line bg-surface shadow-float"
      >
        {suggestions.map((suggestion, index) => (
          <li
            key={suggestion.href}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => {
              event.preventDefault();
              close();
              navigate(suggestion.href);
            }}
            className="flex min-h-11 items-center gap-3 px-4 py-2 text-base hover:bg-sunken aria-selected:bg-sunken"
          >
            {/* Titles often begin alike: on a narrow screen what tells them apart stands in a second line. */}
            <span className="line-clamp-2 min-w-0 flex-1 leading-snug break-words">{suggestion.label}</span>
            <span className="shrink-0 text-xs text-muted">{suggestion.hint ?? KIND_LABELS[suggestion.kind]()}</span>
          </li>
        ))}
      </ul>
    </Form>
  );
}
