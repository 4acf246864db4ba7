import { useEffect, useRef } from "react";
import { m } from "~/paraglide/messages.js";

/** What a key does: it presses the control that bears `data-key` with its letter, or leads to it when it is a field. */
export type KeyHint = { key: string; text: () => string };

export const LIST_KEYS: readonly KeyHint[] = [
  { key: "j / k", text: m["reviews.keys.move"] },
  { key: "Enter", text: m["reviews.keys.open"] },
  { key: "c", text: m["reviews.keys.claim"] },
  { key: "x", text: m["reviews.keys.choose"] },
  { key: "n", text: m["reviews.keys.next"] },
  { key: "?", text: m["reviews.keys.sheet"] },
];

export const ITEM_KEYS: readonly KeyHint[] = [
  { key: "c", text: m["reviews.keys.claim"] },
  { key: "a", text: m["reviews.keys.approve"] },
  { key: "r", text: m["reviews.keys.reasons"] },
  { key: "n", text: m["reviews.keys.next"] },
  { key: "?", text: m["reviews.keys.sheet"] },
];

const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea";
const FIELDS = "input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]";

/** The sheet of a page's keys. Without scripts it is a plain list, and everything has its own link or button. */
export function Keyboard({ keys }: { keys: readonly KeyHint[] }) {
  const sheet = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target instanceof Element ? event.target : document.body;
      if (at.closest(FIELDS)) return;
      const isTaken = event.key === "?" ? toggle(sheet.current) : moved(at, event.key) || pressed(at, event.key);
      if (isTaken) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <details ref={sheet} className="mt-8 text-sm text-muted">
      <summary className="min-h-11 cursor-pointer py-2.5">{m["reviews.keys.title"]()}</summary>
      <dl className="mt-1 grid max-w-sm grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {keys.map(({ key, text }) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-sm border border-line bg-surface px-1.5 py-0.5 text-ink">{key}</kbd>
            </dt>
            <dd>{text()}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function toggle(sheet: HTMLDetailsElement | null): boolean {
  if (!sheet) return false;
  sheet.open = !sheet.open;
  sheet.querySelector("summary")?.focus();
  return true;
}

const STEPS: Readonly<Record<string, 1 | -1>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Leads to the row after or before the one with the focus. */
function moved(at: Element, key: string): boolean {
  const step = STEPS[key];
  const rows = [...document.querySelectorAll("[data-row]")];
  if (step === undefined || rows.length === 0) return false;
  const now = rows.findIndex((row) => row.contains(at));
  const next = now === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(Math.max(now + step, 0), rows.length - 1);
  rows[next]?.querySelector<HTMLElement>("a[href]")?.focus();
  return true;
}

/** A row's own control while the focus is in a row, the page's otherwise. */
function pressed(at: Element, key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false;
  const row = at.closest("[data-row]");
  const marked =
    row?.querySelector(`[data-key="${key}"]`) ??
    [...document.querySelectorAll(`[data-key="${key}"]`)].find((element) => !element.closest("[data-row]"));
  const control = marked?.matches(CONTROLS) ? marked : marked?.querySelector(CONTROLS);
  if (!(control instanceof HTMLElement)) return false;
  if (control.matches(FIELDS)) control.focus();
  else control.click();
  return true;
}
