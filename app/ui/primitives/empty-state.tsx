import type { ReactNode } from "react";
import { OrnamentStar } from "./ornament";

/** Nothing to show, why, and what to do next. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-4 rounded border border-line bg-surface px-6 py-14 text-center">
      <OrnamentStar className="size-14 text-madder" />
      <h2 className="text-xl">{title}</h2>
      <div className="measure text-muted">{children}</div>
    </div>
  );
}
