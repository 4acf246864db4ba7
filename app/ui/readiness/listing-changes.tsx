import { Link } from "@remix-run/react";
import type { ListingDeed } from "~/modules/catalog";
import type { LevelChangeView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { pathOfPlace } from "./place-path";

type Change = LevelChangeView | undefined;

type Props = {
  changes: { publish?: Change; rest?: Change; resume?: Change };
  deeds: readonly ListingDeed[];
};

/** What may be done with a listing, and what that does to the level of its shop, before anything is pressed. */
export function ListingChanges({ changes: { publish, rest, resume }, deeds }: Props) {
  const shown = [
    ...(publish && deeds.includes("submit") ? [{ name: m["readiness.change.publish"](), change: publish }] : []),
    ...(resume && deeds.includes("resume") ? [{ name: m["readiness.change.resume"](), change: resume }] : []),
    ...(rest && deeds.includes("archive") ? [{ name: m["readiness.change.rest"](), change: rest }] : []),
  ];
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="changes-title">
      <h2 id="changes-title" className="text-lg">
        {m["readiness.change.title"]()}
      </h2>
      <dl className="mt-2 divide-y divide-line rounded border border-line bg-surface">
        {shown.map(({ name, change }) => (
          <div key={name} className="px-5 py-3">
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="mt-1">
              <Change change={change} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Change({ change }: { change: LevelChangeView }) {
  const { isFelt, lost, gained, opened, closed } = change;
  if (!isFelt) return <p className="text-muted">{m["readiness.change.same"]()}</p>;
  return (
    <>
      <p className={change.direction === "falls" ? "font-semibold text-pomegranate" : "font-medium"}>
        {sentenceOf(change)}
      </p>
      <LostList lost={lost} />
      {gained.length > 0 ? (
        <p className="mt-1 text-sm">
          {m["readiness.change.gained"]({ names: gained.map(({ title }) => title).join("; ") })}
        </p>
      ) : null}
      {opened.length > 0 ? (
        <p className="mt-1 text-sm">{m["readiness.change.opened"]({ names: opened.join(", ") })}</p>
      ) : null}
      {closed.length > 0 ? (
        <p className="mt-1 text-sm">{m["readiness.change.closed"]({ names: closed.join(", ") })}</p>
      ) : null}
    </>
  );
}

function LostList({ lost }: Pick<LevelChangeView, "lost">) {
  const paths = useAllPaths();
  if (lost.length === 0) return null;
  return (
    <ul className="mt-1 flex list-disc flex-col gap-1 pl-5 text-sm">
      {lost.map(({ id, title, counted, place }) => (
        <li key={id}>
          {place ? (
            <Link to={pathOfPlace(place, paths)} className={linkStyle}>
              {title}
            </Link>
          ) : (
            title
          )}
          {": "}
          {counted && counted.total > 0
            ? m["readiness.change.notMetOn"]({ count: counted.total, missing: counted.total - counted.met })
            : m["readiness.change.notMet"]()}
        </li>
      ))}
    </ul>
  );
}

function sentenceOf({ direction, before, after }: LevelChangeView): string {
  const said = { from: before.label, level: after.label, before: before.score, after: after.score };
  if (direction === "rises") return m["readiness.change.rises"](said);
  return direction === "falls" ? m["readiness.change.falls"](said) : m["readiness.change.stays"](said);
}
