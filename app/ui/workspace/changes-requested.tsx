import { Link } from "@remix-run/react";
import { SHOP_FIELDS, SHOP_REASONS, stepOf } from "~/modules/sellers";
import { m } from "~/paraglide/messages.js";
import { usePaths } from "~/ui/layouts/site";
import { linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { FIELD_NAMES, REASON_NAMES } from "./shop-labels";

type Props = {
  note: string | undefined;
  reasons: readonly { field: string; code: string; words?: string | undefined }[];
  /** An approved shop stays public, and is not sent again. */
  isPublic: boolean;
};

/** What the Federation asks to be mended, each with the way to where it is mended. */
export function ChangesRequested({ note, reasons, isPublic }: Props) {
  const paths = usePaths();
  return (
    <Notice tone="warning" icon="warning">
      <p className="font-semibold">{isPublic ? m["sellers.changes.titlePublic"]() : m["sellers.changes.title"]()}</p>
      {note ? <p className="mt-1 whitespace-pre-line">{note}</p> : null}
      <ul className="mt-2 flex flex-col gap-1">
        {reasons.map(({ field, code, words }) => {
          const known = SHOP_FIELDS.find((own) => own === field);
          const reason = SHOP_REASONS.find((own) => own === code);
          return (
            <li key={`${field} ${code}`}>
              {known ? (
                <Link to={paths.shopStep(stepOf(known) ?? known)} className={linkStyle}>
                  {FIELD_NAMES[known]()}
                </Link>
              ) : null}
              {": "}
              {[reason && REASON_NAMES[reason](), words].filter(Boolean).join(" · ")}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
