import type { ReactNode } from "react";
import type { ShopStep } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { Notice } from "~/ui/primitives/notice";
import { Stepper } from "./stepper";
import { WorkspaceFrame } from "./workspace-frame";

type Props = {
  title: string;
  current: ShopStep;
  done: readonly ShopStep[];
  /** Whether the team may change the shop just now. */
  isOpen: boolean;
  children: ReactNode;
};

/** A step of the shop's stepper with its form. */
export function ShopStepFrame({ title, current, done, isOpen, children }: Props) {
  return (
    <WorkspaceFrame title={title}>
      <Stepper done={done} current={current} />
      <div className="mt-8">
        {isOpen ? children : <Notice tone="info">{m["sellers.refusal.notEditable"]()}</Notice>}
      </div>
    </WorkspaceFrame>
  );
}
