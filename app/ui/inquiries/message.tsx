import { Link } from "@remix-run/react";
import type { MessageView, Side } from "~/modules/inquiries";
import { m } from "~/paraglide/messages.js";
import { isLocale } from "~/platform/i18n/locales";
import { useSite } from "~/ui/layouts/site";
import { Icon, type IconName } from "~/ui/primitives/icon";
import { fileSize } from "./file-size";

type Props = {
  message: MessageView;
  /** Who reads; undefined for staff. */
  side: Side | undefined;
  fileHref: (fileId: string) => string;
};

/** One entry of the timeline: what somebody wrote, or what was done. */
export function Message({ message, side, fileHref }: Props) {
  if (message.event) return <Event message={message} />;
  const isOwn = message.side === side;
  return (
    <article
      id={`m${message.position}`}
      aria-label={`${message.author}, ${message.when}`}
      className={`max-w-[34rem] rounded border p-4 ${isOwn ? "ml-auto border-indigo/30 bg-indigo-wash" : "border-line bg-surface"}`}
    >
      <p className="flex flex-wrap justify-between gap-x-4 text-sm text-muted">
        <span className="font-semibold text-ink">{message.author}</span>
        <time dateTime={message.at}>{message.when}</time>
      </p>
      <Body message={message} />
      {message.facts.length > 0 ? <Facts facts={message.facts} /> : null}
      {message.files.length > 0 ? <Files files={message.files} fileHref={fileHref} /> : null}
    </article>
  );
}

/** Said where the words are in another language than the page, and nobody has translated them. */
const WRITTEN_IN = {
  az: m["inquiries.thread.inAz"],
  en: m["inquiries.thread.inEn"],
  ru: m["inquiries.thread.inRu"],
} as const;

/** The translation first, since it is read; the original is one press away and never changed. */
function Body({ message: { body, lang, translation } }: Pick<Props, "message">) {
  if (body === undefined) return null;
  const text = "mt-2 whitespace-pre-line break-words";
  if (!translation) {
    return (
      <>
        <p className={text} lang={lang}>
          {body}
        </p>
        {isLocale(lang) ? <p className="mt-1 text-sm text-muted">{WRITTEN_IN[lang]()}</p> : null}
      </>
    );
  }
  return (
    <>
      <p className={text}>{translation.body}</p>
      <p className="mt-1 text-sm text-muted">{m["inquiries.thread.translated"]({ provider: translation.provider })}</p>
      <details className="mt-1 text-sm">
        <summary className="inline-flex min-h-8 items-center font-medium text-indigo">
          {m["inquiries.thread.original"]()}
        </summary>
        <p className="whitespace-pre-line break-words" lang={lang}>
          {body}
        </p>
      </details>
    </>
  );
}

const FACT_ICONS: Readonly<Record<string, IconName>> = {
  price: "star",
  lead_time: "clock",
  size: "box",
  shipping: "truck",
  answer: "check",
};

function Facts({ facts }: Pick<MessageView, "facts">) {
  return (
    <ul className="mt-3 flex flex-col gap-2" aria-label={m["inquiries.thread.facts"]()}>
      {facts.map(({ kind, about, text, lang }) => (
        <li
          key={`${kind} ${about ?? ""} ${text}`}
          className="flex gap-2 rounded border border-line bg-ground px-3 py-2"
        >
          <Icon name={FACT_ICONS[kind] ?? "check"} className="mt-0.5 size-5 shrink-0 text-madder" />
          <span className="min-w-0 whitespace-pre-line break-words">
            {about ? <span className="block text-sm text-muted">{about}</span> : null}
            <span lang={lang} className="tabular-nums">
              {text}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Files({ files, fileHref }: Pick<MessageView, "files"> & Pick<Props, "fileHref">) {
  const { lang } = useSite();
  return (
    <ul className="mt-3 flex flex-col" aria-label={m["inquiries.ask.files"]()}>
      {files.map(({ fileId, name, byteCount }) => (
        <li key={fileId}>
          <Link
            to={fileHref(fileId)}
            reloadDocument
            target="_blank"
            className="inline-flex min-h-11 items-center gap-2 break-all text-indigo underline underline-offset-4"
          >
            <Icon name="external" className="size-4 shrink-0" />
            {name} ({fileSize(byteCount, lang)})
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Event({ message }: Pick<Props, "message">) {
  return (
    <div id={`m${message.position}`} className="py-1 text-center text-sm text-muted">
      <p>
        {message.event} · <time dateTime={message.at}>{message.when}</time>
      </p>
      {message.eventWords ? <p className="mt-1 text-ink">«{message.eventWords}»</p> : null}
    </div>
  );
}
