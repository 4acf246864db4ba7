import type { OrderDocumentView } from "~/modules/orders";
import { m } from "~/paraglide/messages.js";
import { buttonStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";

type Props = { documents: readonly OrderDocumentView[]; hrefOf: (documentId: string) => string };

/** Documents that were issued: PDFs are no pages, the browser opens them by itself. */
export function IssuedDocuments({ documents, hrefOf }: Props) {
  if (documents.length === 0) return null;
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {documents.map(({ documentId, name, reference, on, isReplaced }) => (
        <li
          key={documentId}
          className="flex flex-col px-4 py-2 sm:flex-row sm:items-center sm:justify-between sm:gap-x-4"
        >
          <a href={hrefOf(documentId)} target="_blank" rel="noreferrer" className={buttonStyle.quiet}>
            <Icon name="document" className="size-4" />
            {name}
          </a>
          <span className="text-sm text-muted">
            {reference}, {on}
            {isReplaced ? ` · ${m["orders.document.replaced"]()}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}
