import { m } from "~/paraglide/messages.js";

/** Each opens the account once when the telephone is lost. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <p className="mt-1 text-sm text-muted">{m["accounts.recoveryCodes.keep"]()}</p>
      <ul className="mt-3 grid grid-cols-2 gap-x-6 gap-y-1 rounded border border-line bg-surface p-4 font-mono sm:grid-cols-3">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </>
  );
}
