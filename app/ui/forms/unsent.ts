import { useLocation } from "@remix-run/react";
import { useEffect, useSyncExternalStore } from "react";
import { entriesOf, fillIn, STASHED, type Entries } from "./autosave";

/**
 * Keeps in this tab what was typed in a form whose sender is no longer signed in, and fills it in when she is back at its
 * address. Nothing is kept of a form that asks for a password or a code, and nothing after it was sent again.
 *
 * @param signedOut the answer that said so, if the last one did; a second such answer is another one
 * @returns whether something was filled in
 */
export function useUnsent(formId: string, signedOut: object | undefined): boolean {
  const { pathname } = useLocation();
  const key = `${STASHED}unsent ${pathname} ${formId}`;
  const isKept = useSyncExternalStore(
    never,
    () => sessionStorage.getItem(key) !== null,
    () => false,
  );
  useEffect(() => {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement) || form.querySelector(SECRETS)) return undefined;
    const keep = () => sessionStorage.setItem(key, JSON.stringify(entriesOf(form)));
    const keepOn = () => {
      if (sessionStorage.getItem(key) !== null) keep();
    };
    const forget = () => sessionStorage.removeItem(key);
    const kept = sessionStorage.getItem(key);
    if (signedOut) keep();
    // Written by this file alone.
    else if (kept !== null) fillIn(form, JSON.parse(kept) as Entries);
    form.addEventListener("input", keepOn);
    form.addEventListener("submit", forget);
    return () => {
      form.removeEventListener("input", keepOn);
      form.removeEventListener("submit", forget);
    };
  }, [formId, key, signedOut]);
  return isKept && signedOut === undefined;
}

const never = () => () => undefined;
const SECRETS = "input[type=password], input[autocomplete=one-time-code]";
