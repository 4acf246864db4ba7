import type { ThreadView } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { StatusBadge } from "./status-badge";
import { ThreadAbout } from "./thread-about";
import { ThreadTimeline } from "./thread-timeline";

type Props = { thread: ThreadView; itemId: string; isEarlier: boolean };

/** The thread that a case is about, as neither side's. */
export function ReviewedThread({ thread, itemId, isEarlier }: Props) {
  const paths = useAllPaths();
  const { buyer, seller, status, started } = thread;
  return (
    <section aria-labelledby="thread-title" className="mt-8">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="thread-title" className="text-lg">
          {[buyer.name, buyer.company].filter(Boolean).join(", ")} → {seller.name}
        </h2>
        <StatusBadge status={status} />
      </div>
      <p className="text-sm text-muted">
        {m["inquiries.thread.started"]({ when: started })} · {m["inquiryCases.review.noted"]()}
      </p>
      <div className="mt-4 grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <ThreadTimeline
          thread={thread}
          side={undefined}
          isEarlier={isEarlier}
          hrefOf={(before) => paths.reviewInquiry(itemId, { before })}
          fileHref={(fileId) => paths.reviewInquiryFile(itemId, fileId)}
        />
        <div className="order-first self-start lg:order-none">
          <ThreadAbout thread={thread} />
        </div>
      </div>
    </section>
  );
}
