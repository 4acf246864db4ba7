import { Link } from "@remix-run/react";
import type { ListingPage, ListingTask } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { TASK_NAMES } from "./listing-labels";

type Props = { listing: { listingId: string; tasks: readonly { task: ListingTask; page: ListingPage }[] } };

/** What would make a listing stronger, each with its reason and the way there. */
export function ListingTasks({ listing: { listingId, tasks } }: Props) {
  const paths = useAllPaths();
  return (
    <section aria-labelledby="tasks-title">
      <h2 id="tasks-title" className="text-lg">
        {m["catalog.hub.tasks"]()}
      </h2>
      {tasks.length === 0 ? <p className="mt-2 text-muted">{m["catalog.hub.noTasks"]()}</p> : null}
      <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
        {tasks.map(({ task, page }) => (
          <li key={task} className="px-5 py-3">
            <Link to={paths.listingPart(listingId, page)} className={`${linkStyle} font-medium`}>
              {TASK_NAMES[task].what()}
            </Link>
            <p className="text-sm text-muted">{TASK_NAMES[task].why()}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
