import { SUSPENSION_REASON_TEXTS, type SuspensionReason } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";

type Suspension = {
  suspensionId: string;
  reason: SuspensionReason;
  words: string;
  suspendedBy: string;
  since: string;
  reinstated: { by: string; at: string; words: string } | undefined;
};

/** Every time that a shop was taken from the public, and how it came back. */
export function SuspensionHistory({ suspensions }: { suspensions: readonly Suspension[] }) {
  if (suspensions.length === 0) return null;
  return (
    <section aria-labelledby="suspensions-title" className="mt-10">
      <h2 id="suspensions-title" className="text-lg">
        {m["reviews.suspend.history"]()}
      </h2>
      <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
        {suspensions.map(({ suspensionId, reason, words, suspendedBy, since, reinstated }) => (
          <li key={suspensionId} className="px-5 py-4">
            <p className="font-semibold">{SUSPENSION_REASON_TEXTS[reason]()}</p>
            <p className="whitespace-pre-line break-words">{words}</p>
            <p className="text-sm text-muted">{m["reviews.suspend.suspendedBy"]({ name: suspendedBy, when: since })}</p>
            {reinstated ? (
              <div className="mt-3 border-l-4 border-line pl-4">
                <p className="whitespace-pre-line break-words">{reinstated.words}</p>
                <p className="text-sm text-muted">
                  {m["reviews.suspend.reinstatedBy"]({ name: reinstated.by, when: reinstated.at })}
                </p>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
