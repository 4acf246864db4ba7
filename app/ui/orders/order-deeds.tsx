import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { buttonStyle } from "~/ui/primitives/button";
import { AskFirst } from "~/ui/workspace/ask-first";

/** What the buttons of each deed say; those that need no more than a press are done at once. */
const NAMES = {
  accept: m["orders.deed.accept"],
  decline: m["orders.deed.decline"],
  prepare: m["orders.deed.prepare"],
  ready: m["orders.deed.ready"],
  ship: m["orders.deed.ship"],
  deliver: m["orders.deed.deliver"],
  cancel: m["orders.deed.cancel"],
  confirm: m["orders.deed.confirm"],
  rate: m["orders.deed.rate"],
  "ask-again": m["orders.deed.askAgain"],
  problem: m["orders.deed.problem"],
  refund: m["orders.deed.refund"],
  withdrawal: m["orders.deed.withdrawal"],
  "ask-staff": m["orders.deed.askStaff"],
  "close-problem": m["orders.deed.closeProblem"],
  "answer-problem": m["orders.deed.answerProblem"],
  "decide-problem": m["orders.deed.decideProblem"],
  "give-back": m["refunds.title"],
} as const;
type Deed = keyof typeof NAMES;

/** Parts of addresses that are called otherwise than the deed. */
const PLACES: Readonly<Partial<Record<Deed, string>>> = { "give-back": "refund" };
const PRESSED: ReadonlySet<Deed> = new Set(["accept", "prepare", "ready", "confirm", "close-problem"] as const);
const REPORTED: ReadonlySet<Deed> = new Set(["problem", "refund", "withdrawal"] as const);
/** What leads on; the others are ways out. */
const LEADING: ReadonlySet<Deed> = new Set([
  "accept",
  "prepare",
  "ready",
  "ship",
  "deliver",
  "confirm",
  "rate",
  "answer-problem",
  "decide-problem",
] as const);

/** With `ask` it is done by a second press, after the reader has seen what follows from it. */
type Offered = { deed: Deed; why: string | undefined; ask?: string | undefined };

/** Beside what the order allows: money of it is left that may be given back. */
export function withGiveBack(deeds: readonly Offered[], { canGiveBack }: { canGiveBack: boolean }): readonly Offered[] {
  return canGiveBack ? [...deeds, { deed: "give-back", why: undefined }] : deeds;
}

type Props = {
  deeds: readonly Offered[];
  formKey: string;
  hrefOf: (deed: string) => string;
};

/** Buttons for what somebody may do now; for what has to wait its reason instead. */
export function OrderDeeds({ deeds, formKey, hrefOf }: Props) {
  if (deeds.length === 0) return <p className="text-muted">{m["orders.page.nothing"]()}</p>;
  const first = deeds.find(({ deed, why }) => why === undefined && LEADING.has(deed))?.deed;
  return (
    <ul className="flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-center">
      {deeds.map(({ deed, why, ask }) => (
        <li key={deed} className={placeOf(why, lookOf(deed, first))}>
          {why === undefined ? (
            <DeedButton deed={deed} look={lookOf(deed, first)} ask={ask} formKey={formKey} hrefOf={hrefOf} />
          ) : (
            <p className="text-sm text-muted">
              <span className="block font-medium text-ink">{NAMES[deed]()}</span>
              {why}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A plain one has no border: its words begin where those of the others' borders do. A question takes the whole line. */
function placeOf(why: string | undefined, look: Look): string {
  if (why !== undefined) return "basis-full";
  return look === "quiet" ? "-ml-3" : "has-[details[open]]:basis-full";
}

function lookOf(deed: Deed, first: Deed | undefined): Look {
  if (deed === first) return "primary";
  return LEADING.has(deed) || deed === "close-problem" ? "secondary" : "quiet";
}

type Look = keyof typeof buttonStyle;
type ButtonProps = {
  deed: Deed;
  look: Look;
  ask: string | undefined;
  formKey: string;
  hrefOf: (deed: string) => string;
};

function DeedButton({ deed, look, ask, formKey, hrefOf }: ButtonProps) {
  const href = hrefOf(REPORTED.has(deed) ? `report/${deed}` : (PLACES[deed] ?? deed));
  if (ask !== undefined) {
    return (
      <AskFirst label={NAMES[deed]()} look={look} question={ask}>
        <PressForm action={href} formKey={formKey} look="secondary">
          {m["orders.deed.confirmYes"]()}
        </PressForm>
      </AskFirst>
    );
  }
  if (PRESSED.has(deed)) {
    return (
      <PressForm action={href} formKey={formKey} look={look}>
        {NAMES[deed]()}
      </PressForm>
    );
  }
  return (
    <Link to={href} className={buttonStyle[look]}>
      {NAMES[deed]()}
    </Link>
  );
}
