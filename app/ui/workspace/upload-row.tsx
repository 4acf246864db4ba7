import { m } from "~/paraglide/messages.js";
import { buttonStyle, progressStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import type { UploadItem, UploadState } from "./use-uploads";

const STATE_NAMES: Readonly<Record<Exclude<UploadState, "failed">, () => string>> = {
  waiting: m["catalog.pictures.state.waiting"],
  preparing: m["catalog.pictures.state.preparing"],
  sending: m["catalog.pictures.state.sending"],
  offline: m["catalog.pictures.state.offline"],
  checking: m["catalog.pictures.state.checking"],
};

type Props = { item: UploadItem; onRetry: () => void; onDrop: () => void };

/** A file on its way, with how far it is, or with what is wrong with it. */
export function UploadRow({ item, onRetry, onDrop }: Props) {
  const { file, state, preview, sent, size, sentence, canRetry = false } = item;
  return (
    <li className="grid grid-cols-[3rem_minmax(0,1fr)_auto] items-center gap-3 p-3">
      <span className="block aspect-4/5 overflow-hidden rounded bg-sunken">
        {preview ? <img src={preview} alt="" className="size-full object-cover" /> : null}
      </span>
      <div className="min-w-0">
        <p className="truncate text-sm font-medium">{file.name}</p>
        {state === "failed" ? (
          <p role="alert" className="mt-1 text-sm text-pomegranate">
            {sentence}
          </p>
        ) : (
          <>
            <p className={`text-sm ${state === "offline" ? "font-medium text-ink" : "text-muted"}`}>
              {STATE_NAMES[state]()}
            </p>
            <progress max={size} value={sent} aria-label={file.name} className={`mt-1 block ${progressStyle}`} />
          </>
        )}
      </div>
      <div className="flex">
        {state === "failed" && canRetry ? (
          <button type="button" onClick={onRetry} className={buttonStyle.quiet}>
            {m["catalog.pictures.again"]()}
          </button>
        ) : null}
        <button
          type="button"
          onClick={onDrop}
          aria-label={
            state === "failed"
              ? m["catalog.pictures.dismiss"]({ name: file.name })
              : m["catalog.pictures.cancel"]({ name: file.name })
          }
          className="inline-flex size-11 items-center justify-center rounded hover:bg-sunken"
        >
          <Icon name="close" />
        </button>
      </div>
    </li>
  );
}
