import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { hanging, linear, lit, slab, times, to1 } from "../paint";
import type { Drawn } from "../scene";

/** A leaded panel: a bird in a pomegranate tree, light coming through every pane. */
export function leadedPanel({ palette }: PictureSubject, random: Random): Drawn {
  const [blue = "#2a7f9e", aqua = "#7fc4c9", mist = "#e3f2f1", red = "#b5463c"] = palette;
  const lead = "#24282c";
  const pane = (d: string, tone: string) => `<path d="${d}" fill="${tone}"/>`;
  const skies = [mist, lighten(aqua, 0.5), aqua, mix(aqua, blue, 0.4), lighten(blue, 0.5)];
  const sky = times(30, (i) => {
    const [column, row] = [i % 5, Math.floor(i / 5)];
    const jitter = (c: number, r: number) => {
      const edge = (v: number, max: number) => v === 0 || v === max;
      const dx = edge(c, 5) ? 0 : Math.sin(c * 12.9 + r * 78.2) * 34;
      const dy = edge(r, 6) ? 0 : Math.sin(c * 39.3 + r * 11.1) * 34;
      return `${to1(-340 + c * 136 + dx)} ${to1(-520 + r * 173 + dy)}`;
    };
    return pane(
      `M${jitter(column, row)}L${jitter(column + 1, row)}L${jitter(column + 1, row + 1)}L${jitter(column, row + 1)}Z`,
      skies[(column * 2 + row * 3 + random.whole(0, 1)) % skies.length] ?? mist,
    );
  });
  const leaf = (x: number, y: number, turn: number, tone: string) =>
    `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M0 0C-40 -30 -40 -100 0 -140C40 -100 40 -30 0 0Z" fill="${tone}"/><path d="M0 0V-140" stroke-width="6"/></g>`;
  const fruit = (x: number, y: number, size: number) =>
    `<g transform="translate(${x} ${y}) scale(${size})"><path d="M-16 -64L-34 -104L0 -84L34 -104L16 -64Z" fill="#e0a030"/><path d="M0 -70C70 -70 92 0 70 46C50 84 -50 84 -70 46C-92 0 -70 -70 0 -70Z" fill="${red}"/><path d="M-16 -66C-30 -10 -24 40 -6 74L-70 46C-92 0 -70 -60 -16 -66Z" fill="${lighten(red, 0.28)}"/></g>`;
  const greens = ["#3e7c59", "#5f9f5a", "#2f5f48", "#8fb85a"];
  const leaves: readonly (readonly [number, number, number])[] = [
    [-250, -180, -50],
    [-180, -320, -20],
    [-90, -400, 10],
    [60, -420, -10],
    [170, -360, 30],
    [270, -230, 60],
    [-290, 0, -80],
    [290, -40, 90],
    [-120, -240, -70],
    [190, -190, 10],
    [-40, -310, 40],
    [-220, 60, -120],
    [250, 60, 120],
    [110, -290, 66],
  ];
  const tree = `${pane("M-36 400C-20 240 -60 150 -20 20L30 30C10 140 50 240 40 400Z", "#7a4f2a")}${pane("M-20 20C-60 -80 -190 -80 -250 -160L-220 -190C-150 -120 -60 -130 0 -20Z", "#8a5a30")}${pane("M30 30C60 -90 170 -110 240 -200L262 -168C190 -70 110 -60 60 40Z", "#6d4424")}${pane("M0 -20C-10 -130 20 -240 10 -340L44 -340C60 -230 30 -120 30 30Z", "#8a5a30")}${leaves.map(([x, y, turn], i) => leaf(x, y, turn, greens[i % greens.length] ?? "#3e7c59")).join("")}${fruit(-170, -60, 0.86)}${fruit(170, -20, 0.94)}${fruit(-30, -170, 0.7)}`;
  const bird = `<g transform="translate(96 150)">${pane("M-210 60C-300 110 -330 190 -330 260C-270 210 -210 180 -130 130Z", darken(blue, 0.2))}${pane("M-210 60C-320 90 -380 130 -400 190C-320 170 -250 150 -170 110Z", "#e0a030")}${pane("M-210 70C-160 -20 -60 -60 20 -50C70 -50 80 10 60 60C20 150 -120 160 -210 70Z", mix(blue, "#1d3f9e", 0.35))}${pane("M-170 60C-120 0 -50 -10 10 10C0 80 -90 120 -170 60Z", "#e7b93c")}${pane("M10 -46C0 -110 60 -140 104 -110C136 -84 120 -20 70 10C60 -20 40 -44 10 -46Z", aqua)}${pane("M116 -92L180 -74L116 -54Z", "#d9772a")}<circle cx="80" cy="-82" r="13" fill="#1a1d20" stroke="#fff" stroke-width="5"/><path d="M-60 124L-66 200M-10 120L-6 196" stroke-width="13"/></g>`;
  const ground = `${pane("M-340 518V400Q-200 350 -36 396V518Z", "#5f9f5a")}${pane("M-36 396Q140 340 340 420V518H-36Z", "#3e7c59")}${pane("M-340 518V460Q-180 430 0 470Q180 430 340 470V518Z", "#8fb85a")}`;
  const border = times(24, (i) => {
    const side = i % 2 ? 1 : -1;
    const y = -560 + Math.floor(i / 2) * 96;
    return pane(
      `M${side * 340} ${y}h${side * 48}v96h${side * -48}Z`,
      (Math.floor(i / 2) + (side > 0 ? 1 : 0)) % 2 ? red : "#e7b93c",
    );
  });
  const edges = times(14, (i) => {
    const x = -340 + (i % 7) * 97;
    const y = i < 7 ? -568 : 520;
    return pane(`M${to1(x)} ${y}h97v48h-97Z`, i % 2 ? blue : aqua);
  });
  const glints = times(16, () => {
    const [x, y] = [random.between(-320, 260), random.between(-500, 440)];
    return `<path d="M${to1(x)} ${to1(y)}q${random.whole(14, 40)} -12 ${random.whole(46, 90)} ${random.whole(-20, 20)}"/>`;
  });
  return hanging(
    `<defs>${lit("lpF", "#5a3a26", 0.35, 0.4)}${linear(
      "lpL",
      [
        [0, "#fff", 0.5],
        [0.4, "#fff", 0.08],
        [1, "#06202c", 0.35],
      ],
      [0.1, 0, 0.7, 1],
    )}</defs><path d="M-300 -640L0 -780L300 -640" fill="none" stroke="#4a4a4a" stroke-width="8"/><circle cy="-780" r="16" fill="#8a8f98"/><path d="${slab(0, 0, 860, 1230, 8)}" fill="url(#lpF)"/><path d="${slab(0, 0, 790, 1150, 2)}" fill="${lead}"/><g stroke="${lead}" stroke-width="11" stroke-linejoin="round" fill="none">${sky}${ground}${border}${edges}<clipPath id="lpC"><path d="M-340 -520H340V518H-340Z"/></clipPath><g clip-path="url(#lpC)">${tree}${bird}</g></g><g stroke="#fff" stroke-opacity=".4" stroke-width="9" fill="none" stroke-linecap="round">${glints}</g><path d="${slab(0, 0, 776, 1136)}" fill="url(#lpL)"/><path d="${slab(0, 0, 790, 1150, 2)}" fill="none" stroke="${darken("#5a3a26", 0.6)}" stroke-width="8"/>`,
    860,
    1300,
  );
}
