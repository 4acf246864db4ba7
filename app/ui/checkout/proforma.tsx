import type { ProformaState } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";

type Props = { orderId: string; proforma: ProformaState | undefined; formKey: string };

/** The invoice that a buyer's office wants before it transfers, while nobody has issued it. */
export function Proforma({ orderId, proforma, formKey }: Props) {
  const paths = useAllPaths();
  if (proforma === undefined) return null;
  if (proforma === "lacks") return <p className="measure mt-3 text-sm text-muted">{m["checkout.proforma.lacks"]()}</p>;
  return (
    <div className="mt-3">
      <PressForm action={paths.orderProforma(orderId)} formKey={formKey} look="secondary">
        {m["checkout.proforma.get"]()}
      </PressForm>
    </div>
  );
}
