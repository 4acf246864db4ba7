import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { Badge } from "~/ui/primitives/badge";
import { Thumbnail } from "~/ui/primitives/picture";

export type EntryView = {
  kind: "listing" | "seller";
  subjectId: string;
  /** One per button. */
  keys: { up: string; down: string; remove: string; cover: string };
  name: string;
  isShown: boolean;
  picture: { sha256: string; placeholder: string } | undefined;
  isCover: boolean;
};

type Props = { entries: readonly EntryView[]; action: string; version: number };

/** What is in a collection, in its order; buttons move, remove and make a picture the cover. */
export function EntryList({ entries, action, version }: Props) {
  if (entries.length === 0) return <p className="text-muted">{m["curation.collection.noEntries"]()}</p>;
  return (
    <ol className="divide-y divide-line rounded border border-line bg-surface">
      {entries.map((entry, at) => (
        <li key={entry.subjectId} className="flex gap-4 px-4 py-3">
          <div className="w-16 shrink-0">
            {entry.picture ? <Thumbnail sha256={entry.picture.sha256} className="rounded" /> : null}
          </div>
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-semibold">
                <span className="font-normal text-muted tabular-nums">{at + 1}.</span> {entry.name}
              </span>
              {entry.kind === "seller" ? <Badge tone="plain">{m["curation.collection.seller"]()}</Badge> : null}
              {entry.isCover ? <Badge tone="featured">{m["curation.collection.cover"]()}</Badge> : null}
              {entry.isShown ? null : <Badge tone="warning">{m["curation.desk.notShown"]()}</Badge>}
            </p>
            <EntryActions
              entry={entry}
              action={action}
              version={version}
              isFirst={at === 0}
              isLast={at === entries.length - 1}
            />
          </div>
        </li>
      ))}
    </ol>
  );
}

type ActionsProps = { entry: EntryView; action: string; version: number; isFirst: boolean; isLast: boolean };

function EntryActions({ entry, action, version, isFirst, isLast }: ActionsProps) {
  const { subjectId, keys, name } = entry;
  const fields = { version, subject: subjectId };
  const whose = <span className="sr-only"> {name}</span>;
  return (
    <div className="-ml-3 flex flex-wrap">
      <PressForm action={action} formKey={keys.up} fields={{ ...fields, step: "up" }} isOff={isFirst}>
        {m["curation.desk.up"]()}
        {whose}
      </PressForm>
      <PressForm action={action} formKey={keys.down} fields={{ ...fields, step: "down" }} isOff={isLast}>
        {m["curation.desk.down"]()}
        {whose}
      </PressForm>
      {entry.picture && !entry.isCover ? (
        <PressForm action={action} formKey={keys.cover} fields={{ ...fields, step: "cover" }}>
          {m["curation.collection.asCover"]()}
          {whose}
        </PressForm>
      ) : null}
      <PressForm action={action} formKey={keys.remove} fields={{ ...fields, step: "remove" }}>
        {m["curation.collection.remove"]()}
        {whose}
      </PressForm>
    </div>
  );
}
