import type { Db } from "~/platform/db/db.server";
import type { FileStore } from "~/platform/files/port";
import type { JobHandlers } from "~/platform/jobs/worker.server";
import type { Translator } from "~/platform/translation/port";
import { forgetUnconfirmed } from "./guests/forget-unconfirmed.server";
import { sendNotices } from "./notices/send-notices.server";
import { translateMessage } from "./translation.server";

type Kinds = "tell-of-inquiries" | "translate-message" | "forget-unconfirmed-inquiries";

/** What the worker runs for this room. */
export function inquiryJobs(
  db: Db,
  { files, translator }: { files: () => FileStore; translator: Translator | undefined },
): Required<Pick<JobHandlers, Kinds>> {
  return {
    "tell-of-inquiries": (about) => sendNotices(db, about),
    "translate-message": async ({ messageId }) => {
      // The setting was taken away since the message was written.
      if (translator) await translateMessage(db, translator, messageId);
    },
    "forget-unconfirmed-inquiries": async () => void (await forgetUnconfirmed(db, files())),
  };
}
