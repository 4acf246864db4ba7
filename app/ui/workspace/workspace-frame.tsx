import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { linkStyle } from "~/ui/primitives/button";
import { CaretakerBanner } from "./caretaker-banner";
import { WorkspaceTabs } from "./workspace-tabs";

type Props = {
  title: string;
  lead?: ReactNode;
  /** For tables, which need the room. */
  isWide?: boolean;
  /** The page from which this one is opened, where no tab leads to it. */
  back?: { to: string; label: string };
  children: ReactNode;
};

/** A page of the seller's workspace. */
export function WorkspaceFrame({ title, lead, isWide = false, back, children }: Props) {
  return (
    <div className={`mx-auto py-8 ${isWide ? "max-w-5xl" : "max-w-3xl"}`}>
      <WorkspaceTabs />
      <CaretakerBanner />
      {back ? (
        <p className="mb-2">
          <Link to={back.to} className={`${linkStyle} inline-flex min-h-11 items-center`}>
            <span aria-hidden="true">←&nbsp;</span>
            {back.label}
          </Link>
        </p>
      ) : null}
      <h1 className="text-2xl">{title}</h1>
      {lead ? <div className="mt-2 text-muted">{lead}</div> : null}
      <div className="mt-6">{children}</div>
    </div>
  );
}
