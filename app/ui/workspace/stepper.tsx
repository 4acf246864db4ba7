import { Link } from "@remix-run/react";
import { canWait, mendedSteps, stepsToMend, type ShopStep, type StepsView } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Icon } from "~/ui/primitives/icon";
import { STEP_NAMES } from "./shop-labels";

type Props = {
  steps: Pick<StepsView, "own" | "done" | "asked">;
  current?: ShopStep;
};

const LINK =
  "flex h-full min-h-12 items-center gap-3 rounded border border-line bg-surface px-4 py-2 hover:border-ink aria-[current]:border-ink aria-[current]:font-semibold";

function toneOf(isDone: boolean, isAsked: boolean): string {
  if (isAsked) return "bg-pomegranate-wash text-pomegranate";
  return isDone ? "bg-verified-wash text-verified" : "bg-sunken";
}

/**
 * The steps of a shop with what is done; each can be opened at any time. Above a step's own form a phone shows them by their
 * numbers alone, so that the form is in sight.
 */
export function Stepper({ steps: { own, done, asked }, current }: Props) {
  const paths = useAllPaths();
  const toMend = stepsToMend(asked);
  const mended = mendedSteps(asked);
  const isShort = current !== undefined;
  return (
    <ol className={`grid gap-2 sm:grid-cols-3 ${isShort ? "max-sm:grid-flow-col max-sm:gap-1" : ""}`}>
      {own.map((step, index) => {
        const isAsked = toMend.includes(step);
        const isDone = done.includes(step) && !isAsked;
        return (
          <li key={step}>
            <Link
              to={paths.shopStep(step)}
              aria-current={step === current ? "step" : undefined}
              className={`${LINK} ${isShort ? "max-sm:justify-center max-sm:px-0" : ""}`}
            >
              <span
                className={`flex size-7 shrink-0 items-center justify-center rounded-full text-sm font-semibold ${toneOf(isDone, isAsked)}`}
              >
                {isDone ? <Icon name="check" className="size-4" /> : index + 1}
              </span>
              <span className={isShort ? "max-sm:sr-only" : undefined}>
                {STEP_NAMES[step]()}
                <StepState step={step} isDone={isDone} isAsked={isAsked} isMended={mended.includes(step)} />
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}

type StateProps = { step: ShopStep; isDone: boolean; isAsked: boolean; isMended: boolean };

function StepState({ step, isDone, isAsked, isMended }: StateProps) {
  if (isAsked) {
    return <span className="block text-sm font-normal text-pomegranate">{m["sellers.step.asked"]()}</span>;
  }
  if (isMended) return <span className="block text-sm font-normal text-muted">{m["sellers.step.mended"]()}</span>;
  if (isDone) return <span className="sr-only">{m["sellers.step.done"]()}</span>;
  if (canWait(step)) {
    return <span className="block text-sm font-normal text-muted">{m["sellers.step.canWait"]()}</span>;
  }
  return <span className="sr-only">{m["sellers.step.open"]()}</span>;
}
