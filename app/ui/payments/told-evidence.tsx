import { EVIDENCE_FILES, type DisputeView } from "~/modules/payments";
import { m } from "~/paraglide/messages.js";
import { EVIDENCE_FILE_LABELS, EVIDENCE_TEXT_LABELS } from "./evidence-labels";

/** What the bank was told of a dispute, to be read after it was sent; nothing where nothing was. */
export function ToldEvidence({ dispute: { texts, files } }: { dispute: DisputeView }) {
  const told = [
    ...EVIDENCE_TEXT_LABELS.map(([name, label]) => ({ name: label(), said: texts[name] })),
    ...EVIDENCE_FILES.map((kind) => ({ name: EVIDENCE_FILE_LABELS[kind](), said: files[kind] })),
  ].filter(({ said = "" }) => said !== "");
  if (told.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-xl">{m["disputes.told.title"]()}</h2>
      <dl className="measure mt-3 flex flex-col gap-3">
        {told.map(({ name, said }) => (
          <div key={name}>
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="whitespace-pre-line">{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
