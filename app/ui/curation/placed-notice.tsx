import { HOME_ROOM, type Slot } from "~/modules/curation";
import { m } from "~/paraglide/messages.js";
import { DoneNotice, Notice } from "~/ui/primitives/notice";

type Placed = { name: string; slot: Slot; standsBehind?: number | undefined };

/** What was placed a moment ago, and that nobody sees it yet where there is no room. */
export function PlacedNotice({ placed }: { placed: Placed | undefined }) {
  if (!placed) return null;
  const { name, slot, standsBehind } = placed;
  if (standsBehind === undefined) return <DoneNotice>{m["curation.pick.done"]({ name })}</DoneNotice>;
  return (
    <div className="mb-5">
      <Notice tone="warning">{m["curation.pick.doneHidden"]({ name, room: HOME_ROOM[slot] })}</Notice>
    </div>
  );
}
