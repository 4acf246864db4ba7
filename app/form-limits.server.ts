import { LARGEST_PICTURE_BYTES, MOST_PICTURES } from "~/modules/catalog";
import { LARGEST_MESSAGE_FORM_BYTES } from "~/modules/inquiries";
import { LARGEST_HANDOVER_FORM_BYTES } from "~/modules/orders/index.server";
import { LARGEST_PAPER_FORM_BYTES } from "~/platform/private-files/look-at-paper.server";

type Limit = {
  /** How large a body may be. */
  bytes: number;
  /** Until when it has to be here, in milliseconds. */
  timeoutMs: number;
};

/** Of most forms; parts of an upload are smaller. */
const ORDINARY: Limit = { bytes: 1_000_000, timeoutMs: 30_000 };
/** Within which a paper of 20 MB is here from a phone. */
const PAPER_TIMEOUT_MS = 180_000;

/** Parts of pictures that scripts bring one by one. */
export const UPLOAD = /^\/(?:az|en|ru)\/seller\/uploads(?:\/|$)/;

/** Forms that carry files, by their addresses, and what comes over the slowest line. */
const LARGER: readonly (Limit & { path: RegExp })[] = [
  {
    // Sent whole by a browser without scripts; it is read as it arrives.
    path: /^\/(?:az|en|ru)\/seller\/(?:listings\/[0-9a-f-]{36}|shop)\/pictures(?:\.data)?$/,
    bytes: MOST_PICTURES * LARGEST_PICTURE_BYTES + ORDINARY.bytes,
    timeoutMs: 600_000,
  },
  {
    path: /^\/(?:az|en|ru)\/(?:seller\/)?inquiries\/(?:new|[\da-f-]{36})(?:\.data)?$/,
    bytes: LARGEST_MESSAGE_FORM_BYTES,
    timeoutMs: PAPER_TIMEOUT_MS,
  },
  {
    // A paper, or the evidence of a dispute.
    path: /^\/[a-z]{2}\/(?:seller\/(?:shop\/paper|papers\/[a-z_]+)|staff\/disputes\/\w+)(?:\.data)?$/,
    bytes: LARGEST_PAPER_FORM_BYTES,
    timeoutMs: PAPER_TIMEOUT_MS,
  },
  {
    // What is delivered digitally.
    path: /^\/(?:az|en|ru)\/seller\/orders\/[0-9a-f-]{36}\/deliver(?:\.data)?$/,
    bytes: LARGEST_HANDOVER_FORM_BYTES,
    timeoutMs: 600_000,
  },
  { path: UPLOAD, bytes: ORDINARY.bytes, timeoutMs: 120_000 },
];

export function bodyLimitOf(path: string): Limit {
  return LARGER.find((one) => one.path.test(path)) ?? ORDINARY;
}

/** After which no body is waited for, whatever it is for. */
export const LONGEST_BODY_MS = Math.max(...LARGER.map(({ timeoutMs }) => timeoutMs));
