import { useState, type DragEvent } from "react";
import type { UploadPurpose } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useIsInteractive } from "~/ui/forms/use-is-interactive";
import { buttonStyle, progressStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { UploadRow } from "./upload-row";
import { useUploads } from "./use-uploads";

type Props = {
  purpose: UploadPurpose;
  listingId?: string;
  formKey: string;
  /** Where a browser without scripts posts the whole form. */
  action: string;
  /** How many files may still be chosen. */
  most: number;
  label: string;
  hint: string;
};

/** Formats that a phone gives as they are. Without HEIC in it an iPhone turns its pictures into JPEG by itself. */
const ACCEPT = "image/jpeg,image/png,image/webp,image/avif";

/**
 * Brings pictures: with scripts each is shrunk, sent in parts and goes on after an interruption; without them it is a form
 * that is posted whole.
 */
export function PictureUploader({ purpose, listingId, formKey, action, most, label, hint }: Props) {
  const uploads = useUploads({ purpose, listingId });
  const isReady = useIsInteractive();
  const [isOver, setOver] = useState(false);
  const inputId = `files-${purpose}`;
  const { items, doneCount } = uploads;

  // A place for one picture takes the first of several.
  const add = (files: readonly File[]) => uploads.add(listingId === undefined ? files.slice(0, 1) : files, most);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };

  return (
    <div className="flex flex-col gap-4">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- to drop files is one more way: the button inside does the same */}
      <form
        method="post"
        encType="multipart/form-data"
        action={action}
        data-over={isOver}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className="flex flex-col items-start gap-3 rounded border border-dashed border-field bg-surface p-5 data-[over=true]:border-ink data-[over=true]:bg-sunken"
      >
        <input type="hidden" name="formKey" value={formKey} />
        <input type="hidden" name="purpose" value={purpose} />
        <label
          htmlFor={inputId}
          className={
            isReady
              ? `${buttonStyle.primary} cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-indigo`
              : "font-medium"
          }
        >
          {isReady ? <Icon name="plus" /> : null}
          {label}
          {isReady ? <FileField id={inputId} most={most} isHidden onFiles={add} /> : null}
        </label>
        {isReady ? null : (
          <>
            <FileField id={inputId} most={most} />
            <button type="submit" className={buttonStyle.secondary}>
              {m["catalog.pictures.send"]()}
            </button>
          </>
        )}
        <p id={`${inputId}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      </form>
      {items.length > 0 ? (
        <section aria-label={m["catalog.pictures.onTheWay"]()} className="flex flex-col gap-3">
          {items.length > 1 ? <Total items={items} /> : null}
          <ul className="flex flex-col divide-y divide-line rounded border border-line bg-surface">
            {items.map((item) => (
              <UploadRow
                key={item.id}
                item={item}
                onRetry={() => uploads.retry(item)}
                onDrop={() => uploads.drop(item)}
              />
            ))}
          </ul>
        </section>
      ) : null}
      <p role="status" className={doneCount > 0 && items.length === 0 ? "text-sm text-verified" : "sr-only"}>
        {doneCount > 0 ? m["catalog.pictures.arrived"]({ count: doneCount }) : ""}
      </p>
    </div>
  );
}

type FileFieldProps = {
  id: string;
  most: number;
  isHidden?: boolean;
  onFiles?: (files: readonly File[]) => void;
};

function FileField({ id, most, isHidden = false, onFiles }: FileFieldProps) {
  return (
    <input
      id={id}
      type="file"
      name="pictures"
      accept={ACCEPT}
      multiple={most > 1}
      required
      aria-describedby={`${id}-hint`}
      className={isHidden ? "sr-only" : "max-w-full"}
      onChange={(event) => {
        if (!onFiles) return;
        onFiles([...(event.target.files ?? [])]);
        // The same file may be chosen again.
        event.target.value = "";
      }}
    />
  );
}

function Total({ items }: { items: ReturnType<typeof useUploads>["items"] }) {
  const moving = items.filter(({ state }) => state !== "failed");
  const size = moving.reduce((sum, item) => sum + item.size, 0);
  const sent = moving.reduce((sum, item) => sum + item.sent, 0);
  if (moving.length === 0) return null;
  return (
    <label className="flex flex-col gap-1 text-sm text-muted">
      {m["catalog.pictures.left"]({ count: moving.length })}
      <progress max={size} value={sent} className={progressStyle} />
    </label>
  );
}
