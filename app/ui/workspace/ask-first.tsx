import type { ReactNode } from "react";
import { buttonStyle } from "~/ui/primitives/button";

type Props = {
  /** What the button says that is pressed first, and of what, for a reader of the screen. */
  label: string;
  ofWhat?: string;
  look?: keyof typeof buttonStyle;
  /** What will be lost, or what follows from it. */
  question: string;
  /** The form that does it. */
  children: ReactNode;
};

/** A deed that cannot be undone, behind a second press; without scripts, too. */
export function AskFirst({ label, ofWhat, look = "quiet", question, children }: Props) {
  return (
    <details className="open:basis-full">
      <summary className={`${buttonStyle[look]} cursor-pointer list-none`}>
        {label}
        {ofWhat === undefined ? null : <span className="sr-only"> {ofWhat}</span>}
      </summary>
      <div className="my-2 flex flex-wrap items-center gap-x-4 gap-y-2 rounded border border-line bg-sunken px-4 py-3">
        <p className="min-w-0 flex-1 basis-56">{question}</p>
        {children}
      </div>
    </details>
  );
}
