import type { SubmissionResult } from "@conform-to/react";
import { Link } from "@remix-run/react";
import type { AskPage, AttachedView, InquiryKind } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { useAutosave } from "~/ui/forms/autosave";
import { HiddenField, TextAreaField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { AutosaveNote } from "~/ui/workspace/autosave-note";
import { AskDetails, type AskField } from "./ask-details";
import { AskedLines } from "./asked-lines";
import { AskerFields } from "./asker-fields";
import { Attachments } from "./attachments";
import { useRememberedSource } from "./source";
import { Trap } from "./trap";

type Choice = { value: string; label: string };

export type AskLoaded = {
  page: AskPage;
  kind: InquiryKind;
  formKey: string;
  /** When the form was shown, sealed. */
  shown: string;
  choices: { incoterms: Choice[]; currencies: Choice[] };
  destination: string;
  neededBy?: string | undefined;
  source: AskSource;
  sourceDetail: string;
  /** Of who is signed in. */
  name?: string | undefined;
  company?: string | undefined;
  /** The page itself, to come back to. */
  here: string;
};

type AskSource = Parameters<typeof useRememberedSource>[0]["source"];
type Last = (SubmissionResult & { page?: AskPage | undefined; attached: AttachedView[] }) | undefined;

const FORM_ID = "ask";
const NOTHING: readonly AttachedView[] = [];

/** One page for a question and for a sample: what it is about, the question, terms, and who asks. */
export function AskForm({ loaded, last }: { loaded: AskLoaded; last: Last }) {
  const { kind, formKey, choices, name } = loaded;
  const { seller, lines, more } = last?.page ?? loaded.page;
  const paths = usePaths();
  const isKnown = name !== undefined;
  const isSample = kind === "sample";
  const { form, fields } = usePageForm<AskField>(FORM_ID, last, {
    destination: loaded.destination,
    neededBy: loaded.neededBy,
    targetCurrency: choices.currencies[0]?.value,
    company: loaded.company,
    message: isSample ? m["inquiries.ask.sampleMessage"]() : undefined,
  });
  const { state } = useAutosave({ formId: FORM_ID, path: undefined, base: `${kind} ${seller.sellerId}` });
  const { source, detail } = useRememberedSource({ source: loaded.source, detail: loaded.sourceDetail });
  return (
    <div className="mx-auto max-w-3xl py-6">
      <h1 className="text-2xl">{isSample ? m["inquiries.ask.titleSample"]() : m["inquiries.ask.title"]()}</h1>
      <p className="mt-1">
        <Link to={paths.seller(seller.slug)} className={linkStyle}>
          {seller.name}
        </Link>
        <span className="text-muted"> · {[seller.place, seller.replyTime].filter(Boolean).join(" · ")}</span>
      </p>
      <p className="mt-3 text-muted">{m["inquiries.ask.lead"]()}</p>
      <div className="mt-6">
        <FormShell form={form} formKey={formKey} encType="multipart/form-data">
          {/* The first button of a form answers to Enter: it has to be the one that sends. */}
          <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
          <HiddenField name="kind" value={kind} />
          <HiddenField name="seller" value={seller.sellerId} />
          <HiddenField name="shown" value={loaded.shown} />
          <HiddenField name="source" value={source} />
          <HiddenField name="sourceDetail" value={detail} />
          <AskedLines lines={lines} more={more} isSample={isSample} />
          <TextAreaField
            meta={fields.message}
            label={m["inquiries.ask.message"]()}
            hint={m["inquiries.ask.messageHint"]()}
            rows={isSample ? 4 : 7}
          />
          <AskerFields fields={fields} name={name} here={loaded.here} />
          <AskDetails fields={fields} choices={choices} isSample={isSample} hasSeveral={lines.length > 1} />
          <Attachments meta={fields.files} attached={last?.attached ?? NOTHING} />
          <Trap />
          <AutosaveNote state={state} />
          {state === "restored" ? <p className="text-sm text-muted">{m["inquiries.ask.filesAgain"]()}</p> : null}
          <div>
            <SubmitButton>{isKnown ? m["inquiries.ask.submit"]() : m["inquiries.ask.submitGuest"]()}</SubmitButton>
          </div>
        </FormShell>
      </div>
    </div>
  );
}
