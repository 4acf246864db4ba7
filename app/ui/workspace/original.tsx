import type { ReactNode } from "react";
import { m } from "~/paraglide/messages.js";

/** A field of a translation with the Azerbaijani words that it translates above it. */
export function Original({ text, children }: { text: string | undefined; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-3">
      {text ? (
        <blockquote className="border-l-4 border-line pl-4 text-sm text-muted">
          <span className="font-medium">{m["sellers.texts.original"]()}</span>
          <span lang="az" className="block whitespace-pre-line break-words">
            {text}
          </span>
        </blockquote>
      ) : null}
      {children}
    </div>
  );
}
