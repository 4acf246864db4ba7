import type { ReactNode } from "react";
import { CaretakerBanner } from "./caretaker-banner";
import { WorkspaceTabs } from "./workspace-tabs";

type Props = {
  title: string;
  lead?: ReactNode;
  /** For tables, which need the room. */
  isWide?: boolean;
  children: ReactNode;
};

/** A page of the seller's workspace. */
export function WorkspaceFrame({ title, lead, isWide = false, children }: Props) {
  return (
    <div className={`mx-auto py-8 ${isWide ? "max-w-5xl" : "max-w-3xl"}`}>
      <WorkspaceTabs />
      <CaretakerBanner />
      <h1 className="text-2xl">{title}</h1>
      {lead ? <div className="mt-2 text-muted">{lead}</div> : null}
      <div className="mt-6">{children}</div>
    </div>
  );
}
