import type { ReactNode } from "react";
import { OrnamentStar } from "./ornament";

type Props = {
  title: string;
  /** "h1" where it is the whole page. */
  heading?: "h1" | "h2";
  children: ReactNode;
};

/** Nothing to show, why, and what to do next. */
export function EmptyState({ title, heading: Heading = "h2", children }: Props) {
  return (
    <div className="flex flex-col items-center gap-4 rounded border border-line bg-surface px-6 py-14 text-center">
      <OrnamentStar className="size-14 text-madder" />
      <Heading className="text-xl">{title}</Heading>
      <div className="measure text-muted">{children}</div>
    </div>
  );
}
