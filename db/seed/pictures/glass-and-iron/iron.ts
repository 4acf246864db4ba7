import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { bead, linear, moved, slab, times, to1 } from "../paint";
import type { Drawn } from "../scene";

const BLACK = "#2b2b2b";

/** A forged bar along a path: black, with a worn gleam. */
function bar(d: string, width: number, tone = BLACK): string {
  return `<g fill="none" stroke-linecap="round" stroke-linejoin="round"><path d="${d}" stroke="#140d07" stroke-opacity=".28" stroke-width="${width + 6}" transform="translate(12 16)"/><path d="${d}" stroke="${darken(tone, 0.6)}" stroke-width="${width}"/><path d="${d}" stroke="${lighten(tone, 0.14)}" stroke-width="${to1(width * 0.7)}"/><path d="${d}" stroke="${lighten(tone, 0.55)}" stroke-width="${to1(width * 0.2)}" transform="translate(${to1(-width * 0.16)} ${to1(-width * 0.16)})"/></g>`;
}

/** Twist in a square bar, drawn upright between two heights at x. */
function twist(x: number, from: number, to: number, width: number): string {
  const turns = Math.floor((to - from) / 17);
  const line = (dy: number) =>
    times(turns, (i) => `M${x - width / 2} ${from + i * 17 + 13 + dy}L${x + width / 2} ${from + i * 17 + dy}`);
  return `<path d="${slab(x, (from + to) / 2, width, to - from, 6)}" fill="url(#irV)"/><path d="${line(0)}" stroke="#0d0d0d" stroke-width="6"/><path d="${line(6)}" stroke="#9a9a98" stroke-width="2.5"/>`;
}

const onWall = (svg: string, width: number, height: number): Drawn => ({
  svg,
  width,
  height,
  stance: "hanging",
  outline: "cast",
});

const vertical = `<defs>${linear("irV", [
  [0, "#161616"],
  [0.3, "#8d8d8a"],
  [0.5, "#3a3a39"],
  [1, "#0f0f0f"],
])}${linear(
  "irP",
  [
    [0, "#777773"],
    [0.4, "#3a3a39"],
    [1, "#151515"],
  ],
  [0, 0, 1, 1],
)}</defs>`;

/** Shovel, poker and tongs hung from a scrolled bar. */
export function hearthSet(_subject: PictureSubject, random: Random): Drawn {
  const ring = (x: number) =>
    bar(`M${x - 30} -430A30 34 0 1 1 ${x + 30} -430Q${x + 30} -396 ${x} -386Q${x - 30} -396 ${x - 30} -430`, 15);
  const handle = (x: number) => `${ring(x)}${twist(x, -386, -110, 32)}${bead(x, -96, 22, "#4a4a48")}`;
  const dents = (cx: number, cy: number, w: number, h: number) =>
    times(
      26,
      () =>
        `<ellipse cx="${to1(cx + random.between(-w, w))}" cy="${to1(cy + random.between(-h, h))}" rx="15" ry="12" fill="${random.next() < 0.5 ? "#fff" : "#000"}" opacity=".12"/>`,
    );
  const blade = "M-330 250Q-330 230 -310 230H-190Q-170 230 -170 250L-150 480Q-150 510 -180 512H-320Q-350 510 -350 480Z";
  const hook = (x: number) => bar(`M${x} -560V-500Q${x} -450 ${x + 30} -452Q${x + 54} -458 ${x + 46} -486`, 17);
  return onWall(
    `${vertical}${bar("M-420 -560H420", 34)}${bar("M-420 -560C-500 -560 -520 -640 -460 -660C-410 -668 -400 -610 -440 -604", 20)}${bar("M420 -560C500 -560 520 -640 460 -660C410 -668 400 -610 440 -604", 20)}${bar("M0 -576C-60 -640 -150 -640 -140 -590C-130 -560 -90 -580 -106 -600M0 -576C60 -640 150 -640 140 -590C130 -560 90 -580 106 -600", 16)}${bead(0, -590, 22, "#5a5a58")}${[-380, 380].map((x) => bead(x, -560, 15, "#8c8c8a")).join("")}
${hook(-270)}${hook(-20)}${hook(230)}
${bar("M-250 -96V250", 24)}${handle(-250)}<path d="${blade}" transform="translate(12 16)" fill="#140d07" opacity=".3"/><path d="${blade}" fill="url(#irP)" stroke="#111" stroke-width="5"/>${dents(-250, 380, 74, 110)}<path d="M-330 250L-346 480M-170 250L-154 480" stroke="#9a9a98" stroke-width="5"/><path d="M-290 230Q-250 180 -210 230Z" fill="#222"/>
${bar("M0 -96V440C0 500 -10 530 -30 540", 24)}${bar("M0 380C20 430 76 430 86 372", 18)}${handle(0)}
${bar("M250 -96V60M250 60C150 160 180 330 236 500M250 60C350 160 320 330 264 500", 21)}${handle(250)}${bead(250, 66, 30, "#4a4a48")}<path d="M206 470L246 540L256 480ZM294 470L254 540L246 480Z" fill="#222"/>`,
    1060,
    1300,
  );
}

/** A wall rack: five hooks that end in pomegranate flowers, scrolls above. */
export function wallRack(_subject: PictureSubject, _random: Random): Drawn {
  const flower = `<path d="M-30 20C-44 -20 -30 -44 0 -50C30 -44 44 -20 30 20L44 66L18 48L0 76L-18 48L-44 66Z" transform="translate(10 14)" fill="#140d07" opacity=".28"/><path d="M-30 20C-44 -20 -30 -44 0 -50C30 -44 44 -20 30 20L44 66L18 48L0 76L-18 48L-44 66Z" fill="url(#irP)" stroke="#111" stroke-width="4"/><path d="M-18 -26Q-30 0 -20 26M0 20V60M-14 24L-24 50M14 24L24 50" stroke="#a8a8a4" stroke-width="5" fill="none" stroke-linecap="round"/>`;
  const hook = (x: number) =>
    `${bar(`M${x} 20V170C${x} 270 ${x + 90} 270 ${x + 92} 190`, 24)}${twist(x, 40, 150, 26)}${moved(x + 92, 150, flower, 180, 1)}<path d="${slab(x, 0, 54, 54, 8)}" fill="url(#irP)" stroke="#111" stroke-width="4"/>${bead(x, 0, 13, "#8c8c8a")}`;
  const scroll = (s: number) =>
    `M${s * 30} -60C${s * 120} -60 ${s * 160} -190 ${s * 90} -226C${s * 30} -244 ${s * 6} -180 ${s * 50} -166C${s * 76} -160 ${s * 80} -190 ${s * 64} -196M${s * 150} -60C${s * 250} -60 ${s * 300} -190 ${s * 220} -206C${s * 170} -210 ${s * 160} -150 ${s * 200} -148M${s * 280} -60C${s * 380} -60 ${s * 430} -160 ${s * 356} -172C${s * 310} -174 ${s * 306} -124 ${s * 344} -122`;
  return onWall(
    `${vertical}${bar(scroll(1), 19)}${bar(scroll(-1), 19)}${bar("M-490 -60H490", 26)}${bar("M-520 0H520", 30)}${bar("M520 0C580 0 590 -60 550 -70C516 -74 514 -34 540 -34M-520 0C-580 0 -590 -60 -550 -70C-516 -74 -514 -34 -540 -34", 18)}${moved(0, -270, flower, 180, 1.3)}${bar("M0 -60V-190", 20)}${[-440, -230, -20, 190, 400].map((x) => hook(x - 30)).join("")}`,
    1160,
    660,
  );
}
