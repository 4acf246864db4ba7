import type { ClosureView } from "~/modules/catalog";
import { Notice } from "~/ui/primitives/notice";

/** Above an offer: the maker is away, and from when on she works again. */
export function ClosureNotice({ closure }: { closure: ClosureView | undefined }) {
  if (!closure) return null;
  return (
    <Notice tone="warning" icon="clock">
      <p className="font-semibold">{closure.text}</p>
      {closure.note ? <p className="mt-1 whitespace-pre-line">{closure.note}</p> : null}
    </Notice>
  );
}
