import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { outline, shading, type Profile } from "../objects/vessels";
import { cast, disc, filled, grain, linear, lying, moved, radial, slab, star, times } from "../paint";
import type { Drawn } from "../scene";
import { frets, peg, strings } from "./parts";

const STEEL = "#e9e4d8";

/** The tar: a body like an eight under skin, a long neck, eleven strings. */
export function tar({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#7a3f1a", amber = "#d8a24a", skin = "#f2e3c6", ebony = "#2b1b10"] = palette;
  const body: Profile = [
    [-492, 0],
    [-484, 56],
    [-440, 116],
    [-360, 140],
    [-290, 118],
    [-236, 66],
    [-206, 60],
    [-170, 88],
    [-120, 98],
    [-76, 72],
    [-56, 24],
  ];
  const lower =
    "M0 250C26 232 66 236 92 270C124 316 122 400 86 446C50 480 -50 480 -86 446C-122 400 -124 316 -92 270C-66 236 -26 232 0 250Z";
  const upper = "M0 208C-22 200 -50 190 -70 150C-84 108 -54 82 0 80C54 82 84 108 70 150C50 190 22 200 0 208Z";
  const svg = `<defs>${radial("tarW", [
    [0, lighten(wood, 0.5)],
    [0.45, lighten(wood, 0.1)],
    [1, darken(wood, 0.55)],
  ])}${radial("tarS", [
    [0, lighten(skin, 0.55)],
    [0.6, skin],
    [1, darken(skin, 0.32)],
  ])}${shading("tarN", ebony, "wood")}${shading("tarP", wood, "glaze")}</defs>
${cast(`${outline(body)}M-20 60V-470H20V60Z`)}
${filled("tarB", outline(body), "url(#tarW)", `<g transform="translate(0 280)">${grain(300, 440, darken(wood, 0.7), random, 26)}</g>`)}
<path d="${outline(body)}" fill="none" stroke="${darken(wood, 0.6)}" stroke-width="5"/>
<g fill="url(#tarS)" stroke="${darken(wood, 0.65)}" stroke-width="4"><path d="${lower}"/><path d="${upper}"/></g>
<path d="${lower}${upper}" fill="none" stroke="${amber}" stroke-width="2" transform="translate(0 280) scale(1.05) translate(0 -280)" opacity=".7"/>
<path d="M-20 92V-372H20V92Q0 104 -20 92Z" fill="url(#tarN)"/><path d="M-15 88V-372M15 88V-372" stroke="${skin}" stroke-width="5"/>
${times(9, (i) => `<path d="M0 ${-320 + i * 44}l6 9l-6 9l-6 -9Z" fill="${lighten(skin, 0.4)}"/>`)}
${frets(19, 70, -366, 20, amber)}
<path d="M-24 -372L-34 -500C-20 -520 20 -520 34 -500L24 -372Z" fill="url(#tarP)" stroke="${darken(wood, 0.6)}" stroke-width="3"/><path d="M-15 -392L-20 -490H20L15 -392Z" fill="${darken(wood, 0.7)}"/>
${[-400, -438, -476].map((y) => peg(28, y, 1, ebony, 0.82) + peg(-28, y, -1, ebony, 0.82)).join("")}
<path d="${slab(0, -372, 44, 10, 3)}${slab(0, 396, 74, 12, 5)}" fill="${lighten(skin, 0.4)}" stroke="${darken(skin, 0.5)}" stroke-width="2"/><path d="M-22 402l-8 12M22 402l8 12" stroke="${ebony}" stroke-width="7"/>
${strings(9, [470, 20], [396, 52], STEEL)}${strings(9, [396, 52], [-372, 28], STEEL, 1.8)}
<path d="M-22 488H22L14 462H-14Z" fill="${ebony}"/>`;
  return lying(moved(-30, -20, svg, 24), 700, 1010);
}

/** The ud: a broad pear of a body, three rosettes, a short neck with its head bent back. */
export function ud({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#7a3f1a", amber = "#d8a24a", spruce = "#f2e3c6", ebony = "#2b1b10"] = palette;
  const face = lighten(amber, 0.35);
  const body: Profile = [
    [-480, 0],
    [-472, 90],
    [-420, 196],
    [-320, 250],
    [-210, 236],
    [-90, 160],
    [10, 84],
    [90, 36],
  ];
  const shape = outline(body);
  const rosette = (x: number, y: number, r: number) =>
    `<circle cx="${x}" cy="${y}" r="${r * 1.22}" fill="${wood}"/><circle cx="${x}" cy="${y}" r="${r}" fill="${darken(ebony, 0.3)}"/><g transform="translate(${x} ${y})" fill="none" stroke="${amber}" stroke-width="${r * 0.07}"><path d="${star(8, r * 0.96, r * 0.5)}${star(8, r * 0.5, r * 0.3, 22)}"/>${times(8, (i) => `<path d="M0 ${-r}V${-r * 0.3}" transform="rotate(${i * 45 + 22.5})"/>`)}<circle r="${r * 0.92}"/></g>`;
  const ribs = times(11, (i) => {
    const t = (i / 10 - 0.5) * 2;
    return `<path d="M${t * 34} -96C${t * 320} 80 ${t * 330} 420 ${t * 30} 486" stroke="${i % 2 ? wood : lighten(amber, 0.2)}" stroke-width="26" fill="none"/>`;
  });
  const svg = `<defs>${radial(
    "udF",
    [
      [0, lighten(face, 0.5)],
      [0.55, face],
      [1, darken(face, 0.4)],
    ],
    [0.34, 0.4, 0.8],
  )}${shading("udN", ebony, "wood")}${shading("udH", wood, "glaze")}</defs>
${cast(shape, 16, 20)}<g transform="translate(12 4) scale(1.035)">${filled("udR", shape, darken(wood, 0.3), ribs)}</g>
${filled("udB", shape, "url(#udF)", `<g transform="translate(0 200)">${grain(520, 620, darken(amber, 0.4), random, 54, 0.26)}</g>`)}
<path d="${shape}" fill="none" stroke="${wood}" stroke-width="11"/><path d="${shape}" fill="none" stroke="${spruce}" stroke-width="3"/>
${rosette(0, 128, 72)}${rosette(-98, 262, 34)}${rosette(98, 262, 34)}
<path d="M-24 250C-34 210 34 210 24 250L40 340C20 372 -20 372 -40 340Z" fill="${darken(wood, 0.4)}" opacity=".9"/>
<path d="M-40 -80L-26 -268H26L40 -80Q40 60 0 76Q-40 60 -40 -80Z" fill="url(#udN)"/>
<path d="M-28 -262L-20 -300L96 -452C112 -470 136 -456 128 -432L30 -262Z" fill="url(#udH)" stroke="${darken(wood, 0.6)}" stroke-width="3"/>
${times(5, (i) => moved(26 + i * 22, -304 - i * 32, peg(24, 0, 1, ebony, 0.72), 30) + moved(-2 + i * 24, -318 - i * 32, peg(6, 0, -1, ebony, 0.72), 34))}
<path d="${slab(0, -266, 60, 10, 3)}" fill="${spruce}"/>
<path d="M-110 388Q0 372 110 388L118 408Q0 398 -118 408Z" fill="${darken(wood, 0.45)}"/><path d="M-110 388Q0 372 110 388" stroke="${lighten(wood, 0.5)}" stroke-width="3" fill="none"/>
${strings(11, [392, 150], [-266, 44], "#fbf5e6", 2)}`;
  return lying(moved(40, -30, svg, -16), 740, 1010);
}

/** The ashiq's saz: a small deep pear, a very long neck with frets and stars of mother-of-pearl. */
export function saz({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#7a3f1a", amber = "#d8a24a", pearl = "#f2e3c6", ebony = "#2b1b10"] = palette;
  const red = lighten(wood, 0.12);
  const body: Profile = [
    [-500, 0],
    [-494, 40],
    [-450, 108],
    [-380, 130],
    [-290, 104],
    [-210, 56],
    [-150, 26],
    [-130, 20],
  ];
  const shape = outline(body);
  const sparkle = (x: number, y: number, r: number) =>
    `<g transform="translate(${x} ${y})"><path d="${star(8, r, r * 0.5)}" fill="#f6f3ee"/><path d="${star(4, r, r * 0.3)}" fill="#cfe3e6" opacity=".8"/></g>`;
  const svg = `<defs>${radial(
    "sazF",
    [
      [0, lighten(amber, 0.55)],
      [0.6, amber],
      [1, darken(amber, 0.5)],
    ],
    [0.36, 0.5, 0.75],
  )}${shading("sazN", red, "glaze")}</defs>
${cast(`${shape}M-16 150V-500H16V150Z`)}<path d="${shape}" fill="${darken(wood, 0.35)}" stroke="${darken(wood, 0.35)}" stroke-width="20"/><path d="${shape}" fill="none" stroke="${lighten(wood, 0.35)}" stroke-width="3" transform="translate(-8 -2)"/>
${filled("sazB", shape, "url(#sazF)", `<g transform="translate(0 330)">${grain(260, 380, darken(wood, 0.2), random, 30, 0.34)}</g><path d="M-140 300C-90 380 -120 470 -20 510H-150Z" fill="${darken(wood, 0.3)}"/><path d="M140 300C90 380 120 470 20 510H150Z" fill="${darken(wood, 0.3)}"/>`)}
${times(5, (i) => `<circle cx="${(i - 2) * 20}" cy="${390 - Math.abs(i - 2) * 7}" r="5" fill="${ebony}"/>`)}
${sparkle(0, 300, 30)}${sparkle(-46, 356, 16)}${sparkle(46, 356, 16)}
<path d="M-17 250Q-20 190 -15 130V-420H15V130Q20 190 17 250Q0 262 -17 250Z" fill="url(#sazN)"/>${frets(16, 190, -410, 17, lighten(pearl, 0.3))}
${times(8, (i) => sparkle(0, -378 + i * 66 - i * i * 2.2, 12))}
<path d="M-17 -420L-24 -560C-12 -580 12 -580 24 -560L17 -420Z" fill="url(#sazN)" stroke="${darken(wood, 0.5)}" stroke-width="3"/>
${times(5, (i) => peg(20, -444 - i * 26, 1, ebony, 0.6) + (i < 4 ? peg(-20, -452 - i * 27, -1, ebony, 0.6) : ""))}${sparkle(0, -536, 13)}
<path d="${slab(0, -420, 36, 9, 2)}${slab(0, 436, 76, 11, 4)}" fill="${pearl}" stroke="${darken(wood, 0.5)}" stroke-width="2"/>
${strings(9, [498, 16], [436, 52], STEEL)}${strings(9, [436, 52], [-420, 24], STEEL, 1.5)}<path d="${disc(0, 496, 12)}" fill="${ebony}"/>`;
  return lying(moved(-10, 36, svg, 31), 800, 1020);
}

/** A set of spare strings: coils in a card folder, three plectrums. */
export function stringSet({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#7a3f1a", amber = "#d8a24a", paper = "#f2e3c6", ebony = "#2b1b10"] = palette;
  const coil = (x: number, y: number, r: number, colour: string) => {
    const loops = times(9, () => {
      const size = r + random.between(-14, 14);
      return `<ellipse cx="${random.between(-8, 8).toFixed(1)}" cy="${random.between(-8, 8).toFixed(1)}" rx="${size.toFixed(1)}" ry="${(size * random.between(0.94, 1)).toFixed(1)}" transform="rotate(${random.whole(0, 180)})"/>`;
    });
    const ends = `<path d="M${-r} 10C${-r - 30} 70 ${-r + 30} 120 ${-r - 10} 150M${r * 0.6} ${-r * 0.8}q60 -40 90 10"/>`;
    const ties = [40, 160, 280].map(
      (t) =>
        `<g transform="rotate(${t}) translate(0 ${-r})"><path d="M-8 -26Q0 -32 8 -26V26Q0 32 -8 26Z" fill="${wood}" stroke="none"/></g>`,
    );
    return `<g transform="translate(${x} ${y})" fill="none" stroke-width="4"><g stroke="#140d07" stroke-opacity=".3" transform="translate(8 11)">${loops}</g><g stroke="${darken(colour, 0.4)}">${loops}</g><g stroke="${lighten(colour, 0.35)}" stroke-width="2" transform="translate(-1 -2)">${loops}${ends}</g>${ties.join("")}</g>`;
  };
  const pick = (x: number, y: number, turn: number, colour: string) =>
    moved(
      x,
      y,
      `<path d="M-40 -62C-20 -84 20 -84 40 -62L16 84Q0 100 -16 84Z" transform="translate(8 10)" opacity=".3"/><path d="M-40 -62C-20 -84 20 -84 40 -62L16 84Q0 100 -16 84Z" fill="${colour}"/><path d="M-40 -62C-20 -84 20 -84 40 -62L33 -18Q0 2 -33 -18Z" fill="${darken(ebony, 0.2)}"/><path d="M-26 -10L-10 70" stroke="#fff" stroke-opacity=".6" stroke-width="6"/>`,
      turn,
    );
  const card = slab(0, -40, 860, 800, 10);
  return lying(
    `<defs>${linear(
      "setC",
      [
        [0, lighten(paper, 0.35)],
        [1, darken(paper, 0.12)],
      ],
      [0, 0, 1, 1],
    )}</defs>${cast(card)}<path d="${card}" fill="url(#setC)"/><path d="M-430 -130H430" stroke="${darken(paper, 0.35)}" stroke-width="4"/><path d="${slab(0, -286, 800, 240, 0)}" fill="none" stroke="${wood}" stroke-width="5"/><g transform="translate(0 -286) rotate(90) scale(.42)" fill="${wood}"><path d="M-52 150C-150 190 -140 430 0 440C140 430 150 190 52 150C70 130 100 100 84 50C70 0 -70 0 -84 50C-100 100 -70 130 -52 150Z"/><path d="M-16 20V-430L-28 -520H28L16 -430V20Z"/><path d="M-70 -440H70M-70 -490H70" stroke="${wood}" stroke-width="16"/></g>${coil(-210, 110, 172, "#b9bcc0")}${coil(205, 80, 150, amber)}${coil(60, 270, 132, "#a66a38")}${pick(-330, 380, -24, lighten(amber, 0.3))}${pick(-210, 420, 8, "#d7d2c8")}${pick(330, 350, 30, lighten(wood, 0.25))}`,
    900,
    960,
  );
}
