import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { lit, to1 } from "../paint";
import type { Drawn } from "../scene";
import type { Design } from "./designs";
import { clipped, coloursFrom, FOLD, weave } from "./forms";
import type { Knots } from "./knots";

export type BagKind = "shoulder" | "tote" | "rucksack" | "case";

/** Bags made of carpet cloth, with their straps, flaps and tassels. */
export function bag(design: Design, subject: PictureSubject, random: Random, kind: BagKind): Drawn {
  const leather = darken(subject.palette[2] ?? "#7a5c3e", 0.45);
  if (kind === "tote") return tote(design, subject, random, leather);
  const cloth = weave(design, subject, random, 78, 96, 10, "flat");
  const strap = (d: string, width = 34) =>
    `<path d="${d}" fill="none" stroke="${darken(leather, 0.55)}" stroke-width="${width}" stroke-linecap="round"/><path d="${d}" fill="none" stroke="${leather}" stroke-width="${width - 7}" stroke-linecap="round"/><path d="${d}" fill="none" stroke="${lighten(leather, 0.5)}" stroke-opacity=".5" stroke-width="${width - 16}" stroke-dasharray="9 8"/><path d="${d}" fill="none" stroke="${leather}" stroke-width="${width - 21}"/>`;
  const buckle = (x: number, y: number) =>
    `<path d="M${x - 30} ${y - 30}h60v56h-60Z" fill="none" stroke="#6d4d17" stroke-width="13"/><path d="M${x - 30} ${y - 31}h60v56h-60Z" fill="none" stroke="#d9b25a" stroke-width="8"/><path d="M${x} ${y - 26}v34" stroke="#f0d99a" stroke-width="6"/>`;
  const edged = (d: string) =>
    `<path d="${d}" fill="url(#plump)"/><path d="${d}" fill="none" stroke="${darken(leather, 0.4)}" stroke-width="9"/>`;
  const defs = `<defs>${FOLD}${lit("bgL", leather, 0.22, 0.35)}</defs>`;
  if (kind === "rucksack") {
    const body =
      "M-300 -30C-330 -300 -326 -640 -262 -770Q-150 -850 0 -850Q150 -850 262 -770C326 -640 330 -300 300 -30Q0 24 -300 -30Z";
    const flap =
      "M-280 -760Q-160 -872 0 -872Q160 -872 280 -760C300 -640 296 -560 276 -500Q140 -452 0 -452Q-140 -452 -276 -500C-296 -560 -300 -640 -280 -760Z";
    const pocket = "M-200 -330Q0 -310 200 -330C216 -230 212 -120 192 -60Q0 -30 -192 -60C-212 -120 -216 -230 -200 -330Z";
    return {
      svg: `${defs}${strap("M-290 -640C-390 -500 -390 -200 -316 -60", 44)}${strap("M290 -640C390 -500 390 -200 316 -60", 44)}${strap("M-60 -860C-70 -960 70 -960 60 -860", 30)}${clipped("rs", body, `<g transform="translate(0 -430)">${cloth.svg}</g>`)}${edged(body)}<path d="${pocket}" transform="translate(6 12)" fill="#140d07" opacity=".35"/><path d="${pocket}" fill="url(#bgL)" stroke="${darken(leather, 0.55)}" stroke-width="6"/><path d="M-184 -290Q0 -270 184 -290" fill="none" stroke="${lighten(leather, 0.5)}" stroke-width="5" stroke-dasharray="12 9"/><path d="${flap}" transform="translate(0 18)" fill="#140d07" opacity=".35"/>${clipped("rf", flap, `<g transform="translate(0 -560)">${cloth.svg}</g>`)}${edged(flap)}${[-130, 130].map((x) => strap(`M${x} -640V-380`, 40) + buckle(x, -430)).join("")}`,
      width: 780,
      height: 960,
      stance: "standing",
    };
  }
  if (kind === "case") {
    const body =
      "M-46 -1180Q0 -1206 46 -1180L58 -640C66 -590 130 -560 150 -480C158 -430 130 -400 124 -372C200 -330 234 -230 214 -130C196 -40 110 6 0 6C-110 6 -196 -40 -214 -130C-234 -230 -200 -330 -124 -372C-130 -400 -158 -430 -150 -480C-130 -560 -66 -590 -58 -640Z";
    return {
      svg: `${defs}${strap("M-110 -30C-330 -160 -300 -760 -48 -1110", 36)}${clipped("cs", body, `<g transform="translate(0 -280)">${cloth.svg}</g><g transform="translate(0 -1000)">${cloth.svg}</g>`)}${edged(body)}<path d="M-60 -640Q0 -622 60 -640M-128 -372Q0 -340 128 -372" stroke="${leather}" stroke-width="24" fill="none"/><path d="M24 -1180L34 -640C44 -590 104 -560 122 -480C130 -430 104 -396 100 -366C170 -320 200 -230 180 -140C166 -60 100 -22 30 -14" stroke="#8d8170" stroke-width="9" stroke-dasharray="7 5" fill="none"/>${strap("M-34 -470C-110 -500 -110 -640 -34 -660", 30)}<circle cx="32" cy="-640" r="13" fill="#d9b25a" stroke="#6d4d17" stroke-width="4"/>`,
      width: 620,
      height: 1210,
      stance: "standing",
    };
  }
  const body = "M-330 -500Q0 -540 330 -500C362 -330 356 -110 322 -26Q0 26 -322 -26C-356 -110 -362 -330 -330 -500Z";
  const flap =
    "M-338 -516Q0 -560 338 -516C350 -420 340 -330 300 -270Q150 -196 0 -196Q-150 -196 -300 -270C-340 -330 -350 -420 -338 -516Z";
  return {
    svg: `${defs}${strap("M-318 -486C-350 -700 -250 -900 -40 -930C200 -950 346 -720 318 -486", 42)}${clipped("bg", body, `<g transform="translate(0 -200)">${cloth.svg}</g>`)}${edged(body)}<path d="${flap}" transform="translate(4 20)" fill="#140d07" opacity=".35"/>${clipped("bf", flap, `<g transform="translate(0 -420)">${cloth.svg}</g>`)}<path d="${flap}" fill="url(#plump)"/><path d="${flap}" fill="none" stroke="${darken(leather, 0.4)}" stroke-width="24"/><path d="${flap}" fill="none" stroke="url(#bgL)" stroke-width="18"/><path d="${flap}" fill="none" stroke="${lighten(leather, 0.5)}" stroke-opacity=".6" stroke-width="3" stroke-dasharray="12 9"/>${strap("M0 -330V-150", 50)}${buckle(0, -200)}${[-318, 318].map((x) => `<circle cx="${x}" cy="-486" r="30" fill="none" stroke="#6d4d17" stroke-width="14"/><circle cx="${x}" cy="-487" r="30" fill="none" stroke="#d9b25a" stroke-width="8"/>`).join("")}`,
    width: 720,
    height: 960,
    stance: "standing",
  };
}

