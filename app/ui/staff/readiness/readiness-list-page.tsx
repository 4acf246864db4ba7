import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { ReadinessList } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import type { StaffRole } from "~/platform/session/roles";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { EmptyState } from "~/ui/primitives/empty-state";
import { Pagination } from "~/ui/primitives/pagination";
import { Keyboard, LIST_KEYS } from "~/ui/staff/keyboard";
import { StaffFrame } from "~/ui/staff/staff-frame";
import { queryOf, ReadinessFilter, type FilterProps } from "./readiness-filter";

type Props = FilterProps & {
  list: ReadinessList;
  title: string;
  lead: ReactNode;
  role: StaffRole;
  total: number;
  page: number;
  pageCount: number;
  /** Rows, as items of a list. */
  children: ReactNode;
};

/** A list of the overview: narrowed by the same questions, turned in pages, and given as a file. */
export function ReadinessListPage({
  list,
  title,
  lead,
  role,
  question,
  choices,
  kept,
  total,
  page,
  pageCount,
  children,
}: Props) {
  const paths = useAllPaths();
  const query = { ...queryOf(question), ...kept };
  return (
    <StaffFrame title={title} lead={lead} role={role} here="readiness">
      <p className="mb-4">
        <Link to={paths.readinessOverview(queryOf(question))} className={linkStyle}>
          {m["staffReadiness.title"]()}
        </Link>
      </p>
      <ReadinessFilter question={question} choices={choices} {...(kept ? { kept } : {})} />
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3">
        <p className="text-sm text-muted" role="status">
          {m["staffReadiness.found"]({ count: total })}
        </p>
        {total > 0 ? (
          <a href={paths.readinessFile(list, query)} download className={buttonStyle.quiet}>
            {m["staffReadiness.file"]()}
          </a>
        ) : null}
      </div>
      {total === 0 ? (
        <div className="mt-3">
          <EmptyState title={m["staffReadiness.none"]()}>{m["staffReadiness.noneText"]()}</EmptyState>
        </div>
      ) : (
        <ul className="mt-2 divide-y divide-line rounded border border-line bg-surface">{children}</ul>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(number) => paths.readinessList(list, { ...query, page: number })}
      />
      <Keyboard keys={LIST_KEYS} />
    </StaffFrame>
  );
}

type RowProps = { sellerId: string; seller: string; hash?: string; detail: ReactNode; children?: ReactNode };

/** A seller of a list with the way to her readiness. */
export function SellerRow({ sellerId, seller, hash, detail, children }: RowProps) {
  const paths = useAllPaths();
  return (
    <li data-row className="flex flex-wrap items-center gap-x-5 gap-y-1 px-5 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <Link
          to={paths.sellerReadiness(sellerId, {}, hash)}
          className="inline-flex min-h-9 items-center font-semibold underline-offset-4 hover:underline"
        >
          {seller}
        </Link>
        <div className="text-sm break-words text-muted">{detail}</div>
      </div>
      {children}
    </li>
  );
}
