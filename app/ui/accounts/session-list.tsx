import { Form } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle } from "~/ui/primitives/button";
import { deviceOf } from "./device";

type Session = {
  sessionId: string;
  isThisOne: boolean;
  signedIn: string;
  userAgent: string | undefined;
  clientAddress: string | undefined;
};

/** Where one is signed in; each can be ended, or all others at once. */
export function SessionList({ sessions, formKey }: { sessions: readonly Session[]; formKey: string }) {
  const paths = useAllPaths();
  return (
    <section className="mt-10" aria-labelledby="sessions">
      <h2 id="sessions" className="text-xl">
        {m["accounts.sessions.title"]()}
      </h2>
      <ul className="mt-4 divide-y divide-line rounded border border-line bg-surface">
        {sessions.map(({ sessionId, isThisOne, signedIn, userAgent, clientAddress }) => (
          <li key={sessionId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-4">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {deviceOf(userAgent) ?? m["accounts.sessions.unknown"]()}
                {isThisOne ? <Badge tone="verified">{m["accounts.sessions.thisOne"]()}</Badge> : null}
              </p>
              <p className="text-sm text-muted">
                {[m["accounts.sessions.since"]({ when: signedIn }), clientAddress].filter(Boolean).join(" · ")}
              </p>
            </div>
            {isThisOne ? null : (
              <Form method="post" action={paths.sessions()}>
                <input type="hidden" name="formKey" value={formKey} />
                <input type="hidden" name="sessionId" value={sessionId} />
                <button type="submit" className={buttonStyle.quiet}>
                  {m["accounts.sessions.end"]()}
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Form method="post" action={paths.sessions()} className="mt-4">
          <input type="hidden" name="formKey" value={formKey} />
          <button type="submit" className={buttonStyle.secondary}>
            {m["accounts.sessions.endOthers"]()}
          </button>
        </Form>
      ) : null}
    </section>
  );
}
