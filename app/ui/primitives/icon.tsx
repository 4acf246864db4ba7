const SHAPES = {
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5.2 12.2L21 21",
  close: "M6 6l12 12M18 6 6 18",
  chevronRight: "m9 5 7 7-7 7",
  chevronDown: "m5 9 7 7 7-7",
  check: "m4 12.5 5.5 5.5L20 7",
  shield: "M12 3 5 6v5.5c0 4.3 2.9 7.9 7 9.5 4.1-1.6 7-5.2 7-9.5V6l-7-3Zm-3.2 9 2.4 2.4 4.3-4.6",
  truck: "M3 6h11v10H3zM14 10h4l3 3v3h-7M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4Zm10 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 4v4.5l3 2",
  pin: "M12 21s-6.5-5.8-6.5-11a6.5 6.5 0 0 1 13 0c0 5.2-6.5 11-6.5 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  globe:
    "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm-8.5 8.5h17M12 3.5c2.3 2.4 3.4 5.2 3.4 8.5s-1.1 6.1-3.4 8.5c-2.3-2.4-3.4-5.2-3.4-8.5S9.7 5.9 12 3.5Z",
  filter: "M4 6h16M7 12h10M10 18h4",
  share: "M12 15V4m0 0L8 8m4-4 4 4M5 13v6h14v-6",
  mail: "M4 6h16v12H4zM4 7l8 6 8-6",
  phone:
    "M7 3h4l1 5-2.5 1.5a11 11 0 0 0 5 5L16 12l5 1v4c0 2-1.5 3.5-3.5 3.5C10.6 20.500 3.500 13.400 3.500 6.500 3.500 4.500 5 3 7 3Z",
  info: "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17Zm0 8v5m0-9v.5",
  star: "m12 3 2.1 3.900L18.400 5.600l-1.300 4.300L21 12l-3.900 2.100 1.300 4.300-4.300-1.300L12 21l-2.100-3.900-4.300 1.300 1.300-4.300L3 12l3.900-2.100-1.300-4.300 4.300 1.300L12 3Z",
  external: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 8.5c.6-3.800 3.900-6 8-6s7.400 2.200 8 6",
  menu: "M4 7h16M4 12h16M4 17h16",
  warning: "M12 4 2.500 20h19L12 4Zm0 6v5m0 2.500v.2",
  plus: "M12 5v14M5 12h14",
  arrowLeft: "M19 12H5m6-6-6 6 6 6",
  arrowRight: "M5 12h14m-6-6 6 6-6 6",
  move: "M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5m4-5v5",
  document: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  cart: "M3 5h2.500l2 10h10l2-7.500H6.500M9 19.500a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1Zm8 0a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1",
  box: "m12 3 8 4.500v9L12 21l-8-4.500v-9L12 3Zm0 9 8-4.500M12 12 4 7.500M12 12v9",
} as const;

export type IconName = keyof typeof SHAPES;

/** A line drawing of 24 units; decorative, so always beside words or inside a labelled control. */
export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      className={className}
      aria-hidden="true"
    >
      <path d={SHAPES[name]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
