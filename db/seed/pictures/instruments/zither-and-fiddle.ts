import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { shading } from "../objects/vessels";
import { cast, disc, filled, grain, lit, lying, moved, radial, slab, star, times, to1 } from "../paint";
import type { Drawn } from "../scene";

/** The kamancha, turned a little: a striped ball that the skin closes on one side, a round neck, a long spike, its bow. */
export function kamancha({ palette }: PictureSubject, _random: Random): Drawn {
  const [wood = "#7a3f1a", amber = "#d8a24a", skin = "#f2e3c6", ebony = "#2b1b10"] = palette;
  const pale = lighten(skin, 0.5);
  const [R, y] = [156, 250];
  // Staves of walnut and maple run from pole to pole, as the meridians of a globe do.
  const gores = times(12, (i) => {
    const [from, to] = [-96 + i * 16, -88 + i * 16].map((a) => Math.sin((a * Math.PI) / 180) * R) as [number, number];
    const arc = (x: number, sweep: 0 | 1) => `A${to1(Math.abs(x) + 0.1)} ${R} 0 0 ${sweep}`;
    return `<path d="M0 ${y - R}${arc(from, from > 0 ? 1 : 0)} 0 ${y + R}${arc(to, to > 0 ? 0 : 1)} 0 ${y - R}Z" fill="${i % 2 ? amber : darken(wood, 0.3)}"/>`;
  });
  const face = { x: 26, rx: 96, ry: 104 };
  const eye = disc(face.x, y + 4, face.rx, face.ry);
  const neck = "M-22 118L-15 -190Q-14 -204 -24 -212L-30 -232H30L24 -212Q14 -204 15 -190L22 118Z";
  const box = "M-27 -232C-33 -300 -29 -360 -22 -420H22C29 -360 33 -300 27 -232Z";
  const ring = (at: number, half: number) =>
    `<path d="M${-half} ${at}Q0 ${at + 9} ${half} ${at}" fill="none" stroke="${pale}" stroke-width="7"/><path d="M${-half} ${at + 8}Q0 ${at + 17} ${half} ${at + 8}" fill="none" stroke="${ebony}" stroke-width="3"/>`;
  const key = (at: number, side: 1 | -1) =>
    `<g transform="translate(${side * 22} ${at}) scale(${side} 1)"><path d="M-4 -7H40L52 -13V13L40 7H-4Z" fill="url(#kamI)"/><circle cx="72" r="25" fill="${ebony}"/><circle cx="72" r="22" fill="${darken(wood, 0.35)}"/><circle cx="66" cy="-7" r="8" fill="${lighten(wood, 0.55)}" opacity=".8"/><circle cx="98" r="6" fill="${pale}"/></g>`;
  const bridge = y + 36;
  const courses = [-1.5, -0.5, 0.5, 1.5].map(
    (i) => `M${to1(i * 7)} -240L${to1(face.x - 8 + i * 15)} ${bridge}L${to1(i * 5)} ${y + R + 14}`,
  );
  const strung = courses.join("");
  const fiddle = `<defs>${radial("kamB", [
    [0, "#fff", 0.42],
    [0.42, "#fff", 0],
    [0.75, "#140d07", 0.3],
    [1, "#140d07", 0.75],
  ])}${radial("kamS", [
    [0, lighten(skin, 0.6)],
    [0.65, skin],
    [1, darken(skin, 0.35)],
  ])}${shading("kamN", wood, "glaze")}${shading("kamI", ebony, "iron")}${shading("kamE", "#9a948a", "silver")}</defs>
${cast(`${disc(0, y, R)}${neck}${box}M-8 400H8L5 600H-5Z`)}<path d="M-9 390H9L5 600Q0 612 -5 600Z" fill="url(#kamE)"/><path d="${disc(0, 512, 15, 9)}${disc(0, 530, 11, 7)}" fill="#8f897f"/><path d="M-26 394H26L14 446H-14Z" fill="url(#kamN)"/>${ring(402, 24)}${ring(432, 16)}
<path d="${neck}" fill="url(#kamN)"/>${ring(84, 22)}${ring(-60, 19)}${ring(-184, 16)}
${filled("kamC", disc(0, y, R), wood, gores)}<path d="${disc(0, y, R)}" fill="url(#kamB)"/>
<path d="${disc(face.x - 3, y + 4, face.rx + 13, face.ry + 13)}" fill="${ebony}"/><path d="${disc(face.x - 3, y + 4, face.rx + 8, face.ry + 8)}" fill="none" stroke="${pale}" stroke-width="5" stroke-dasharray="9 7"/><path d="${eye}" fill="url(#kamS)"/><path d="M${face.x - 60} ${y - 20}Q${face.x - 20} ${y - 54} ${face.x + 6} ${y - 20}M${face.x - 10} ${y + 74}Q${face.x + 30} ${y + 56} ${face.x + 56} ${y + 70}" stroke="${darken(skin, 0.25)}" stroke-width="3" fill="none" opacity=".6"/><path d="M-116 ${y - 50}C-112 ${y - 92} -84 ${y - 122} -52 ${y - 134}" stroke="#fff" stroke-opacity=".75" stroke-width="11" fill="none" stroke-linecap="round"/>
${key(-262, 1)}${key(-300, -1)}${key(-340, 1)}${key(-380, -1)}<path d="${box}" fill="url(#kamN)"/><path d="M-13 -250L-16 -404H16L13 -250Z" fill="${darken(wood, 0.75)}"/>${ring(-238, 29)}${ring(-420, 22)}<path d="M-20 -424C-44 -446 -40 -486 0 -520C40 -486 44 -446 20 -424Z" fill="url(#kamN)"/><path d="M0 -520V-548" stroke="${pale}" stroke-width="10" stroke-linecap="round"/>
<path d="${strung}" transform="translate(7 9)" stroke="#140d07" stroke-opacity=".35" stroke-width="3" fill="none"/><path d="M${face.x - 40} ${bridge + 12}L${face.x - 32} ${bridge - 6}Q${face.x} ${bridge - 16} ${face.x + 32} ${bridge - 6}L${face.x + 40} ${bridge + 12}H${face.x + 14}Q${face.x} ${bridge - 4} ${face.x - 14} ${bridge + 12}Z" fill="${ebony}"/><path d="${strung}" stroke="#fbf7ee" stroke-width="3" fill="none"/>`;
  const bow = `<path d="M-4 -470C66 -330 62 250 14 500" stroke="#140d07" stroke-opacity=".25" stroke-width="20" fill="none" transform="translate(16 18)"/><path d="M-6 -452L2 440" stroke="#140d07" stroke-opacity=".25" stroke-width="16" transform="translate(14 18)"/><path d="M-6 -452L2 440" stroke="${pale}" stroke-width="20"/><path d="M-13 -440L-5 430M-6 -440L2 430M1 -440L9 430" stroke="${darken(skin, 0.3)}" stroke-width="1.4"/><path d="M-8 -476C66 -330 62 250 14 470L6 560" stroke="${darken(wood, 0.4)}" stroke-width="20" fill="none" stroke-linecap="round"/><path d="M-6 -470C62 -330 58 250 10 466" stroke="${lighten(wood, 0.4)}" stroke-width="5" fill="none"/><path d="M-24 412H30V486H-24Z" fill="${ebony}"/><path d="M-24 428H30M-24 470H30" stroke="${amber}" stroke-width="6"/><path d="M-22 -482L14 -470L2 -430L-20 -440Z" fill="${ebony}"/><circle cx="6" cy="566" r="13" fill="${amber}"/>`;
  return lying(moved(-100, -20, fiddle, -7) + moved(232, -10, bow, 7), 720, 1240);
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
