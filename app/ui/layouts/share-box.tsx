import { useState } from "react";
import { mediaPath } from "~/platform/http/public-paths";
import { m } from "~/paraglide/messages.js";
import { buttonStyle } from "~/ui/primitives/button";
import { Icon } from "~/ui/primitives/icon";
import { QrCode } from "~/ui/primitives/qr-code";

type Props = { url: string; qr: string; picture: string | undefined };

/** The address of the page to send on, as text and as a QR code for a poster or a label. */
export function ShareBox({ url, qr, picture }: Props) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <details className="rounded border border-line">
      <summary className="flex min-h-11 list-none items-center gap-2 px-5 font-medium">
        <Icon name="share" />
        {m["site.share"]()}
      </summary>
      <div className="flex flex-wrap items-center gap-5 px-5 pb-5">
        <QrCode svg={qr} alt={m["site.share.qr"]()} size={144} />
        <div className="flex min-w-48 flex-1 flex-col gap-2">
          <p className="text-sm text-muted">{m["site.share.hint"]()}</p>
          <p className="break-all text-sm">{url}</p>
          <button
            type="button"
            className={buttonStyle.secondary}
            onClick={() => {
              void navigator.clipboard.writeText(url).then(() => setIsCopied(true));
            }}
          >
            {isCopied ? m["site.share.copied"]() : m["site.share.copy"]()}
          </button>
          {picture ? (
            <a href={mediaPath(picture, 1280, "jpeg")} download className={buttonStyle.quiet}>
              {m["site.share.downloadPicture"]()}
            </a>
          ) : null}
        </div>
      </div>
    </details>
  );
}
