import type { SubmissionResult } from "@conform-to/react";
import { EXPORT_REASONS, PACKAGE_KINDS } from "~/modules/documents";
import type { OrderDocumentKind } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { RadioField } from "~/ui/forms/choices";
import { CheckboxField, SelectField, TextField } from "~/ui/forms/fields";
import { FormShell, SubmitButton } from "~/ui/forms/form-shell";
import { usePageForm } from "~/ui/forms/page-form";
import { Notice } from "~/ui/primitives/notice";
import { PACKAGE_NAMES, REASON_NAMES } from "./document-names";

type Names =
  | "second"
  | "incoterm"
  | "incotermPlace"
  | "reason"
  | "packageCount"
  | "packageKind"
  | "grossGrams"
  | "isOtherWeight"
  | "lengthCm"
  | "widthCm"
  | "heightCm"
  | "postage"
  | "sdr";

export type PaperShown = {
  kind: OrderDocumentKind;
  /** The term that is still to be chosen, with what the order's carriage suggests. */
  term: { code: string | undefined; place: string | undefined; contradicted: string | undefined } | undefined;
  /** What this one would replace. */
  issued: { documentId: string; reference: string; on: string } | undefined;
  grossGrams: string | undefined;
  /** From where the weight is, and how it is spread over several parcels. */
  grossHint: string | undefined;
  packageCount: string;
  currency: string;
  /** The known rate of the SDR in words; only where there is none the form asks for it. */
  sdr: string | undefined;
  formKey: string;
};

const INCOTERMS = ["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FOB", "CFR", "CIF"] as const;

/** What only whoever packs and sends knows; each kind asks for its own. */
export function DocumentForm({ last, paper }: { last: SubmissionResult | undefined; paper: PaperShown }) {
  const { kind, term, issued, grossGrams, grossHint, packageCount, currency, sdr, formKey } = paper;
  const { form, fields } = usePageForm<Names>("order-document", last, {
    second: "en",
    reason: "sale",
    packageKind: "carton",
    incoterm: term?.code,
    incotermPlace: term?.place,
    grossGrams,
    packageCount,
  });
  const isPostal = kind === "cn22" || kind === "cn23";
  const isPacked = kind !== "proforma_invoice";
  return (
    <FormShell form={form} formKey={formKey}>
      {issued ? (
        <>
          <input type="hidden" name="replaces" value={issued.documentId} />
          <Notice tone="warning">{m["orders.document.replacesIssued"](issued)}</Notice>
        </>
      ) : null}
      <RadioField
        meta={fields.second}
        legend={m["orders.document.second"]()}
        options={[
          { value: "en", label: m["documents.open.en"]() },
          { value: "ru", label: m["documents.open.ru"]() },
        ]}
      />
      {term ? (
        <>
          {term.contradicted ? (
            <Notice tone="warning">{m["orders.document.termContradicted"]({ term: term.contradicted })}</Notice>
          ) : null}
          <SelectField
            meta={fields.incoterm}
            label={m["orders.document.incoterm"]()}
            options={INCOTERMS.map((value) => ({ value, label: value }))}
            hint={term.code === undefined ? undefined : m["orders.document.termHint"]()}
            none="—"
          />
          <TextField meta={fields.incotermPlace} label={m["orders.document.incotermPlace"]()} />
        </>
      ) : null}
      {isPacked && kind !== "packing_list" ? (
        <SelectField
          meta={fields.reason}
          label={m["documents.label.reason"]()}
          options={EXPORT_REASONS.map((value) => ({ value, label: REASON_NAMES[value]() }))}
        />
      ) : null}
      {isPacked && !isPostal ? (
        <SelectField
          meta={fields.packageKind}
          label={m["orders.document.packageKind"]()}
          options={PACKAGE_KINDS.map((value) => ({ value, label: PACKAGE_NAMES[value]() }))}
        />
      ) : null}
      {kind === "commercial_invoice" ? (
        <TextField meta={fields.packageCount} label={m["orders.document.packageCount"]()} inputMode="numeric" />
      ) : null}
      {isPacked ? (
        <TextField
          meta={fields.grossGrams}
          label={m["orders.document.grossGrams"]()}
          hint={grossHint}
          inputMode="numeric"
        />
      ) : null}
      {fields.isOtherWeight.errors || fields.isOtherWeight.initialValue ? (
        <CheckboxField meta={fields.isOtherWeight} label={m["orders.document.weightYes"]()} />
      ) : null}
      {kind === "packing_list" ? (
        <div className="grid grid-cols-3 gap-3">
          <TextField meta={fields.lengthCm} label={m["orders.document.length"]()} inputMode="numeric" />
          <TextField meta={fields.widthCm} label={m["orders.document.width"]()} inputMode="numeric" />
          <TextField meta={fields.heightCm} label={m["orders.document.height"]()} inputMode="numeric" />
        </div>
      ) : null}
      {kind === "cn23" ? (
        <TextField meta={fields.postage} label={m["orders.document.postage"]({ currency })} inputMode="decimal" />
      ) : null}
      {kind === "cn22" && sdr !== undefined ? <p className="text-sm text-muted">{sdr}</p> : null}
      {kind === "cn22" && sdr === undefined ? (
        <TextField
          meta={fields.sdr}
          label={m["orders.document.sdr"]()}
          hint={m["orders.document.sdrHint"]()}
          inputMode="decimal"
        />
      ) : null}
      <div>
        <SubmitButton>{m["orders.document.issue"]()}</SubmitButton>
      </div>
    </FormShell>
  );
}
