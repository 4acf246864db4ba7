import type { ReactNode } from "react";
import { canEditStep, isForOrders, isReviewedAgain, type ShopStep, type StepsView } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { Notice } from "~/ui/primitives/notice";
import { Stepper } from "./stepper";
import { WorkspaceFrame } from "./workspace-frame";

type Props = {
  title: string;
  current: ShopStep;
  steps: StepsView;
  children: ReactNode;
};

/** A step of the shop's stepper with its form, and what a member should know before she fills it. */
export function ShopStepFrame({ title, current, steps, children }: Props) {
  const { status } = steps;
  if (!canEditStep(current, status)) {
    const why = status === "suspended" ? m["sellers.refusal.suspended"] : m["sellers.workspace.submitted"];
    return (
      <Frame title={title} current={current} steps={steps}>
        <Notice tone="info">{why()}</Notice>
      </Frame>
    );
  }
  return (
    <Frame title={title} current={current} steps={steps}>
      {isForOrders(current) && !steps.done.includes(current) ? (
        <div className="mb-6">
          <Notice tone="info">{m["sellers.step.canWaitLong"]()}</Notice>
        </div>
      ) : null}
      {status === "approved" && isReviewedAgain(current) ? (
        <p className="mb-6 text-sm text-muted">{m["sellers.step.reviewedAfter"]()}</p>
      ) : null}
      {children}
    </Frame>
  );
}

function Frame({ title, current, steps, children }: Props) {
  return (
    <WorkspaceFrame title={title}>
      <Stepper steps={steps} current={current} />
      <div className="mt-8">{children}</div>
    </WorkspaceFrame>
  );
}
