import { renderSVG } from "uqr";

/** A QR code (ISO/IEC 18004, error correction M) as SVG markup; dark on white in both colour schemes, or scanners fail. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ecc: "M", border: 2, whiteColor: "#ffffff", blackColor: "#1f1b16" });
}
