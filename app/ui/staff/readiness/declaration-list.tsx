import type { DeclarationView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";

type Keyed = DeclarationView & { formKey: string };

type Props = {
  sellerId: string;
  declarations: readonly Keyed[];
  targetMarkets: readonly string[];
  mayConfirm: boolean;
};

/** What a seller says of herself in her own words, each with the button by which it counts whole. */
export function DeclarationList({ sellerId, declarations, targetMarkets, mayConfirm }: Props) {
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface px-4">
      {declarations.map((one) => (
        <li key={one.name} id={one.name} className="scroll-mt-24 py-4">
          <Declaration
            sellerId={sellerId}
            declaration={one}
            targetMarkets={one.name === "target_market" ? targetMarkets : NONE}
            mayConfirm={mayConfirm}
          />
        </li>
      ))}
    </ul>
  );
}

const NONE: readonly string[] = [];

type OneProps = Omit<Props, "declarations"> & { declaration: Keyed };

function Declaration({ sellerId, declaration, targetMarkets, mayConfirm }: OneProps) {
  const { name, criterionId, title, why, words, declared, confirmed, stamp, formKey } = declaration;
  const paths = useAllPaths();
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="min-w-0 font-semibold">
          <span className="text-muted">{criterionId}</span> {title}
        </h3>
        <Badge tone={confirmed ? "verified" : "plain"}>
          {confirmed
            ? m["staffReadiness.confirmed"]()
            : words === undefined
              ? m["staffReadiness.notDeclared"]()
              : m["staffReadiness.waiting"]()}
        </Badge>
      </div>
      <p className="mt-1 text-sm text-muted">{why}</p>
      {words === undefined ? null : (
        <blockquote className="mt-3 border-l-4 border-line pl-4 break-words whitespace-pre-line">{words}</blockquote>
      )}
      {targetMarkets.length > 0 ? (
        <p className="mt-2 text-sm">{m["staffReadiness.targetMarkets"]({ markets: targetMarkets.join(", ") })}</p>
      ) : null}
      <p className="mt-2 text-sm text-muted">
        {words !== undefined && declared ? m["staffReadiness.declaredOn"]({ day: declared }) : null}
        {confirmed ? ` · ${m["staffReadiness.confirmedBy"]({ name: confirmed.by, day: confirmed.when })}` : null}
      </p>
      {mayConfirm && words !== undefined ? (
        <div className="mt-2">
          <PressForm
            action={paths.confirmDeclaration(sellerId)}
            formKey={formKey}
            fields={{ deed: confirmed ? "take-back" : "confirm", name, stamp }}
            look="secondary"
          >
            {confirmed ? m["staffReadiness.takeBack"]() : m["staffReadiness.confirm"]()}
            <span className="sr-only">: {title}</span>
          </PressForm>
        </div>
      ) : null}
    </>
  );
}