/** Knots laid over a form: `at` says where each corner of a knot comes to lie. */
export function laid(
  knots: Knots,
  colours: readonly string[],
  at: (u: number, v: number) => readonly [number, number],
): string {
  const { columns, rows } = knots;
  const paths = colours.map(() => "");
  const corner = (x: number, y: number) =>
    at(x / columns, y / rows)
      .map(to1)
      .join(" ");
  for (let y = 0; y < rows; y++) {
    let from = 0;
    for (let x = 1; x <= columns; x++) {
      const colour = knots.colour[y * columns + from] ?? 0;
      const isLong = x - from >= 6;
      if (x < columns && !isLong && knots.colour[y * columns + x] === colour) continue;
      paths[colour] += `M${corner(from, y)}L${corner(x, y)}L${corner(x, y + 1)}L${corner(from, y + 1)}Z`;
      from = x;
    }
  }
  return paths
    .map((d, i) =>
      d ? `<path d="${d}" fill="${colours[i] ?? "#000"}" stroke="${colours[i] ?? "#000"}" stroke-width="1.5"/>` : "",
    )
    .join("");
}

/** A tote of flat-weave standing on its own: sides bulge, the bands follow them, two webbing handles are sewn on. */
function tote(design: Design, subject: PictureSubject, random: Random, leather: string): Drawn {
  const { knots } = weave(design, subject, random, 62, 66, 10, "flat");
  const colours = coloursFrom(subject);
  const at = (u: number, v: number): readonly [number, number] => {
    const half = 318 + 34 * Math.sin(Math.PI * Math.min(1, v * 0.92)) - 26 * v ** 5;
    const x = (u * 2 - 1) * half;
    return [x, -690 + v * 690 + (1 - (u * 2 - 1) ** 2) * (16 + 26 * v) - 26 + 8 * Math.sin(u * 9) * (1 - v)];
  };
  const edge = (list: readonly (readonly [number, number])[]) => list.map(([x, y]) => `${to1(x)} ${to1(y)}`).join("L");
  const steps = Array.from({ length: 21 }, (_, i) => i / 20);
  const top = steps.map((t) => at(t, 0));
  const outline = `M${edge([...top, ...steps.map((t) => at(1, t)), ...steps.map((t) => at(1 - t, 1)), ...steps.map((t) => at(0, 1 - t))])}Z`;
  const mouth = `M${edge(top)}Q0 -780 -318 -714Z`;
  const webbing = darken(leather, 0.1);
  const handle = (x: number, y: number, rise: number, tone: string) => {
    const d = `M${-x} ${y}L${-x + 4} -720C${-x + 10} ${-rise} ${x - 30} ${-rise - 30} ${x - 4} -720L${x} ${y}`;
    return `<path d="${d}" fill="none" stroke="${darken(tone, 0.55)}" stroke-width="50" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${tone}" stroke-width="44" stroke-linejoin="round"/><path d="${d}" fill="none" stroke="${lighten(tone, 0.45)}" stroke-width="32" stroke-dasharray="9 8" stroke-opacity=".4"/><path d="${d}" fill="none" stroke="${tone}" stroke-width="26"/>`;
  };
  const sewn = [-150, 150]
    .map(
      (x) =>
        `<path d="M${x - 20} -560H${x + 20}V-480H${x - 20}Z" fill="${webbing}" stroke="${darken(leather, 0.55)}" stroke-width="3"/><path d="M${x - 15} -552L${x + 15} -488M${x + 15} -552L${x - 15} -488M${x - 15} -552H${x + 15}V-488H${x - 15}Z" fill="none" stroke="${lighten(leather, 0.55)}" stroke-width="4"/>`,
    )
    .join("");
  return {
    svg: `<defs>${FOLD}</defs>${handle(138, -690, 1010, darken(webbing, 0.25))}<path d="${mouth}" fill="${darken(colours[4] ?? "#333", 0.4)}"/><path d="M-316 -716Q0 -780 316 -716" fill="none" stroke="${webbing}" stroke-width="10"/>${clipped("tt", outline, `${laid(knots, colours, at)}<path d="${outline}" fill="url(#plump)"/><path d="M-340 -700Q-250 -300 -300 40H-400V-700ZM340 -700Q262 -300 306 40H400V-700Z" fill="#140d07" opacity=".2"/><path d="M-210 -700Q-250 -420 -190 -180Q-230 -420 -150 -700Z" fill="#fff" opacity=".08"/><path d="M-400 -36Q0 34 400 -36V80H-400Z" fill="#140d07" opacity=".22"/>`)}<path d="M${edge(top)}" fill="none" stroke="${webbing}" stroke-width="20" stroke-linejoin="round"/><path d="M${edge(top)}" fill="none" stroke="${lighten(leather, 0.4)}" stroke-width="4" stroke-dasharray="12 9"/>${handle(150, -490, 1040, webbing)}${sewn}`,
    width: 760,
    height: 1000,
    stance: "standing",
  };
}
