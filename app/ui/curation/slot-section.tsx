import { Link } from "@remix-run/react";
import { HOME_ROOM, type FeatureState, type Slot } from "~/modules/curation";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle } from "~/ui/primitives/button";
import { SLOT_NAMES, STATE_NAMES } from "./slot-names";
import { SlotTimeline, type TimelineTick } from "./slot-timeline";

export type FeatureView = {
  featureId: string;
  slot: Slot;
  /** One per button: another button is another deed. */
  keys: { up: string; down: string; end: string };
  name: string;
  reason: string;
  from: string;
  to: string;
  state: FeatureState;
  isPublic: boolean;
  standsBehind: number | undefined;
  span: { from: number; width: number } | undefined;
};

type Props = { slot: Slot; features: readonly FeatureView[]; ticks: readonly TimelineTick[]; now: number };

/** One place of the home page: what runs and what is coming, drawn and as a table. */
export function SlotSection({ slot, features, ticks, now }: Props) {
  const paths = useAllPaths();
  const bars = features.flatMap(({ featureId, state, standsBehind, span }, at) =>
    span ? [{ id: featureId, number: at + 1, state, isHidden: standsBehind !== undefined, span }] : [],
  );
  return (
    <section aria-labelledby={slot} className="mt-10">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id={slot} className="text-xl">
          {SLOT_NAMES[slot]()}
        </h2>
        <Link to={paths.pickFeature({ slot })} className={buttonStyle.secondary}>
          {m["curation.desk.pick"]()}
          <span className="sr-only"> {SLOT_NAMES[slot]()}</span>
        </Link>
      </div>
      {features.length === 0 ? (
        <p className="mt-3 text-muted">{m["curation.desk.none"]()}</p>
      ) : (
        <>
          <SlotTimeline bars={bars} ticks={ticks} now={now} />
          <FeatureTable features={features} />
        </>
      )}
    </section>
  );
}

function FeatureTable({ features }: { features: readonly FeatureView[] }) {
  return (
    <table className="mt-3 w-full text-left">
      <thead>
        <tr className="border-b border-field text-sm text-muted">
          <th scope="col" className="py-2 pr-4 font-medium">
            {m["curation.desk.what"]()}
          </th>
          <th scope="col" className="w-2/5 py-2 font-medium sm:w-1/3">
            {m["curation.desk.when"]()}
          </th>
        </tr>
      </thead>
      <tbody>
        {features.map((feature, at) => (
          <tr key={feature.featureId} className="border-b border-line align-top">
            <th scope="row" className="py-3 pr-4 font-normal">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-semibold">
                  <span className="font-normal text-muted tabular-nums">{at + 1}.</span> {feature.name}
                </span>
                <FeatureStanding feature={feature} />
              </p>
              <p className="text-sm text-muted">{feature.reason}</p>
              <FeatureActions feature={feature} isFirst={at === 0} isLast={at === features.length - 1} />
            </th>
            <td className="py-3 text-sm tabular-nums">
              {feature.from}
              <br />
              {feature.to}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether the home page shows it, and why not when its time says that it should. */
function FeatureStanding({ feature: { slot, state, isPublic, standsBehind } }: { feature: FeatureView }) {
  if (standsBehind !== undefined) {
    const waits = m["curation.desk.waits"]({ room: HOME_ROOM[slot], before: standsBehind });
    return <Badge tone="warning">{waits}</Badge>;
  }
  const isShown = state === "running" && isPublic;
  return (
    <>
      {state === "running" && !isPublic ? null : (
        <Badge tone={isShown ? "featured" : "plain"}>{STATE_NAMES[state]()}</Badge>
      )}
      {isPublic ? null : <Badge tone="warning">{m["curation.desk.notShown"]()}</Badge>}
    </>
  );
}

function FeatureActions({
  feature: { featureId, keys, name, state },
  isFirst,
  isLast,
}: {
  feature: FeatureView;
  isFirst: boolean;
  isLast: boolean;
}) {
  const paths = useAllPaths();
  const move = paths.featureDeed(featureId, "move");
  return (
    <div className="-ml-3 flex flex-wrap">
      <PressForm action={move} formKey={keys.up} fields={{ by: -1 }} isOff={isFirst}>
        {m["curation.desk.up"]()}
        <span className="sr-only"> {name}</span>
      </PressForm>
      <PressForm action={move} formKey={keys.down} fields={{ by: 1 }} isOff={isLast}>
        {m["curation.desk.down"]()}
        <span className="sr-only"> {name}</span>
      </PressForm>
      {state === "coming" ? (
        <Link to={paths.changeFeature(featureId)} className={buttonStyle.quiet}>
          {m["curation.desk.change"]()}
          <span className="sr-only"> {name}</span>
        </Link>
      ) : null}
      <PressForm action={paths.featureDeed(featureId, "end")} formKey={keys.end}>
        {state === "coming" ? m["curation.desk.withdraw"]() : m["curation.desk.end"]()}
        <span className="sr-only"> {name}</span>
      </PressForm>
    </div>
  );
}
