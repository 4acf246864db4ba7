import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

export type AutosaveState =
  | "idle"
  | "saving"
  | "saved"
  | "waiting"
  | "offline"
  /** Without a connection, where nothing is posted by itself. */
  | "offline-by-hand"
  | "elsewhere"
  | "restored";

type Options = {
  formId: string;
  /** Where the form is posted by itself; undefined: what is typed is kept in this tab until it is saved by hand. */
  path: string | undefined;
  /** What the form was made from. */
  base: string;
};

/** A form as it was posted: its answer may have been lost on the way, and the same key asks for it again. */
type Sent = { formKey: string; base: string; entries: Entries };

type Stash = { base: string; entries: Entries; unanswered?: Sent | undefined };

export type Entries = [name: string, value: string][];

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
  const unanswered = useRef<Sent>();
  const running = useRef<Promise<void>>();

  /** @returns whether what is there now is still to be posted */
  const saveOnce = useCallback(async (): Promise<boolean> => {
    const form = document.getElementById(formId);
    if (!path || !(form instanceof HTMLFormElement)) return false;
    const isRepeated = unanswered.current !== undefined;
    const sent = unanswered.current ?? {
      formKey: crypto.randomUUID(),
      base: latest.current,
      entries: entriesOf(form),
    };
    unanswered.current = sent;
    keepStash(form, { base: latest.current, unanswered: sent });
    setState("saving");
    const outcome = await post(path, sent);
    if (outcome.isAnswered) unanswered.current = undefined;
    if (outcome.state === "saved") {
      latest.current = outcome.base;
      // A form that waits to be pressed is posted right after, and says what it was made from.
      flushSync(() => setCurrent(outcome.base));
    }
    const isWhole = JSON.stringify(entriesOf(form)) === JSON.stringify(sent.entries);
    if (outcome.state === "saved" && isWhole) sessionStorage.removeItem(stashKey(formId));
    else keepStash(form, { base: latest.current, unanswered: unanswered.current });
    if (isRepeated && !isWhole && outcome.isAnswered && outcome.state !== "elsewhere") return true;
    setState(outcome.state);
    return false;
  }, [formId, path]);

  /** One after another: each is made from what the one before it has left. */
  const save = useCallback(async (): Promise<void> => {
    const before = running.current;
    const work = async () => {
      await before;
      if (await saveOnce()) await saveOnce();
    };
    const own = work();
    running.current = own;
    await own;
    if (running.current === own) running.current = undefined;
  }, [saveOnce]);

  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return undefined;
    const schedule = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), QUIET_MS);
    };
    const keep = () => {
      keepStash(form, { base: latest.current, unanswered: unanswered.current });
      if (path) schedule();
    };
    const settle = async (submitter: HTMLElement | null) => {
      await (unanswered.current && !running.current ? save() : running.current);
      if (unanswered.current === undefined) form.requestSubmit(submitter);
    };
    const stop = (event: SubmitEvent) => {
      clearTimeout(timer.current);
      const isOffline = !navigator.onLine;
      if (!isOffline && !unanswered.current) return;
      event.preventDefault();
      event.stopPropagation();
      if (isOffline) setState(path ? "offline" : "offline-by-hand");
      // Beside what is on its way, this form would be made from an older text than the one that it meets.
      else void settle(event.submitter);
    };
    const retry = () => {
      if (!path) setState((last) => (last === "offline-by-hand" ? "idle" : last));
      else if (sessionStorage.getItem(stashKey(formId)) !== null) schedule();
    };
    const restored = restore(form, latest.current);
    if (restored) {
      latest.current = restored.base;
      unanswered.current = restored.unanswered;
      setCurrent(restored.base);
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

/** Lets go of what this tab kept of a form: it has been sent. */
export function forgetTyped(formId: string): void {
  sessionStorage.removeItem(stashKey(formId));
}

/** With what the names of everything begin that this tab keeps of forms. */
export const STASHED = "typed ";
const stashKey = (formId: string) => `${STASHED}${formId}`;

/** Lets go of all that this tab kept of forms: whoever used it has signed out. */
export function forgetAllTyped(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(STASHED)) sessionStorage.removeItem(key);
}

function keepStash(form: HTMLFormElement, rest: Pick<Stash, "base" | "unanswered">): void {
  const stash: Stash = { ...rest, entries: entriesOf(form) };
  sessionStorage.setItem(stashKey(form.id), JSON.stringify(stash));
}

/** The texts of a form by their names, without what each page makes anew. */
export function entriesOf(form: HTMLFormElement): Entries {
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" && name !== "formKey" && name !== "base" ? [[name, value] as [string, string]] : [],
  );
}

type Outcome = { isAnswered: boolean } & (
  { state: "saved"; base: string } | { state: "waiting" | "offline" | "elsewhere" }
);

async function post(path: string, { formKey, base, entries }: Sent): Promise<Outcome> {
  const body = new URLSearchParams([...entries, ["base", base], ["formKey", formKey]]);
  try {
    const answer = await fetch(path, { method: "POST", body });
    const said = answer.headers.get("content-type")?.includes("json") ? ((await answer.json()) as unknown) : undefined;
    if (answer.ok && isSaved(said)) return { state: "saved", base: said.base, isAnswered: true };
    return { state: answer.status === 409 ? "elsewhere" : "waiting", isAnswered: answer.status < FAULT };
  } catch {
    // The connection is gone; what was typed is kept and is posted when it is back.
    return { state: "offline", isAnswered: false };
  }
}

/** From here on a status says nothing of what came of the form. */
const FAULT = 500;

function isSaved(said: unknown): said is { base: string } {
  return typeof said === "object" && said !== null && "base" in said && typeof said.base === "string";
}

/**
 * Fills in what was typed before the page was lost, when nobody has written the same part since. What was sent without an
 * answer may itself be what has been written: then its key tells.
 */
function restore(form: HTMLFormElement, base: string): Stash | undefined {
  const kept = sessionStorage.getItem(stashKey(form.id));
  if (kept === null) return undefined;
  // Written by this file alone.
  const stash = JSON.parse(kept) as Stash;
  const isSame = JSON.stringify(stash.entries) === JSON.stringify(entriesOf(form));
  if (isSame || (stash.base !== base && !stash.unanswered)) {
    sessionStorage.removeItem(stashKey(form.id));
    return undefined;
  }
  fillIn(form, stash.entries);
  return stash;
}

/** Puts texts and choices back into the form that they were typed in. */
export function fillIn(form: HTMLFormElement, entries: Entries): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      control.checked = entries.some(([name, value]) => name === control.name && value === control.value);
    } else if (isTextual(control) && control.type !== "hidden") {
      control.value = entries.find(([name]) => name === control.name)?.[1] ?? control.value;
    }
  }
}

function isTextual(control: Element): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  );
}
