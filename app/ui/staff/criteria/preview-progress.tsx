import type { PreviewState } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { progressStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { useProgress } from "~/ui/publications/use-progress";

const RELOAD_SECONDS = 3;

/** How far the judging has come; without scripts the page loads itself anew meanwhile. */
export function PreviewProgress({ state }: { state: PreviewState }) {
  useProgress(state.status === "under-way");
  if (state.status === "none") return <p role="status">{m["staffReadiness.preview.none"]()}</p>;
  if (state.status === "outdated") return <Notice tone="warning">{m["staffReadiness.preview.outdated"]()}</Notice>;
  if (state.status === "finished") return <p role="status">{m["staffReadiness.preview.finished"](state)}</p>;
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content={String(RELOAD_SECONDS)} />
      </noscript>
      <p role="status">
        {m["staffReadiness.preview.underWay"]({ judged: String(state.judged), total: String(state.total) })}
      </p>
      <progress
        className={`mt-3 ${progressStyle}`}
        max={Math.max(1, state.total)}
        value={state.judged}
        aria-label={m["staffReadiness.preview.title"]()}
      />
    </>
  );
}
