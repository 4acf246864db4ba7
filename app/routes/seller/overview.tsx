import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { canTakeOrders, missingForOrders, nextStep, stepsOf, SUSPENSION_REASON_TEXTS } from "~/modules/sellers";
import { formatDay } from "~/modules/catalog/index.server";
import { findRequestedChanges, findShop, listSuspensions, submitRefusalFor } from "~/modules/sellers/index.server";
import { listSellerMonth, listTasksOfSeller } from "~/modules/reporting/index.server";
import { m } from "~/paraglide/messages.js";
import { dayInBaku } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { db } from "~/platform/db/db.server";
import { orNotFound } from "~/platform/http/answers.server";
import { newFormKey } from "~/platform/http/form.server";
import { forSeller } from "~/platform/http/openers.server";
import { memberMay } from "~/platform/session/roles";
import { privateMeta } from "~/ui/layouts/page-meta";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { Badge } from "~/ui/primitives/badge";
import { buttonStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";
import { ChangesRequested } from "~/ui/workspace/changes-requested";
import { MonthChart } from "~/ui/workspace/month-chart";
import { STATUS_NAMES } from "~/ui/workspace/shop-labels";
import { ShopLinks } from "~/ui/workspace/shop-links";
import { ShopTasks } from "~/ui/workspace/shop-tasks";
import { Stepper } from "~/ui/workspace/stepper";
import { SubmitShop } from "~/ui/workspace/submit-shop";
import { SuspendedNotice } from "~/ui/workspace/suspended-notice";
import { TaskList } from "~/ui/workspace/task-list";
import { WorkspaceFrame } from "~/ui/workspace/workspace-frame";

export const meta: MetaFunction = () => privateMeta(m["sellers.workspace.title"]());

export const loader = forSeller("editor", async ({ seller, url, lang, paths }) => {
  const shop = orNotFound(await findShop(db, seller.sellerId));
  const latest = await findRequestedChanges(db, shop);
  const [suspension] = shop.status === "suspended" ? await listSuspensions(db, seller.sellerId) : [];
  const isInCharge = memberMay(seller.role, "manager");
  return {
    formKey: newFormKey(),
    name: shop.name,
    slug: shop.slug,
    hasServices: shop.offering !== "goods",
    tasks: await listTasksOfSeller(db, { sellerId: seller.sellerId, paths }),
    month: await listSellerMonth(db, seller.sellerId, dayInBaku(clock()), lang),
    status: shop.status,
    // Who of the Federation decided it is for the Federation alone.
    suspension: suspension && {
      why: SUSPENSION_REASON_TEXTS[suspension.reason](),
      words: suspension.words,
      since: formatDay(dayInBaku(suspension.suspendedAt), lang),
    },
    steps: stepsOf(shop, seller.role, latest?.reasons ?? []),
    next: nextStep(shop),
    maySubmit: isInCharge,
    missing: isInCharge && !canTakeOrders(shop) ? missingForOrders(shop) : [],
    isSaved: url.searchParams.has("saved"),
    refusal: submitRefusalFor(url.searchParams.get("refused")),
    asked: latest && { note: latest.note, reasons: latest.reasons },
  };
});

/** What the first open step still wants. */
const MISSING: Readonly<Record<NonNullable<ReturnType<typeof nextStep>>, () => string>> = {
  making: m["sellers.refusal.makingMissing"],
  place: m["sellers.mend.place"],
  contacts: m["sellers.contacts.mend.none"],
  story: m["sellers.refusal.storyMissing"],
};

export default function WorkspacePage() {
  const {
    formKey,
    name,
    slug,
    hasServices,
    tasks,
    month,
    status,
    steps,
    next,
    maySubmit,
    missing,
    isSaved,
    refusal,
    asked,
    suspension,
  } = useLoaderData<typeof loader>();
  const paths = useAllPaths();
  const isOpen = status === "draft" || status === "changes_requested";
  return (
    <WorkspaceFrame
      title={name}
      lead={<Badge tone={status === "approved" ? "verified" : "plain"}>{STATUS_NAMES[status]()}</Badge>}
    >
      <div className="flex flex-col gap-6">
        {isSaved ? (
          <Notice tone="info" icon="check">
            {m["accounts.saved"]()}
          </Notice>
        ) : null}
        {refusal ? <Notice tone="warning">{refusal}</Notice> : null}
        {asked ? <ChangesRequested note={asked.note} reasons={asked.reasons} isPublic={status === "approved"} /> : null}
        {status === "submitted" ? <Notice tone="info">{m["sellers.workspace.submitted"]()}</Notice> : null}
        {status === "suspended" ? <SuspendedNotice suspension={suspension} /> : null}
        {status === "approved" ? (
          <p>
            <Link to={paths.seller(slug)} className={buttonStyle.secondary}>
              {m["sellers.workspace.publicPage"]()}
            </Link>
          </p>
        ) : null}
        {/* An open shop's day begins with its buyers; before, the steps are the day's work. */}
        {status === "approved" ? <TaskList tasks={tasks} /> : null}
        {status === "suspended" ? null : <Stepper steps={steps} />}
        {isOpen ? (
          <>
            {next ? <p className="text-muted">{MISSING[next]()}</p> : null}
            {next ? (
              <Link to={paths.shopStep(next)} className={`${buttonStyle.primary} self-start`}>
                {m["sellers.workspace.goOn"]()}
              </Link>
            ) : (
              <SubmitShop formKey={formKey} maySubmit={maySubmit} asked={steps.asked} />
            )}
          </>
        ) : null}
        {status === "suspended" ? null : <ShopTasks missing={missing} />}
        {status === "approved" ? <MonthChart month={month} /> : <TaskList tasks={tasks} />}
        <ShopLinks mayManage={maySubmit} hasServices={hasServices} />
      </div>
    </WorkspaceFrame>
  );
}
