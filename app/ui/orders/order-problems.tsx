import type { ProblemView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { Badge } from "~/ui/primitives/badge";

/** What the buyer said was wrong, what the seller answered and how it ended; the latest first. */
export function OrderProblems({ problems }: { problems: readonly ProblemView[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {problems.map((one) => (
        <li key={one.problemId} className="rounded border border-line bg-surface p-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-semibold">{one.title}</span>
            <Badge tone={one.isOpen ? "warning" : "plain"}>{stateOf(one)}</Badge>
            <span className="text-sm text-muted">{one.on}</span>
          </p>
          {one.words ? <p className="measure mt-1 whitespace-pre-line break-words">{one.words}</p> : null}
          {one.wanted ? <p className="mt-1">{m["orders.problem.wanted"]({ amount: one.wanted })}</p> : null}
          {one.answer ? (
            <div className="mt-3 border-l-4 border-indigo pl-3">
              <p className="text-sm text-muted">{m["orders.problem.answered"]({ day: one.answer.on })}</p>
              <p className="measure whitespace-pre-line break-words">{one.answer.words}</p>
            </div>
          ) : null}
          {one.end ? (
            <div className="mt-3 border-l-4 border-verified pl-3">
              <p className="text-sm text-muted">
                {one.end.text}, {one.end.on}
              </p>
              {one.end.words ? <p className="measure whitespace-pre-line break-words">{one.end.words}</p> : null}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function stateOf({ isOpen, isForStaff }: ProblemView): string {
  if (!isOpen) return m["orders.problem.isClosed"]();
  return isForStaff ? m["orders.problem.isForStaff"]() : m["orders.problem.isOpen"]();
}
