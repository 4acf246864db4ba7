type Props = { svg: string; alt: string; size: number };

/** A QR code that the server drew; as a picture it can do nothing but be looked at. `size` is in pixels. */
export function QrCode({ svg, alt, size }: Props) {
  return (
    <img
      src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`}
      alt={alt}
      width={size}
      height={size}
      className="rounded-sm bg-surface"
    />
  );
}
