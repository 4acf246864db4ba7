import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { buttonStyle } from "~/ui/primitives/button";

/** Keeps a listing. A plain form: who is not signed in is asked to, and comes back to it. */
export function SaveButton({ listingId }: { listingId: string }) {
  return (
    <form method="post" action={usePaths().saved()}>
      <input type="hidden" name="listing" value={listingId} />
      <button type="submit" className={buttonStyle.secondary}>
        {m["catalog.save"]()}
      </button>
    </form>
  );
}
