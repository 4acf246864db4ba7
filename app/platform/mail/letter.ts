import type { Locale } from "~/platform/i18n/locales";

/** A letter as plain data; both its forms are made from it. */
export type Letter = {
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  /** Several things to look at, each behind a link of its own. */
  links?: readonly { text: string; url: string }[];
  /** The one thing to do. */
  action?: { label: string; url: string } | undefined;
  /** Below the action, small: how long it holds, what to do when it was somebody else. */
  notes?: readonly string[];
  /** Who writes, and why one gets this. */
  signature: string;
};

export function letterText({ greeting, paragraphs, links = [], action, notes = [], signature }: Letter): string {
  return [
    greeting,
    ...paragraphs,
    ...links.map(({ text, url }) => `${text}\n${url}`),
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...notes,
    `-- \n${signature}`,
  ]
    .join("\n\n")
    .concat("\n");
}

/**
 * One column that every mail program shows: a table, styles on the elements, no picture and nothing loaded from outside.
 * Colours are those of the site.
 */
export function letterHtml(
  { subject, greeting, paragraphs, links = [], action, notes = [], signature }: Letter,
  locale: Locale,
) {
  const paragraph = (text: string) =>
    `<p style="margin:0 0 16px;font-size:16px;line-height:1.5;color:#1f1b16">${escaped(text)}</p>`;
  const note = (text: string) =>
    `<p style="margin:0 0 12px;font-size:14px;line-height:1.5;color:#6b6257">${escaped(text)}</p>`;
  const link = ({ text, url }: { text: string; url: string }) =>
    `<p style="margin:0 0 12px;font-size:16px;line-height:1.5"><a href="${escaped(url)}" style="color:#264653">${escaped(text)}</a></p>`;
  const button = action
    ? `<p style="margin:24px 0"><a href="${escaped(action.url)}" style="display:inline-block;padding:12px 22px;background:#9e2a2b;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none;border-radius:6px">${escaped(action.label)}</a></p>
<p style="margin:0 0 16px;font-size:13px;line-height:1.5;color:#6b6257;word-break:break-all">${escaped(action.url)}</p>`
    : "";
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:0;background:#faf7f2">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#faf7f2"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e5ded3;border-top:4px solid #9e2a2b;border-radius:6px"><tr><td style="padding:32px;font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif">
<p style="margin:0 0 24px;font-family:Literata,Georgia,serif;font-size:22px;font-weight:600;color:#1f1b16">Karvan</p>
${[greeting, ...paragraphs].map(paragraph).join("\n")}
${links.map(link).join("\n")}
${button}
${notes.map(note).join("\n")}
</td></tr></table>
<p style="max-width:560px;margin:16px auto 0;font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;font-size:12px;line-height:1.5;color:#6b6257">${escaped(signature)}</p>
</td></tr></table>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "<br>");
}
