import type { SendByView } from "~/modules/orders";
import { Badge } from "~/ui/primitives/badge";
import { Icon } from "~/ui/primitives/icon";
import { Notice } from "~/ui/primitives/notice";

type Props = { sendBy: SendByView | undefined };

/** The day by which an order has to leave, on its page; one that is past stands out. */
export function SendBy({ sendBy }: Props) {
  if (!sendBy) return null;
  if (sendBy.isLate) {
    return (
      <div className="mt-3">
        <Notice tone="warning" icon="clock">
          <strong className="font-semibold">{sendBy.text}</strong>
        </Notice>
      </div>
    );
  }
  return (
    <p className="mt-3 flex gap-2 font-medium">
      <Icon name="clock" className="mt-0.5 size-5 shrink-0 text-muted" />
      {sendBy.text}
    </p>
  );
}

/** The same in a list. */
export function SendByInList({ sendBy }: Props) {
  if (!sendBy) return null;
  return sendBy.isLate ? (
    <Badge tone="warning" icon="clock">
      {sendBy.text}
    </Badge>
  ) : (
    <span>{sendBy.text}</span>
  );
}
