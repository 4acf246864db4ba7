import type { LevelView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/ui/primitives/icon";

const LOOKS: Readonly<Record<LevelView["standing"], string>> = {
  reached: "border-verified bg-surface",
  now: "border-2 border-verified bg-surface",
  next: "border-line bg-surface",
  later: "border-line bg-sunken text-muted",
};

/** The four levels from the lowest up, with the one that is reached marked by more than its colour. */
export function LevelLadder({ ladder }: { ladder: readonly LevelView[] }) {
  return (
    <ol className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4" aria-label={m["readiness.own.ladder"]()}>
      {ladder.map(({ id, label, meaning, minimumScore, standing }) => (
        <li
          key={id}
          aria-current={standing === "now" ? "step" : undefined}
          className={`rounded border p-4 ${LOOKS[standing]}`}
        >
          <span className="flex items-center gap-2 font-semibold">
            {standing === "reached" || standing === "now" ? (
              <Icon name="check" className="size-5 shrink-0 text-verified" />
            ) : null}
            {label}
          </span>
          {standing === "now" ? (
            <span className="mt-1 block text-sm font-medium text-verified">{m["readiness.own.now"]()}</span>
          ) : null}
          <span className="mt-1 block text-sm">{meaning}</span>
          {minimumScore > 0 ? (
            <span className="mt-1 block text-xs text-muted">{m["readiness.own.from"]({ score: minimumScore })}</span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
