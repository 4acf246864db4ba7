import type { ReactNode } from "react";
import { CaretakerBanner } from "./caretaker-banner";

/** A page of the seller's workspace or of the staff's desk. */
export function WorkspaceFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-3xl py-8">
      <CaretakerBanner />
      <h1 className="text-2xl">{title}</h1>
      {lead ? <div className="mt-2 text-muted">{lead}</div> : null}
      <div className="mt-6">{children}</div>
    </div>
  );
}
