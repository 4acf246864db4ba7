import { useEffect, useRef, type ReactNode } from "react";
import { Notice } from "./notice";

/**
 * Why a press of a button far below did nothing: it takes the focus, so that the eye and a reader are led to it. Without
 * scripts the address ends with `#refused`.
 */
export function RefusedNotice({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} id="refused" tabIndex={-1} className="mb-5 scroll-mt-24">
      <Notice tone="warning">{children}</Notice>
    </div>
  );
}
