import { useEffect, useRef, useState } from "react";
import { m } from "~/paraglide/messages.js";

/** What a key does: it presses the control that bears `data-key` with its letter, or leads to it when it is a field. */
export type KeyHint = { key: string; text: () => string };

const ROW_KEYS: readonly KeyHint[] = [
  { key: "j / k", text: m["reviews.keys.move"] },
  { key: "Enter", text: m["reviews.keys.open"] },
];
const SHEET_KEY: KeyHint = { key: "?", text: m["reviews.keys.sheet"] };
const CLAIM_KEY: KeyHint = { key: "c", text: m["reviews.keys.claim"] };
const NEXT_KEY: KeyHint = { key: "n", text: m["reviews.keys.next"] };

/** Keys of a list in which there is nothing to do but to open a row. */
export const LIST_KEYS: readonly KeyHint[] = [...ROW_KEYS, SHEET_KEY];

/** Keys of a queue: of its rows, if it has some, and of those that go together. */
export function deskKeys({ hasRows, canChoose }: { hasRows: boolean; canChoose: boolean }): KeyHint[] {
  return [
    ...(hasRows ? [...ROW_KEYS, CLAIM_KEY] : []),
    ...(canChoose
      ? [
          { key: "x", text: m["reviews.keys.choose"] },
          { key: "a", text: m["reviews.keys.approveChosen"] },
        ]
      : []),
    NEXT_KEY,
    SHEET_KEY,
  ];
}

type Standing = { isMine: boolean; mayClaim: boolean; isReport?: boolean };

/** Keys of an item: who holds it decides, others may take it while nobody does. */
export function itemKeys({ isMine, mayClaim, isReport = false }: Standing): KeyHint[] {
  const decide = [
    ...(isReport ? [] : [{ key: "a", text: m["reviews.keys.approve"] }]),
    { key: "r", text: m["reviews.keys.reasons"] },
  ];
  return [...(isMine ? decide : mayClaim ? [CLAIM_KEY] : []), NEXT_KEY, SHEET_KEY];
}

/** Keys of a paper: verify, reject, ask. */
export function paperKeys({ isMine, mayClaim }: Pick<Standing, "isMine" | "mayClaim">): KeyHint[] {
  const decide = [
    { key: "a", text: m["evidence.review.verify"] },
    { key: "r", text: m["evidence.review.reject"] },
    { key: "q", text: m["evidence.review.ask"] },
  ];
  return [...(isMine ? decide : mayClaim ? [CLAIM_KEY] : []), NEXT_KEY, SHEET_KEY];
}

const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea";
const FIELDS = "input:not([type=checkbox]):not([type=radio]), select, textarea, [contenteditable]";

/** The sheet of a page's keys. Without scripts it is a plain list, and everything has its own link or button. */
export function Keyboard({ keys }: { keys: readonly KeyHint[] }) {
  const sheet = useRef<HTMLDetailsElement>(null);
  const [why, setWhy] = useState<string>();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const at = event.target instanceof Element ? event.target : document.body;
      if (at.closest(FIELDS)) return;
      const isTaken = event.key === "?" ? toggle(sheet.current) : moved(at, event.key) || pressed(at, event.key);
      if (isTaken) event.preventDefault();
      setWhy(isTaken ? undefined : whyNot(at, event.key));
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <p role="status" className={why ? FLOATING : "sr-only"}>
        {why}
      </p>
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
    </>
  );
}

/** Over the page, since the row with the focus may be anywhere on it. */
const FLOATING =
  "fixed inset-x-4 bottom-4 z-10 mx-auto max-w-xl rounded border border-ink bg-surface px-4 py-3 shadow-lg";

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

/** What a row says of a key that does nothing on it, as `data-why-x`. */
function whyNot(at: Element, key: string): string | undefined {
  if (!/^[a-z]$/.test(key)) return undefined;
  return at.closest("[data-row]")?.getAttribute(`data-why-${key}`) ?? undefined;
}
