import { Link } from "@remix-run/react";
import type { CriterionView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Icon } from "~/ui/primitives/icon";
import { STANDING_NAMES } from "./criterion-list";
import { pathOfPlace } from "./place-path";

/** The three things that raise the level most, each a way to the field or the upload. */
export function NextSteps({ steps }: { steps: readonly CriterionView[] }) {
  const paths = useAllPaths();
  if (steps.length === 0) return <p className="text-muted">{m["readiness.own.allDone"]()}</p>;
  return (
    <ol className="divide-y divide-line rounded border border-line bg-surface">
      {steps.map(({ id, nextAction, standing, place, points }) => (
        <li key={id}>
          <Link
            to={place ? pathOfPlace(place, paths) : `#${id}`}
            className="flex items-center gap-4 px-4 py-3 hover:bg-sunken"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-semibold">{nextAction}</span>
              <span className="block text-sm text-muted">
                {place?.kind === "listing" ? `${m["readiness.own.inListing"]({ title: place.title })} · ` : null}
                {place?.kind === "unsent" ? `${m["readiness.own.toUnsent"]({ title: place.title })} · ` : null}
                {STANDING_NAMES[standing]()} · {m["readiness.own.points"](points)}
              </span>
            </span>
            <Icon name="chevronRight" className="size-5 shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ol>
  );
}
