import { Link } from "@remix-run/react";
import { SHOP_STEPS, type ShopStep } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { Icon } from "~/ui/primitives/icon";
import { STEP_NAMES } from "./shop-labels";

type Props = {
  done: readonly ShopStep[];
  current?: ShopStep;
  /** Steps in which the Federation wants something mended. */
  asked?: readonly ShopStep[];
};

const NONE: readonly ShopStep[] = [];

/** The steps of a shop with what is done; each can be opened at any time. */
export function Stepper({ done, current, asked = NONE }: Props) {
  const paths = usePaths();
  return (
    <ol className="flex flex-col gap-2 sm:flex-row">
      {SHOP_STEPS.map((step, index) => {
        const isAsked = asked.includes(step);
        const isDone = done.includes(step) && !isAsked;
        const state = isAsked ? m["sellers.step.asked"] : isDone ? m["sellers.step.done"] : m["sellers.step.open"];
        return (
          <li key={step} className="flex-1">
            <Link
              to={paths.shopStep(step)}
              aria-current={step === current ? "step" : undefined}
              className="flex min-h-12 items-center gap-3 rounded border border-line bg-surface px-4 py-2 hover:border-ink aria-[current]:border-ink aria-[current]:font-semibold"
            >
              <span
                className={`flex size-7 shrink-0 items-center justify-center rounded-full text-sm font-semibold ${isDone ? "bg-verified-wash text-verified" : "bg-sunken"}`}
              >
                {isDone ? <Icon name="check" className="size-4" /> : index + 1}
              </span>
              <span>
                {STEP_NAMES[step]()}
                <span className={isAsked ? "block text-sm font-normal text-pomegranate" : "sr-only"}>{state()}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
