import { useBeforeUnload, useRevalidator } from "@remix-run/react";
import { useCallback, useRef, useState } from "react";
import { MOST_PICTURES, type UploadPurpose } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { sendFile, type Sent } from "./send-file";
import { shrinkPicture } from "./shrink-picture";

export type UploadState = "waiting" | "preparing" | "sending" | "offline" | "checking" | "failed";

export type UploadItem = {
  id: number;
  file: File;
  state: UploadState;
  preview: string | undefined;
  /** Bytes that the server has, of how many. */
  sent: number;
  size: number;
  /** Why it was not taken. */
  sentence: string | undefined;
  /** Whether sending the same file again may help. */
  canRetry?: boolean;
};

type Target = { purpose: UploadPurpose; listingId: string | undefined };

export type Uploads = {
  items: readonly UploadItem[];
  /** Files that arrived since the page was opened. */
  doneCount: number;
  /** @param most how many are taken; the others are told why not */
  add: (files: readonly File[], most: number) => void;
  retry: (item: UploadItem) => void;
  /** Cancels what is on its way, or takes what failed off the list. */
  drop: (item: UploadItem) => void;
};

/** Sends pictures one after another, so that on a slow line the first is there early. The page is read anew after each. */
export function useUploads({ purpose, listingId }: Target): Uploads {
  const paths = useAllPaths();
  const { revalidate } = useRevalidator();
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const [doneCount, setDoneCount] = useState(0);
  const nextId = useRef(1);
  const queue = useRef(Promise.resolve());
  const stops = useRef(new Map<number, AbortController>());

  const isBusy = items.some(({ state }) => state !== "failed");
  useBeforeUnload(
    useCallback(
      (event: BeforeUnloadEvent) => {
        if (isBusy) event.preventDefault();
      },
      [isBusy],
    ),
  );

  const change = (id: number, changes: Partial<UploadItem>) =>
    setItems((all) => all.map((item) => (item.id === id ? { ...item, ...changes } : item)));
  const takeOff = (id: number) => setItems((all) => all.filter((item) => item.id !== id));

  const send = async ({ id, file }: UploadItem, signal: AbortSignal): Promise<void> => {
    if (signal.aborted) return;
    change(id, { state: "preparing" });
    const shrunk = await shrinkPicture(file);
    if (!shrunk) {
      change(id, { state: "failed", sentence: m["catalog.pictures.refusal.heic"]() });
      return;
    }
    const { blob, preview } = shrunk;
    change(id, { state: "sending", preview, size: blob.size });
    const sent = await sendFile(blob, {
      beginAt: paths.uploads(),
      fields: { purpose, name: file.name, ...(listingId === undefined ? {} : { listingId }) },
      signal,
      memory: memoryOf([purpose, listingId, file.name, file.size, file.lastModified, blob.size].join(" ")),
      onProgress: (bytes) => change(id, { sent: bytes, state: bytes < blob.size ? "sending" : "checking" }),
      onWaiting: (isWaiting) => change(id, { state: isWaiting ? "offline" : "sending" }),
    });
    if (!sent.ok) {
      change(id, { state: "failed", sentence: sentenceOf(sent), canRetry: sent.status !== REFUSED });
      return;
    }
    takeOff(id);
    setDoneCount((count) => count + 1);
    revalidate();
  };

  const enqueue = (item: UploadItem) => {
    const stop = new AbortController();
    stops.current.set(item.id, stop);
    queue.current = queue.current.then(() =>
      send(item, stop.signal).catch(() => {
        if (stop.signal.aborted) return;
        change(item.id, { state: "failed", sentence: m["catalog.pictures.noConnection"](), canRetry: true });
      }),
    );
  };

  return {
    items,
    doneCount,
    add: (files, most) => {
      const added = files.map((file, index): UploadItem => {
        const item = { id: nextId.current++, file, preview: undefined, sent: 0, size: file.size };
        return index < most
          ? { ...item, state: "waiting", sentence: undefined }
          : { ...item, state: "failed", sentence: m["catalog.pictures.refusal.tooMany"]({ most: MOST_PICTURES }) };
      });
      setItems((all) => [...all, ...added]);
      added.slice(0, most).forEach(enqueue);
    },
    retry: (item) => {
      change(item.id, { state: "waiting", sentence: undefined, sent: 0 });
      enqueue(item);
    },
    drop: ({ id }) => {
      stops.current.get(id)?.abort();
      takeOff(id);
    },
  };
}

/** The answer to a file that will never be taken. */
const REFUSED = 422;

function sentenceOf(refused: Exclude<Sent, { ok: true }>): string {
  if (refused.status === 401) return m["site.signedOut"]();
  return refused.sentence ?? m["catalog.pictures.failed"]();
}

/** Lives as long as the tab: a reload and the same file go on where it was broken off. */
function memoryOf(name: string) {
  const key = `upload ${name}`;
  return {
    read: () => sessionStorage.getItem(key),
    keep: (address: string) => sessionStorage.setItem(key, address),
    forget: () => sessionStorage.removeItem(key),
  };
}
