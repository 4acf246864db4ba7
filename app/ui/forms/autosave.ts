import { useCallback, useEffect, useRef, useState } from "react";

export type AutosaveState = "idle" | "saving" | "saved" | "waiting" | "offline" | "elsewhere" | "restored";

type Options = {
  formId: string;
  /** Where the form is posted by itself; undefined: what is typed is kept in this tab until it is saved by hand. */
  path: string | undefined;
  /** What the form was made from. */
  base: string;
};

type Stash = { base: string; entries: [string, string][] };

/** How long nothing has to be typed before the form is saved, in milliseconds. */
const QUIET_MS = 1_500;

/**
 * Saves a form while it is written, and keeps in this tab what could not be saved: a lost connection or a closed page loses
 * nothing. Without scripts the form is saved by its button alone.
 */
export function useAutosave({ formId, path, base }: Options): { state: AutosaveState; base: string } {
  const [state, setState] = useState<AutosaveState>("idle");
  const [current, setCurrent] = useState(base);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const latest = useRef(base);

  const save = useCallback(async () => {
    const form = document.getElementById(formId);
    if (!path || !(form instanceof HTMLFormElement)) return;
    const typed = entriesOf(form);
    setState("saving");
    const outcome = await post(path, typed, latest.current);
    if (outcome.state === "saved") {
      latest.current = outcome.base;
      setCurrent(outcome.base);
      if (JSON.stringify(entriesOf(form)) === JSON.stringify(typed)) sessionStorage.removeItem(stashKey(formId));
    }
    setState(outcome.state);
  }, [formId, path]);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return undefined;
    const schedule = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), QUIET_MS);
    };
    const keep = () => {
      const stash: Stash = { base: latest.current, entries: entriesOf(form) };
      sessionStorage.setItem(stashKey(formId), JSON.stringify(stash));
      if (path) schedule();
    };
    const stop = (event: Event) => {
      clearTimeout(timer.current);
      if (navigator.onLine) return;
      event.preventDefault();
      event.stopPropagation();
      setState("offline");
    };
    const retry = () => {
      if (sessionStorage.getItem(stashKey(formId)) !== null) schedule();
    };
    if (restore(form, latest.current)) {
      setState("restored");
      if (path) schedule();
    }
    form.addEventListener("input", keep);
    // Before the framework takes the form away from the browser.
    form.addEventListener("submit", stop, { capture: true });
    globalThis.addEventListener("online", retry);
    return () => {
      clearTimeout(timer.current);
      form.removeEventListener("input", keep);
      form.removeEventListener("submit", stop, { capture: true });
      globalThis.removeEventListener("online", retry);
    };
  }, [formId, path, save]);

  return { state, base: current };
}

const stashKey = (formId: string) => `typed ${formId}`;

function entriesOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && name !== "formKey" && name !== "base" ? [[name, value] as [string, string]] : [],
  );
}

type Outcome = { state: "saved"; base: string } | { state: "waiting" | "offline" | "elsewhere" };

async function post(path: string, typed: [string, string][], base: string): Promise<Outcome> {
  const body = new URLSearchParams([...typed, ["base", base], ["formKey", crypto.randomUUID()]]);
  try {
    const answer = await fetch(path, { method: "POST", body });
    const said = answer.headers.get("content-type")?.includes("json") ? ((await answer.json()) as unknown) : undefined;
    if (answer.ok && isSaved(said)) return { state: "saved", base: said.base };
    return { state: answer.status === 409 ? "elsewhere" : "waiting" };
  } catch {
    // The connection is gone; what was typed is kept and is posted when it is back.
    return { state: "offline" };
  }
}

function isSaved(said: unknown): said is { base: string } {
  return typeof said === "object" && said !== null && "base" in said && typeof said.base === "string";
}

/** Fills in what was typed before the page was lost, when nobody has written the same part since. */
function restore(form: HTMLFormElement, base: string): boolean {
  const kept = sessionStorage.getItem(stashKey(form.id));
  if (kept === null) return false;
  // Written by this file alone.
  const stash = JSON.parse(kept) as Stash;
  const isSame = JSON.stringify(stash.entries) === JSON.stringify(entriesOf(form));
  if (stash.base !== base || isSame) {
    sessionStorage.removeItem(stashKey(form.id));
    return false;
  }
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      control.checked = stash.entries.some(([name, value]) => name === control.name && value === control.value);
    } else if (isTextual(control) && control.type !== "hidden") {
      control.value = stash.entries.find(([name]) => name === control.name)?.[1] ?? control.value;
    }
  }
  return true;
}

function isTextual(control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  );
}
