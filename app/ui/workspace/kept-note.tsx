import { useAutosave } from "~/ui/forms/autosave";
import { AutosaveNote } from "./autosave-note";

/**
 * Stands in a form that is saved by its button alone: what was typed and not saved is brought back when somebody comes to
 * the form again, as long as it is made from the same state.
 */
export function KeptNote({ formId, base }: { formId: string; base: string }) {
  const { state } = useAutosave({ formId, path: undefined, base });
  return <AutosaveNote state={state} />;
}
