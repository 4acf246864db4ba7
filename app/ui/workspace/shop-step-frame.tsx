import type { ReactNode } from "react";
import type { SellerStatus, ShopStep, StepsView } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { Notice } from "~/ui/primitives/notice";
import { Stepper } from "./stepper";
import { WorkspaceFrame } from "./workspace-frame";

/** Why a step is closed, and what can be done. */
const CLOSED: Readonly<Record<SellerStatus, () => string>> = {
  draft: m["sellers.refusal.notEditable"],
  changes_requested: m["sellers.refusal.notEditable"],
  submitted: m["sellers.workspace.submitted"],
  approved: m["sellers.workspace.approvedIsClosed"],
  suspended: m["sellers.refusal.suspended"],
};

type Props = {
  title: string;
  current: ShopStep;
  steps: StepsView;
  children: ReactNode;
};

/** A step of the shop's stepper with its form. */
export function ShopStepFrame({ title, current, steps, children }: Props) {
  return (
    <WorkspaceFrame title={title}>
      <Stepper done={steps.done} current={current} />
      <div className="mt-8">{steps.closedBy ? <Notice tone="info">{CLOSED[steps.closedBy]()}</Notice> : children}</div>
    </WorkspaceFrame>
  );
}
