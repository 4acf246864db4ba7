import { Link } from "@remix-run/react";
import { reviewPath, type DeskQueue } from "~/modules/catalog";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

type Props = {
  queue: DeskQueue;
  approved: readonly string[];
  refused: readonly { itemId: string; name: string; why: string }[];
};

/** What became of each item that was chosen. */
export function TogetherResult({ queue, approved, refused }: Props) {
  const paths = useAllPaths();
  return (
    <div className="flex flex-col gap-5">
      <Notice tone="info" icon={approved.length > 0 ? "check" : "info"}>
        <p className="font-semibold">{m["reviews.together.approved"]({ count: approved.length })}</p>
        {approved.length > 0 ? <p className="mt-1">{approved.join(", ")}</p> : null}
      </Notice>
      {refused.length > 0 ? (
        <Notice tone="warning" icon="warning">
          <p className="font-semibold">{m["reviews.together.refused"]({ count: refused.length })}</p>
          <ul className="mt-2 flex flex-col gap-1">
            {refused.map(({ itemId, name, why }) => (
              <li key={itemId}>
                <Link to={reviewPath(paths, queue, itemId)} className={linkStyle}>
                  {name}
                </Link>
                {": "}
                {why}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
