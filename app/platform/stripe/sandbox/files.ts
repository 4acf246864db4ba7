import type Stripe from "stripe";
import type { Desk } from "./desk";
import { refuse } from "./refusals";
import { shape } from "./shapes";

/** Evidence: PDF, JPEG or PNG up to 5 MB. Source: docs.stripe.com/file-upload. */
const KINDS: Readonly<Record<string, string>> = { "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png" };
const LARGEST_BYTES = 5 * 1024 * 1024;

/** Keeps what a file is called and how large it is, not what is in it: nobody at the bank reads it here. */
export function createFile(desk: Desk, file: File, purpose: string): Stripe.File {
  const kind = KINDS[file.type];
  if (kind === undefined || file.size > LARGEST_BYTES) return refuse("file-purpose", { param: "file", purpose });
  const id = desk.store.newId("file");
  const object: Stripe.File = {
    ...shape("file"),
    id,
    created: desk.store.now(),
    expires_at: null,
    filename: file.name,
    links: { object: "list", data: [], has_more: false, url: `/v1/file_links?file=${id}` },
    purpose,
    size: file.size,
    title: null,
    type: kind,
    url: `${desk.url}/v1/files/${id}/contents`,
  };
  desk.store.put("files", { id, object });
  return object;
}
