/** A pear-shaped tea glass on its saucer, 330 units high (about 9 cm); origin at the middle of its foot. */
export function armudu(): string {
  return `<ellipse cx="0" cy="-6" rx="150" ry="22" fill="#f4f1ea" stroke="#b9ac96" stroke-width="3"/><path d="M-62 -22C-92 -95 -40 -150 -48 -205C-52 -250 -84 -280 -84 -330H84C84 -280 52 -250 48 -205C40 -150 92 -95 62 -22Z" fill="#fff" fill-opacity=".42" stroke="#fff" stroke-opacity=".9" stroke-width="4"/><path d="M-60 -24C-88 -95 -40 -150 -47 -205C-50 -235 -66 -255 -74 -280H74C66 -255 50 -235 47 -205C40 -150 88 -95 60 -24Z" fill="#9a3c12" fill-opacity=".86"/><ellipse cx="0" cy="-280" rx="74" ry="11" fill="#c4602a"/><path d="M-40 -60C-56 -100 -26 -150 -32 -205" stroke="#fff" stroke-opacity=".6" stroke-width="7" fill="none" stroke-linecap="round"/>`;
}

/** A wooden ruler of `centimetres`, `unit` px each; centred on x. */
export function ruler(x: number, y: number, centimetres: number, unit = 32): string {
  const width = centimetres * unit;
  const marks = Array.from(
    { length: centimetres + 1 },
    (_, i) => `M${(20 + i * unit).toFixed(1)} 0v${i % 5 === 0 ? 46 : 26}`,
  ).join("");
  return `<g transform="translate(${(x - width / 2 - 20).toFixed(1)} ${y})"><rect width="${(width + 40).toFixed(1)}" height="92" rx="6" fill="#e3c88e" stroke="#a8864b" stroke-width="3"/><path d="${marks}" stroke="#4c3a1c" stroke-width="3"/></g>`;
}

/** A tea glass on its saucer and a sprig, seen from above; about 300 units across. */
export function teaFromAbove(): string {
  return `<g transform="translate(10 18)" opacity=".3"><circle r="142"/></g><circle r="140" fill="#f6f2ea"/><circle r="140" fill="none" stroke="#c9a45c" stroke-width="5"/><circle r="92" fill="#e4dccd"/><circle r="74" fill="#fff" fill-opacity=".8"/><circle r="66" fill="#9a3c12"/><circle r="66" fill="none" stroke="#c4602a" stroke-width="6"/><path d="M-44 -26Q-24 -54 8 -54" stroke="#fff" stroke-opacity=".7" stroke-width="8" fill="none" stroke-linecap="round"/>`;
}

/** A person of 1.7 m, 442 units high (2.6 units to the centimetre); origin between the feet. */
export function person(colour: string): string {
  return `<g fill="${colour}"><circle cx="0" cy="-412" r="30"/><path d="M-58 -240C-62 -330 -50 -372 0 -374C50 -372 62 -330 58 -240L46 -190H-46Z"/><path d="M-46 -195H46L40 0H8L2 -150L-4 0H-38Z"/></g>`;
}

/** A chair of 90 cm, 216 units high (2.4 units to the centimetre); origin between its feet. */
export function chair(colour: string): string {
  return `<g stroke="${colour}" stroke-width="12" fill="none" stroke-linecap="round"><path d="M-50 0V-216M50 0V-108M-50 -108H54M-30 0V-104M30 0V-104"/><path d="M-50 -212C-20 -222 10 -214 10 -200V-112" stroke-width="9"/><path d="M-50 -170H8M-50 -140H8" stroke-width="7"/></g>`;
}
