import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { shading } from "../objects/vessels";
import { cast, disc, filled, grain, lit, lying, moved, radial, slab, star, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { peg, strings } from "./parts";

/** The kamancha: a striped ball with a round skin, a turned neck, a spike, and its bow. */
export function kamancha({ palette }: PictureSubject, _random: Random): Drawn {
  const [wood = "#7a3f1a", amber = "#d8a24a", skin = "#f2e3c6", ebony = "#2b1b10"] = palette;
  const neck =
    "M-17 130L-20 -290C-26 -300 -26 -316 -18 -322L-24 -470Q0 -496 24 -470L18 -322C26 -316 26 -300 20 -290L17 130Z";
  const gores = times(9, (i) => {
    const t = (i - 4) / 4;
    return `<path d="M0 88C${to1(t * 230)} 150 ${to1(t * 230)} 350 0 412" stroke="${i % 2 ? amber : darken(wood, 0.25)}" stroke-width="20" fill="none"/>`;
  });
  const fiddle = `<defs>${radial("kamB", [
    [0, lighten(wood, 0.5)],
    [0.5, wood],
    [1, darken(wood, 0.65)],
  ])}${radial("kamS", [
    [0, lighten(skin, 0.6)],
    [0.65, skin],
    [1, darken(skin, 0.3)],
  ])}${shading("kamN", wood, "glaze")}${shading("kamI", ebony, "iron")}</defs>
${cast(`${disc(0, 250, 168)}${neck}`)}<path d="M-5 400H5L3 520H-3Z" fill="url(#kamI)"/><path d="${disc(0, 424, 20, 14)}" fill="${ebony}"/>
${filled("kamC", disc(0, 250, 168), "url(#kamB)", gores)}<path d="${disc(0, 250, 168)}" fill="url(#kamB)" opacity=".42"/>
<path d="${disc(0, 254, 118)}" fill="${darken(wood, 0.5)}"/><path d="${disc(0, 254, 110)}" fill="url(#kamS)"/><path d="${disc(0, 254, 114)}" fill="none" stroke="${amber}" stroke-width="3" stroke-dasharray="10 7"/>
<path d="M-70 230Q-20 200 10 240M20 300Q60 280 80 310" stroke="${darken(skin, 0.2)}" stroke-width="3" fill="none" opacity=".6"/>
<path d="${neck}" fill="url(#kamN)"/>${times(11, (i) => `<path d="M0 ${-270 + i * 34}l7 10l-7 10l-7 -10Z" fill="${lighten(skin, 0.5)}"/>`)}<path d="M-20 -290H20M-18 -322H18M-17 110H17" stroke="${lighten(skin, 0.3)}" stroke-width="5"/>
<path d="M-12 -340L-15 -440H15L12 -340Z" fill="${darken(wood, 0.7)}"/><path d="M0 -478C-22 -490 -16 -524 0 -540C16 -524 22 -490 0 -478Z" fill="url(#kamN)"/>
${peg(20, -352, 1, ebony, 1)}${peg(-20, -376, -1, ebony, 1)}${peg(20, -404, 1, ebony, 1)}${peg(-20, -430, -1, ebony, 1)}
<path d="M-44 298H44L36 312H-36Z" fill="${ebony}"/><path d="M-44 298H44" stroke="${amber}" stroke-width="3"/>
${strings(4, [412, 12], [298, 54], "#fbf7ee", 2.4)}${strings(4, [298, 54], [-322, 22], "#fbf7ee", 2.4)}`;
  const bow = `<path d="M0 -430C46 -300 46 240 8 400" stroke="#140d07" stroke-opacity=".28" stroke-width="16" fill="none" transform="translate(14 16)"/><path d="M0 -430L4 404" stroke="${lighten(skin, 0.55)}" stroke-width="11"/><path d="M-3 -420L1 400M3 -420L7 400" stroke="${darken(skin, 0.3)}" stroke-width="1"/><path d="M0 -438C50 -300 50 240 10 410L4 470" stroke="${darken(wood, 0.4)}" stroke-width="15" fill="none" stroke-linecap="round"/><path d="M0 -438C48 -300 48 240 8 410" stroke="${lighten(wood, 0.35)}" stroke-width="4" fill="none"/><path d="M-12 360H18V420H-12Z" fill="${ebony}"/><path d="M-12 372H18M-12 408H18" stroke="${amber}" stroke-width="5"/>`;
  return lying(moved(-70, 10, fiddle, -11) + moved(210, 20, bow, 9), 660, 1080);
}

/** The qanun: a trapezium of a zither with a field of pegs, three rosettes and strings in threes. */
export function qanun({ palette }: PictureSubject, random: Random): Drawn {
  const [wood = "#7a3f1a", amber = "#d8a24a", skin = "#f2e3c6", ebony = "#2b1b10"] = palette;
  const plane = lighten(amber, 0.25);
  const shape = "M-330 -300H500V300H-520Z";
  const leftAt = (y: number) => -330 - ((y + 300) / 600) * 190;
  const courses = times(24, (i) => {
    const y = -262 + i * 22.6;
    return [-5, 0, 5].map((d) => `M${to1(leftAt(y) + 84)} ${to1(y + d)}L450 ${to1(y + d * 0.8)}`).join("");
  });
  const pegs = times(48, (i) => {
    const y = -268 + (i % 24) * 22.8;
    const x = leftAt(y) + 18 + Math.floor(i / 24) * 28;
    return `M${to1(x)} ${to1(y)}l20 -7`;
  });
  const rosette = (x: number, y: number, r: number) =>
    `<g transform="translate(${x} ${y})"><circle r="${r * 1.2}" fill="${wood}"/><circle r="${r * 1.1}" fill="none" stroke="${skin}" stroke-width="3" stroke-dasharray="6 5"/><circle r="${r}" fill="${darken(ebony, 0.4)}"/><path d="${star(12, r * 0.98, r * 0.6)}${star(6, r * 0.66, r * 0.34)}${star(6, r * 0.66, r * 0.34, 30)}" fill="none" stroke="${amber}" stroke-width="4"/><circle r="${r * 0.2}" fill="${amber}"/></g>`;
  const svg = `<defs>${lit("qanF", plane, 0.4, 0.3)}${lit("qanW", wood, 0.3, 0.5)}</defs>${cast("M-340 -310H510V310H-530Z", 16, 24)}
<path d="M-346 -316H516V322H-544Z" fill="url(#qanW)"/>${filled("qanC", shape, "url(#qanF)", `<g transform="rotate(90)">${grain(620, 1080, darken(wood, 0.1), random, 48, 0.26)}</g>`)}
<path d="M-330 -300H500V300H-520Z" fill="none" stroke="${ebony}" stroke-width="7"/><path d="M-318 -288H488V288H-502Z" fill="none" stroke="${skin}" stroke-width="3" stroke-dasharray="14 8"/>
<path d="M${leftAt(-292) + 2} -292L${leftAt(292) + 2} 292H${leftAt(292) + 86}L${leftAt(-292) + 86} -292Z" fill="${darken(wood, 0.35)}"/>
${times(4, (i) => `<rect x="352" y="${-280 + i * 142}" width="112" height="134" rx="4" fill="${lighten(skin, 0.35)}" stroke="${wood}" stroke-width="5"/>`)}
${rosette(30, 40, 82)}${rosette(-170, 170, 52)}${rosette(200, -160, 52)}
<path d="M${leftAt(-288) + 84} -288L${leftAt(288) + 84} 288" stroke="${ebony}" stroke-width="12"/><path d="M${leftAt(-288) + 82} -288L${leftAt(288) + 82} 288" stroke="${lighten(skin, 0.4)}" stroke-width="4"/>
<path d="M408 -284V284" stroke="${ebony}" stroke-width="15"/><path d="M404 -284V284" stroke="${lighten(wood, 0.5)}" stroke-width="4"/>
<path d="${courses}" stroke="#140d07" stroke-opacity=".35" stroke-width="1.6" transform="translate(1 4)"/><path d="${courses}" stroke="#fdf8ea" stroke-width="1.7"/>
<g stroke="${ebony}" stroke-width="9" stroke-linecap="round"><path d="${pegs}"/></g><g stroke="${amber}" stroke-width="3" stroke-linecap="round" transform="translate(0 -2)"><path d="${pegs}"/></g>
<path d="${slab(476, 0, 26, 580)}" fill="url(#qanW)"/>`;
  return lying(moved(0, 0, svg, -6, 0.94), 1060, 740);
}
