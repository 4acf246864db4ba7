import { m } from "~/paraglide/messages.js";
import { Notice } from "~/ui/primitives/notice";

type Props = { addedCount: number; refused: readonly { position: number; name: string; sentence: string }[] };

/** What came of a form of pictures that was posted whole: each file that was not taken, and why. */
export function PlainResultsNotice({ addedCount, refused }: Props) {
  return (
    <Notice tone="error" icon="warning">
      {addedCount > 0 ? <p>{m["catalog.pictures.arrived"]({ count: addedCount })}</p> : null}
      <ul className="flex flex-col gap-1">
        {refused.map(({ position, name, sentence }) => (
          <li key={position} className="break-words">
            {name === "" ? null : <span className="font-semibold">{name}: </span>}
            {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
