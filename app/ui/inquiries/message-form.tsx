import type { SubmissionResult } from "@conform-to/react";
import { useEffect, useRef, type ReactNode } from "react";
import type { AttachedView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { forgetTyped, useAutosave } from "~/ui/forms/autosave";
import { TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { AutosaveNote } from "~/ui/workspace/autosave-note";
import { Attachments } from "./attachments";

type Props = {
  inquiryId: string;
  formKey: string;
  /** Messages of the thread: when it grows by one of ours, what was typed has been sent. */
  messageCount: number;
  label: string;
  hint?: string | undefined;
  last: (SubmissionResult & { attached: AttachedView[] }) | undefined;
  /** Facts to press, between the words and the files. */
  children?: ReactNode;
};

const NOTHING: readonly AttachedView[] = [];

/** What one writes in a thread: words, facts and files, or any of them. */
export function MessageForm({ inquiryId, formKey, messageCount, label, hint, last, children }: Props) {
  const formId = `message-${inquiryId}`;
  const { form, fields } = usePageForm<"body" | "files">(formId, last);
  const { state } = useAutosave({ formId, path: undefined, base: inquiryId });
  useClearWhenSent(formId, messageCount, last);
  return (
    <FormShell form={form} formKey={formKey} encType="multipart/form-data">
      <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      <TextAreaField meta={fields.body} label={label} hint={hint} rows={5} />
      {children}
      <Attachments meta={fields.files} attached={last?.attached ?? NOTHING} />
      <AutosaveNote state={state} />
      <div>
        <SubmitButton>{m["inquiries.thread.send"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}

/** The page that comes back after a message shows the form anew: it is emptied, and nothing of it is kept in this tab. */
function useClearWhenSent(formId: string, messageCount: number, last: Props["last"]): void {
  const before = useRef(messageCount);
  const isSending = useRef(false);
  useEffect(() => {
    const form = document.getElementById(formId);
    const note = () => {
      isSending.current = true;
    };
    form?.addEventListener("submit", note);
    return () => form?.removeEventListener("submit", note);
  }, [formId]);
  useEffect(() => {
    const hasGrown = messageCount > before.current;
    before.current = messageCount;
    if (!hasGrown || !isSending.current || last !== undefined) return;
    isSending.current = false;
    forgetTyped(formId);
    const form = document.getElementById(formId);
    if (form instanceof HTMLFormElement) form.reset();
  }, [formId, messageCount, last]);
}
