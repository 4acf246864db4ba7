import type { AutosaveState } from "~/ui/forms/autosave";
import { m } from "~/paraglide/messages.js";

const WORDS: Readonly<Record<AutosaveState, (() => string) | undefined>> = {
  idle: undefined,
  saving: m["catalog.autosave.saving"],
  saved: m["catalog.autosave.saved"],
  waiting: m["catalog.autosave.waiting"],
  offline: m["catalog.autosave.offline"],
  "offline-by-hand": m["catalog.autosave.offlineByHand"],
  elsewhere: m["catalog.autosave.elsewhere"],
  restored: m["catalog.autosave.restored"],
};

/** Says whether what was typed is safe; its place is kept, so that nothing jumps. */
export function AutosaveNote({ state }: { state: AutosaveState }) {
  const isUrgent = state === "offline" || state === "offline-by-hand" || state === "elsewhere";
  return (
    <p role="status" className={`min-h-6 text-sm ${isUrgent ? "font-semibold text-pomegranate" : "text-muted"}`}>
      {WORDS[state]?.()}
    </p>
  );
}
