import type { ReactNode } from "react";
import { Link } from "@remix-run/react";
import {
  canEditStep,
  isForOrders,
  isReviewedAgain,
  type SellerStatus,
  type ShopStep,
  type StepsView,
} from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { AskedOfStep } from "./changes-requested";
import { Stepper } from "./stepper";
import { WorkspaceFrame } from "./workspace-frame";

const NOT_SENT: ReadonlySet<SellerStatus> = new Set(["draft", "changes_requested"]);

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
      <AskedOfStep step={current} asked={steps.asked} />
      {isForOrders(current) && !steps.done.includes(current) ? (
        <div className="mb-6">
          <Notice tone="info">{m["sellers.step.canWaitLong"]()}</Notice>
        </div>
      ) : null}
      {status === "approved" && isReviewedAgain(current) ? (
        <p className="mb-6 text-sm text-muted">
          {current === "bank" ? m["sellers.bank.changeWaits"]() : m["sellers.step.reviewedAfter"]()}
        </p>
      ) : null}
      {children}
      {NOT_SENT.has(status) && isForOrders(current) && !steps.done.includes(current) ? (
        <LaterLink steps={steps} current={current} />
      ) : null}
    </Frame>
  );
}

/** On to what comes after a step that can wait; behind the last one the shop is sent. */
function LaterLink({ steps, current }: Pick<Props, "steps" | "current">) {
  const paths = useAllPaths();
  const next = steps.own[steps.own.indexOf(current) + 1];
  return (
    <p className="mt-6">
      <Link to={next ? paths.shopStep(next) : paths.workspace()} className={linkStyle}>
        {next ? m["sellers.step.later"]() : m["sellers.step.laterAndSend"]()}
      </Link>
    </p>
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
