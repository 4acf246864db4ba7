import type { ReactNode } from "react";
import type { BuyersDeedView } from "~/modules/orders";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Notice } from "~/ui/primitives/notice";
import { DeedPage } from "./deed-page";
import { OrderDeeds } from "./order-deeds";

type Props = {
  title: string;
  lead: string | undefined;
  asked: BuyersDeedView;
  formKey: string;
  /** What she has typed already is never taken from her. */
  isAnswered: boolean;
  children: ReactNode;
};

/** A buyer's deed with its form; where it cannot be done, why not and what can be done instead. */
export function BuyersDeedPage({ title, lead, asked, formKey, isAnswered, children }: Props) {
  const paths = useAllPaths();
  const { orderId, reference, why, instead } = asked;
  const isRefused = why !== undefined && !isAnswered;
  return (
    <DeedPage title={title} lead={isRefused ? undefined : lead} back={paths.order(orderId)} reference={reference}>
      {isRefused ? (
        <>
          <Notice tone="warning">{why}</Notice>
          {instead.length > 0 ? (
            <div className="mt-4">
              <OrderDeeds
                deeds={instead.map((deed) => ({ deed, why: undefined }))}
                formKey={formKey}
                hrefOf={(deed) => paths.orderDeed(orderId, deed)}
              />
            </div>
          ) : null}
        </>
      ) : (
        children
      )}
    </DeedPage>
  );
}
