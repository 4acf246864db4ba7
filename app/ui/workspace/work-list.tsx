import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";

type Work = {
  workId: string;
  title: string;
  role: string;
  client?: string | undefined;
  year: number;
  isCounted: boolean;
  languages: string;
  keys: { up: string; down: string };
};

/** The works of a shop in the order in which buyers see them. */
export function WorkList({ works }: { works: readonly Work[] }) {
  const paths = useAllPaths();
  return (
    <ol className="divide-y divide-line">
      {works.map(({ workId, title, role, client, year, isCounted, languages, keys }, index) => (
        <li key={workId} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-3">
          <div className="min-w-0">
            <Link
              to={paths.portfolioWork(workId)}
              aria-label={m["portfolio.edit"]({ title })}
              className={`inline-flex min-h-11 items-center font-semibold ${linkStyle}`}
            >
              {title}
            </Link>
            <p className="break-words">{[year, role, client].filter(Boolean).join(" · ")}</p>
            <p className="text-sm text-muted">
              {[isCounted ? undefined : m["portfolio.notCounted"](), languages].filter(Boolean).join(" · ")}
            </p>
          </div>
          <div className="flex gap-2">
            <PressForm
              action={paths.moveWork(workId)}
              formKey={keys.up}
              fields={{ by: "up" }}
              look="secondary"
              isOff={index === 0}
            >
              <span aria-hidden="true">↑</span>
              <span className="sr-only">{m["portfolio.up"]({ title })}</span>
            </PressForm>
            <PressForm
              action={paths.moveWork(workId)}
              formKey={keys.down}
              fields={{ by: "down" }}
              look="secondary"
              isOff={index === works.length - 1}
            >
              <span aria-hidden="true">↓</span>
              <span className="sr-only">{m["portfolio.down"]({ title })}</span>
            </PressForm>
          </div>
        </li>
      ))}
    </ol>
  );
}
