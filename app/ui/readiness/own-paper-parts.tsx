import { Link } from "@remix-run/react";
import { m } from "~/paraglide/messages.js";
import { PressForm } from "~/ui/forms/press-form";
import { useAllPaths } from "~/ui/layouts/all-paths";
import { buttonStyle, linkStyle } from "~/ui/primitives/button";
import { Notice } from "~/ui/primitives/notice";

/** A paper as it was brought, in the reader's words. */
export type BroughtView = {
  evidenceId: string;
  status: string;
  brought: string;
  issued: string;
  until: string;
  /** Product groups that it covers; undefined where a paper is the shop's as a whole. */
  groups: string | undefined;
  /** The file, for who may open it. */
  file: { href: string; name: string } | undefined;
};

export function BroughtPaper({ paper }: { paper: BroughtView }) {
  const { status, issued, until, brought, groups, file } = paper;
  return (
    <div className="px-4 py-3">
      <p className="flex flex-wrap gap-x-3">
        <span className="font-medium">{status}</span>
        <span>{m["evidence.until"]({ day: until })}</span>
      </p>
      <p className="text-sm text-muted">
        {m["evidence.issued"]({ day: issued })} · {m["evidence.brought"]({ day: brought })}
      </p>
      {groups === undefined ? null : <p className="text-sm text-muted">{groups}</p>}
      {file ? (
        <p className="mt-1 text-sm">
          <a href={file.href} target="_blank" rel="noreferrer" className={`${linkStyle} break-all`}>
            {file.name}
          </a>
        </p>
      ) : null}
    </div>
  );
}

type UnderWayProps = {
  documentType: string;
  kind: "waiting" | "asked" | "rejected";
  evidenceId: string;
  formKey: string;
  /** What the Federation says, and what the shop has answered. */
  said: readonly string[];
  answers: readonly { words: string; when: string }[];
  isKept: boolean;
  canAct: boolean;
};

/** A paper that waits, about which something is asked, or that was not accepted. */
export function UnderWay(props: UnderWayProps) {
  const { documentType, kind, evidenceId, formKey, said, answers, isKept, canAct } = props;
  const paths = useAllPaths();
  return (
    <Notice tone={kind === "waiting" ? "info" : "warning"}>
      <p className="font-semibold">{TITLES[kind]()}</p>
      {said.map((words) => (
        <p key={words} className="mt-1 whitespace-pre-line break-words">
          {words}
        </p>
      ))}
      <p className="mt-1 text-sm">{TEXTS[kind]()}</p>
      {isKept && kind !== "rejected" ? <p className="text-sm">{m["evidence.waitingKept"]()}</p> : null}
      {answers.map(({ words, when }) => (
        <p key={when} className="mt-2 whitespace-pre-line break-words text-sm">
          <span className="text-muted">{m["evidence.yourAnswer"]({ day: when })}: </span>
          {words}
        </p>
      ))}
      {canAct && kind !== "rejected" ? (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          {kind === "asked" ? (
            <Link to={paths.answerPaperQuestion(documentType)} className={buttonStyle.primary}>
              {m["evidence.answer"]()}
            </Link>
          ) : null}
          <PressForm
            action={paths.takeBackPaper(documentType)}
            formKey={formKey}
            fields={{ evidenceId }}
            look="secondary"
          >
            {m["evidence.takeBack"]()}
          </PressForm>
          <span className="text-sm text-muted">{m["evidence.takeBackHint"]()}</span>
        </div>
      ) : null}
    </Notice>
  );
}

const TITLES = {
  waiting: m["evidence.waitingTitle"],
  asked: m["evidence.askedTitle"],
  rejected: m["evidence.rejectedTitle"],
} as const;

const TEXTS = {
  waiting: m["evidence.waitingText"],
  asked: m["evidence.askedText"],
  rejected: m["evidence.rejectedText"],
} as const;
