import { Link } from "@remix-run/react";
import type { ComponentProps, ReactNode } from "react";
import type { ApartRefusal, PaperView } from "~/modules/export-readiness";
import { m } from "~/paraglide/messages.js";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { linkStyle } from "~/ui/primitives/button";
import { EarlierOutcomes } from "~/ui/staff/earlier-outcomes";
import { ShopSheet } from "~/ui/staff/shop-sheet";
import { PaperShown } from "~/ui/staff/paper-shown";
import { StandingWords } from "./paper-list";
import { StandingBadge } from "./standing-badge";

type Rule = { criterionId: string; title: string; why: string; nextAction: string; validityMonths: number };

export type ReviewedPaper = {
  itemId: string;
  rule: Rule | undefined;
  issued: string;
  expires: string;
  brought: string;
  groups: string | undefined;
  file: { name: string; contentType: string } | undefined;
  sellerId: string;
  shop: ComponentProps<typeof ShopSheet>["shop"];
  iban: string | undefined;
  answers: readonly { words: string; when: string }[];
  others: readonly PaperView[];
  outcomes: ComponentProps<typeof EarlierOutcomes>["outcomes"];
  apart: ApartRefusal | undefined;
  isMine: boolean;
};

const FACTS = ["name", "legal-form", "voen", "place", "bank"] as const;

/** The paper beside the criterion's rule and the seller's facts. It is opened by who holds the item, and each look is recorded. */
export function ReviewedPaperSheet({ paper }: { paper: ReviewedPaper }) {
  const paths = useAllPaths();
  const { rule, groups, file, answers, outcomes } = paper;
  return (
    <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
      <section aria-labelledby="paper-title" className="min-w-0">
        <h2 id="paper-title" className="text-lg">
          {m["evidence.review.paper"]()}
        </h2>
        {file === undefined ? <p className="mt-2 text-muted">{m["evidence.review.noFile"]()}</p> : null}
        {file && !paper.isMine ? <p className="mt-2">{m["evidence.review.takeFirst"]()}</p> : null}
        {file && paper.isMine ? <PaperShown paper={file} href={paths.evidenceFile(paper.itemId)} /> : null}
      </section>
      <div className="flex min-w-0 flex-col gap-6">
        {rule ? (
          <Facts title={m["evidence.review.rule"]()}>
            <Fact label={rule.criterionId}>{rule.title}</Fact>
            <Fact label={m["evidence.why"]()}>{rule.why}</Fact>
            <Fact label={m["evidence.next"]()}>{rule.nextAction}</Fact>
            <Fact label={m["evidence.review.validityLabel"]()}>
              {m["evidence.review.validity"]({ count: rule.validityMonths })}
            </Fact>
          </Facts>
        ) : null}
        <Facts title={m["evidence.review.said"]()}>
          <Fact label={m["evidence.issuedOn"]()}>{paper.issued}</Fact>
          <Fact label={m["evidence.expiresOn"]()}>{paper.expires}</Fact>
          {groups === undefined ? null : <Fact label={m["evidence.review.groups"]()}>{groups}</Fact>}
          {answers.map(({ words, when }) => (
            <Fact key={when} label={`${m["evidence.review.answers"]()} · ${when}`}>
              {words}
            </Fact>
          ))}
        </Facts>
        <section>
          <h2 className="mb-2 text-lg">
            <Link to={paths.staffSeller(paper.sellerId)} className={linkStyle}>
              {m["evidence.review.shop"]()}
            </Link>
          </h2>
          <ShopSheet shop={paper.shop} iban={paper.iban} fields={FACTS} />
          <p className="mt-3">
            <Link to={paths.sellerReadiness(paper.sellerId)} className={linkStyle}>
              {m["staffReadiness.seller.title"]()}
            </Link>
          </p>
        </section>
        <OtherPapers papers={paper.others} />
        <EarlierOutcomes outcomes={outcomes} />
      </div>
    </div>
  );
}

function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-2 text-lg">{title}</h2>
      <dl className="divide-y divide-line rounded border border-line bg-surface">{children}</dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="px-4 py-2.5">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="whitespace-pre-line break-words">{children}</dd>
    </div>
  );
}

function OtherPapers({ papers }: { papers: readonly PaperView[] }) {
  return (
    <section>
      <h2 className="mb-2 text-lg">{m["evidence.review.others"]()}</h2>
      {papers.length === 0 ? <p className="text-muted">{m["evidence.review.noOthers"]()}</p> : null}
      <ul className="flex flex-col gap-2">
        {papers.map((paper) => (
          <li key={paper.documentType} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span className="font-medium">{paper.name}</span>
            <StandingBadge standing={paper.standing} />
            <StandingWords paper={paper} />
          </li>
        ))}
      </ul>
    </section>
  );
}
