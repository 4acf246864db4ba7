import { useEffect, useRef, useState, type ComponentProps } from "react";
import { m } from "~/paraglide/messages.js";
import { FileField } from "~/ui/forms/fields";
import { heicToJpeg, isHeic } from "~/ui/workspace/shrink-picture";

type Props = Pick<ComponentProps<typeof FileField>, "meta" | "label" | "hint">;

/**
 * The file of a paper. A HEIC picture becomes a JPEG where the browser can read it, and where it cannot a sentence says so
 * before anything is sent.
 */
export function PaperFileField(props: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<"turned" | "unread">();
  useEffect(() => {
    const input = box.current?.querySelector("input");
    const turn = () => {
      setSaid(undefined);
      const file = input?.files?.[0];
      if (!input || !file || !isHeic(file)) return;
      void heicToJpeg(file).then((picture) => {
        if (!picture) return setSaid("unread");
        const chosen = new DataTransfer();
        chosen.items.add(picture);
        input.files = chosen.files;
        return setSaid("turned");
      });
    };
    input?.addEventListener("change", turn);
    return () => input?.removeEventListener("change", turn);
  }, []);
  return (
    <div ref={box}>
      <FileField {...props} accept={["application/pdf", "image/jpeg", "image/png"]} />
      <p role="status" className="mt-1 text-sm">
        {said === "turned" ? m["evidence.heicTurned"]() : null}
        {said === "unread" ? m["catalog.pictures.refusal.heic"]() : null}
      </p>
    </div>
  );
}
