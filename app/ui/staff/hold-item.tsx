import { Form } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

type Props = { itemId: string; heldBy: string | undefined };

/** Instead of the decision, for who does not hold the item: who does, or the way to take it. */
export function HoldItem({ itemId, heldBy }: Props) {
  const paths = useAllPaths();
  if (heldBy) return <Notice tone="info">{m["reviews.desk.heldBy"]({ name: heldBy })}</Notice>;
  return (
    <Form method="post" action={paths.claimReview(itemId)}>
      <button type="submit" data-key="c" className={buttonStyle.primary}>
        {m["reviews.desk.take"]()}
      </button>
    </Form>
  );
}

/** Under an item: the next of its queue, and letting it go undecided. */
export function AfterItem({ itemId, queue, isMine }: { itemId: string; queue: string; isMine: boolean }) {
  const paths = useAllPaths();
  return (
    <div className="mt-8 flex flex-wrap items-center gap-3">
      <Form method="post" action={paths.nextReview({ queue })}>
        <button type="submit" data-key="n" className={buttonStyle.secondary}>
          {m["reviews.desk.next"]()}
        </button>
      </Form>
      {isMine ? (
        <Form method="post" action={paths.releaseReview(itemId)}>
          <button type="submit" className={buttonStyle.quiet}>
            {m["reviews.desk.letGo"]()}
          </button>
        </Form>
      ) : null}
    </div>
  );
}
