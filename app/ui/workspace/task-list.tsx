import { Link } from "@remix-run/react";
import type { SellerTask } from "~/modules/reporting";
import { m } from "~/paraglide/messages.js";
import { Icon } from "~/ui/primitives/icon";

/** What needs attention today; says so when nothing does. */
export function TaskList({ tasks }: { tasks: readonly SellerTask[] }) {
  return (
    <section aria-labelledby="tasks-title">
      <h2 id="tasks-title" className="text-lg">
        {m["reporting.tasks.title"]()}
      </h2>
      {tasks.length === 0 ? (
        <p className="mt-2 text-muted">{m["reporting.tasks.none"]()}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line rounded border border-line bg-surface">
          {tasks.map(({ text, path, why }) => (
            <li key={`${path} ${text}`}>
              <Link to={path} className="flex items-center gap-4 px-4 py-3 hover:bg-sunken">
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{text}</span>
                  <span className="block text-sm text-muted">{why}</span>
                </span>
                <Icon name="chevronRight" className="size-5 shrink-0 text-muted" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
