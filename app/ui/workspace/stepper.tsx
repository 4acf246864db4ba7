import { Link } from "@remix-run/react";
import { canWait, type ShopStep, type StepsView } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { Icon } from "~/ui/primitives/icon";
import { STEP_NAMES } from "./shop-labels";

type Props = {
  steps: Pick<StepsView, "own" | "done">;
  current?: ShopStep;
  /** Steps in which the Federation wants something mended. */
  asked?: readonly ShopStep[];
};

const NONE: readonly ShopStep[] = [];

/** The steps of a shop with what is done; each can be opened at any time. */
export function Stepper({ steps: { own, done }, current, asked = NONE }: Props) {
  const paths = usePaths();
  return (
    <ol className="grid gap-2 sm:grid-cols-3">
      {own.map((step, index) => {
        const isAsked = asked.includes(step);
        const isDone = done.includes(step) && !isAsked;
        return (
          <li key={step}>
            <Link
              to={paths.shopStep(step)}
              aria-current={step === current ? "step" : undefined}
              className="flex h-full min-h-12 items-center gap-3 rounded border border-line bg-surface px-4 py-2 hover:border-ink aria-[current]:border-ink aria-[current]:font-semibold"
            >
              <span
                className={`flex size-7 shrink-0 items-center justify-center rounded-full text-sm font-semibold ${isDone ? "bg-verified-wash text-verified" : "bg-sunken"}`}
              >
                {isDone ? <Icon name="check" className="size-4" /> : index + 1}
              </span>
              <span>
                {STEP_NAMES[step]()}
                <StepState step={step} isDone={isDone} isAsked={isAsked} />
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

function StepState({ step, isDone, isAsked }: { step: ShopStep; isDone: boolean; isAsked: boolean }) {
  if (isAsked) {
    return <span className="block text-sm font-normal text-pomegranate">{m["sellers.step.asked"]()}</span>;
  }
  if (isDone) return <span className="sr-only">{m["sellers.step.done"]()}</span>;
  if (canWait(step)) {
    return <span className="block text-sm font-normal text-muted">{m["sellers.step.canWait"]()}</span>;
  }
  return <span className="sr-only">{m["sellers.step.open"]()}</span>;
}
