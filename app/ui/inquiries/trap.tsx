import { m } from "~/paraglide/messages.js";

/** A trap for machines: nobody sees it, hears it or comes to it by the keyboard. */
export function Trap() {
  return (
    <div hidden>
      <label>
        {m["reviews.report.field.website"]()}
        <input name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
