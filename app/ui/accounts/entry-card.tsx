import type { ReactNode } from "react";
import { OrnamentStar } from "~/ui/primitives/ornament";

/** Other ways, below what the page asks for. */
export function EntryFooter({ children }: { children: ReactNode }) {
  return <p className="mt-6 border-t border-line pt-4 text-sm">{children}</p>;
}

/** A page that asks for one thing: signing in, a code, a new password. */
export function EntryCard({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto my-8 w-full max-w-md sm:my-14">
      <OrnamentStar className="mx-auto mb-4 size-10 text-madder" />
      <h1 className="text-center text-2xl">{title}</h1>
      {lead ? <p className="mt-2 text-center text-muted">{lead}</p> : null}
      <div className="mt-6 rounded border border-line bg-surface p-5 sm:p-8">{children}</div>
    </div>
  );
}
