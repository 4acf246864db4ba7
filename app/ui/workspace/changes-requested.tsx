import { Link } from "@remix-run/react";
import { SHOP_FIELDS, SHOP_REASONS, stepOf, type AskedReason, type ShopStep } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { FIELD_NAMES, REASON_NAMES } from "./shop-labels";

type Props = {
  note: string | undefined;
  reasons: readonly AskedReason[];
  /** An approved shop stays public, and is not sent again. */
  isPublic: boolean;
};

/** What the Federation asks to be mended, each with the way to where it is mended. */
export function ChangesRequested({ note, reasons, isPublic }: Props) {
  const paths = useAllPaths();
  return (
    <Notice tone="warning" icon="warning">
      <p className="font-semibold">{isPublic ? m["sellers.changes.titlePublic"]() : m["sellers.changes.title"]()}</p>
      {note ? <p className="mt-1 whitespace-pre-line">{note}</p> : null}
      <ul className="mt-2 flex flex-col gap-1">
        {reasons.map((asked) => {
          const { field, code } = asked;
          const known = SHOP_FIELDS.find((own) => own === field);
          return (
            <li key={`${field} ${code}`}>
              {known ? (
                <Link to={paths.shopStep(stepOf(known) ?? known)} className={linkStyle}>
                  {FIELD_NAMES[known]()}
                </Link>
              ) : null}
              {": "}
              {wordsOf(asked)}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

/** What the reviewer said of the fields of one step, above the form that mends them. */
export function AskedOfStep({ step, asked }: { step: ShopStep; asked: readonly AskedReason[] }) {
  const own = asked.filter(({ field }) => stepOf(field) === step);
  if (own.length === 0) return null;
  return (
    <div className="mb-6">
      <Notice tone="warning" icon="warning">
        <p className="font-semibold">{m["sellers.changes.ofStep"]()}</p>
        <ul className="mt-1 flex flex-col gap-1">
          {own.map((reason) => {
            const known = SHOP_FIELDS.find((field) => field === reason.field);
            return (
              <li key={`${reason.field} ${reason.code}`}>
                {known ? `${FIELD_NAMES[known]()}: ` : null}
                {wordsOf(reason)}
              </li>
            );
          })}
        </ul>
      </Notice>
    </div>
  );
}

function wordsOf({ code, words, isMended }: AskedReason): string {
  const reason = SHOP_REASONS.find((own) => own === code);
  const mended = isMended ? m["sellers.changes.mended"]() : undefined;
  return [reason && REASON_NAMES[reason](), words, mended].filter(Boolean).join(" · ");
}
