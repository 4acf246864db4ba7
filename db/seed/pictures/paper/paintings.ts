import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import {
  archPath,
  disc,
  faded,
  group,
  line,
  oval,
  path,
  rect,
  rectPath,
  shadow,
  SHADES,
  solid,
  times,
  within,
} from "../shapes";

/** A wash with a darker rim, as pigment dries. */
function wash(d: string, colour: string, opacity: number): string {
  return `<path d="${d}" fill="${colour}" fill-opacity="${opacity}" stroke="${colour}" stroke-opacity="${Math.min(1, opacity * 0.8)}" stroke-width="5"/>`;
}

function blot(random: Random, x: number, y: number, rx: number, ry: number): string {
  const points = Array.from({ length: 10 }, (_, i) => {
    const a = (i / 10) * Math.PI * 2;
    const r = random.between(0.78, 1.12);
    return [x + Math.cos(a) * rx * r, y + Math.sin(a) * ry * r] as const;
  });
  return `${points
    .map(([px, py], i) => {
      const [nx, ny] = points[(i + 1) % points.length] ?? [px, py];
      const middle = `${((px + nx) / 2).toFixed(0)} ${((py + ny) / 2).toFixed(0)}`;
      return i === 0 ? `M${middle}` : `Q${px.toFixed(0)} ${py.toFixed(0)} ${middle}`;
    })
    .join("")}Z`;
}

/** A painted field with the loose edge of a brush that ran dry. */
function field(random: Random, w: number, h: number): string {
  const at = (x: number, y: number) =>
    `${(x + random.between(-16, 16)).toFixed(0)} ${(y + random.between(-16, 16)).toFixed(0)}`;
  let d = `M${at(-w, -h)}`;
  const side = (x0: number, y0: number, x1: number, y1: number) => {
    for (let i = 1; i <= 7; i++) {
      const [a, b] = [(i - 0.5) / 7, i / 7];
      d += `Q${at(x0 + (x1 - x0) * a, y0 + (y1 - y0) * a)} ${at(x0 + (x1 - x0) * b, y0 + (y1 - y0) * b)}`;
    }
  };
  side(-w, -h, w, -h);
  side(w, -h, w, h);
  side(w, h, -w, h);
  side(-w, h, -w, -h);
  return `${d}Z`;
}

function boat(x: number, y: number, s: number, sail: string): string {
  return group(
    x,
    y,
    s,
    wash("M-110 0Q0 40 130 -8Q110 60 20 62Q-70 60 -110 0Z", "#5a3a2a", 0.85) +
      line("M0 10L24 -230M6 10L-60 -20", "#4a3528", 6) +
      wash("M26 -226Q130 -130 118 -22Q60 -10 8 -10Z", sail, 0.8) +
      wash("M18 -200Q-70 -110 -90 -16Q-40 -6 2 -14Z", "#f3e6cf", 0.9) +
      faded(0.5, wash("M-100 66Q0 100 130 62Q60 120 0 116Q-60 110 -100 66Z", "#27496d", 0.4)),
    -8,
  );
}

function caspianWind(random: Random): string {
  let sky = "";
  for (let i = 0; i < 16; i++)
    sky += wash(
      blot(
        random,
        random.between(-330, 330),
        random.between(-480, -140),
        random.between(90, 220),
        random.between(30, 80),
      ),
      random.pick(["#7ba3c0", "#27496d", "#b7ccd6", "#d9b98a", "#9fb9c6"]),
      random.between(0.12, 0.3),
    );
  let sea = "";
  for (let i = 0; i < 18; i++) {
    const y = -60 + i * 32;
    const lift = random.between(12, 34);
    sea += wash(
      `M-340 ${y}q85 ${-lift} 170 0t170 ${random.whole(-8, 8)}t170 0t170 0V${y + random.whole(34, 70)}q-170 ${lift} -340 0t-340 0Z`,
      random.pick(["#27496d", "#3f7f8f", "#4f7f8a", "#1d3550", "#5f9aa0"]),
      random.between(0.16, 0.34),
    );
  }
  const foam = line(
    times(16, () => {
      const [x, y] = [random.whole(-310, 250), random.whole(-10, 460)];
      return `M${x} ${y}q20 -16 40 -2t36 -4`;
    }),
    "#fbf7ec",
    7,
    0.85,
  );
  return (
    within(
      "wash",
      field(random, 345, 510),
      rect(-400, -560, 800, 1120, "#e9eae4") +
        sky +
        disc(170, -330, 60, "#e9b44c").replace("/>", ' fill-opacity=".75"/>') +
        wash("M-400 -70Q-260 -130 -150 -84T60 -90T400 -76V-40H-400Z", "#6b6f78", 0.4) +
        sea +
        boat(-200, 0, 0.55, "#c9724a") +
        boat(240, 60, 0.7, "#d9a24a") +
        boat(-40, 270, 1.25, "#b5463c") +
        foam,
    ) +
    line(
      "M-120 -440q20 -22 36 0q16 -22 36 0M-20 -390q14 -16 26 0q12 -16 26 0M-230 -380q14 -16 26 0q12 -16 26 0",
      "#33424c",
      5,
    )
  );
}

const BRUSH =
  shadow(12, 0, 60, 340) +
  solid("M-9 -330Q-16 0 -12 160H12Q16 0 9 -330Q0 -350 -9 -330Z", "#7d2c3b") +
  rect(-13, 155, 26, 80, "#c9ced1") +
  solid("M-15 235Q-20 290 0 350Q20 290 15 235Z", "#4a3528");

const GOLD = "#c9a13a";

function person(x: number, y: number, robe: string, sash: string, turn: 1 | -1): string {
  return group(
    x,
    y,
    1,
    `<g transform="scale(${turn} 1)">${path("M-46 0Q-50 -90 -24 -136H24Q56 -90 62 0Z", robe)}${path("M-10 -136L18 0H30L12 -136Z", GOLD)}${line("M-30 -62H40", sash, 12)}${line("M18 -118Q60 -100 66 -76", robe, 24)}${disc(70, -74, 9, "#e8bf98")}${oval(0, -160, 22, 26, "#e8bf98")}${path("M-24 -164Q-28 -198 0 -204Q30 -198 25 -166Q10 -182 -24 -164Z", "#fbf7ec")}${path("M-6 -200L6 -226L12 -198Z", sash)}${line("M8 -160h6M-6 -158h5", "#2b2118", 3)}</g>`,
  );
}

function cypress(x: number, y: number, h: number): string {
  return (
    rect(x - 5, y - 20, 10, 24, "#5a3a2a") +
    path(
      `M${x} ${y - h}Q${x + 46} ${y - h * 0.4} ${x + 26} ${y - 16}H${x - 26}Q${x - 46} ${y - h * 0.4} ${x} ${y - h}Z`,
      "#1f4a36",
    ) +
    line(
      times(8, (i) => `M${x - 18 + (i % 3) * 4} ${y - 40 - i * h * 0.09}q18 -16 ${30 - i * 2} -6`),
      "#5f9a5a",
      3,
    )
  );
}

function blossom(random: Random, x: number, y: number): string {
  const crown = times(34, () => {
    const a = random.between(0, 6.28);
    const r = Math.sqrt(random.next()) * 82;
    const [px, py] = [Math.round(x + Math.cos(a) * r), Math.round(y - 150 + Math.sin(a) * r * 0.8)];
    return disc(px, py, 12, random.pick(["#f6d5d2", "#f2b8b5", "#fbf1ea"])) + disc(px, py, 4, "#b5463c");
  });
  return (
    line(
      `M${x} ${y}Q${x + 14} ${y - 60} ${x} ${y - 110}M${x + 4} ${y - 70}L${x + 44} ${y - 140}M${x + 4} ${y - 80}L${x - 44} ${y - 140}`,
      "#5a3a2a",
      12,
    ) + crown
  );
}

function miniature(random: Random): string {
  const pavilion =
    rect(-250, -300, 260, 360, "#e9c9a0") +
    rect(-266, -330, 292, 34, "#27496d") +
    times(9, (i) => path(`M${-266 + i * 32} -330l16 -24l16 24Z`, GOLD)) +
    path("M-200 -354Q-210 -440 -120 -470Q-30 -440 -40 -354Z", "#2f7f8c") +
    line("M-120 -470V-506M-200 -354Q-160 -440 -120 -470M-40 -354Q-80 -440 -120 -470", GOLD, 6) +
    path(archPath(-220, 56, 200, 300), "#7d2c3b") +
    path(archPath(-200, 56, 160, 270), "#f1dfb8") +
    times(12, (i) => disc(-236 + (i % 2) * 232, -270 + Math.floor(i / 2) * 58, 10, i % 3 ? "#27496d" : "#b5463c")) +
    rect(-256, 40, 272, 36, "#b5463c") +
    line("M-250 58H10", GOLD, 5);
  const pool =
    path("M-60 330L130 300L220 390L-10 430Z", GOLD) +
    path("M-44 334L126 308L204 386L-4 420Z", "#5fa0b5") +
    line("M0 350q30 -14 60 0t60 -6M30 384q30 -12 60 0t50 -6", "#dfeff2", 4) +
    group(96, 352, 0.5, path("M-40 0Q0 30 44 0Q60 -30 40 -44Q30 -20 0 -16Q-30 -14 -40 0Z", "#fbf7ec"));
  const flowers = times(34, () => {
    const [x, y] = [random.whole(-270, 270), random.whole(120, 490)];
    return (
      line(`M${x} ${y}v18`, "#2f5d34", 4) + disc(x, y - 4, 9, random.pick(["#b5463c", "#f6f1e6", "#e7b74f", "#7a4a8a"]))
    );
  });
  return (
    rect(-390, -570, 780, 1140, "#efe2c2") +
    rect(-360, -540, 720, 1080, "#27496d") +
    times(60, (i) => {
      const long = i % 30;
      const [x, y] =
        i < 30
          ? [-348 + (long % 15) * 49.5, long < 15 ? -518 : 518]
          : [long < 15 ? -337 : 337, -470 + (long % 15) * 67];
      return disc(Math.round(x), Math.round(y), 13, GOLD) + disc(Math.round(x), Math.round(y), 6, "#b5463c");
    }) +
    rect(-312, -494, 624, 988, GOLD) +
    within(
      "mini",
      rectPath(-300, -482, 600, 964),
      rect(-300, -482, 600, 964, "#e6c765") +
        path("M-300 -230Q-120 -330 0 -220T300 -270V500H-300Z", "#c9a0b8") +
        path("M-300 -60Q-100 -150 60 -80T300 -120V500H-300Z", "#8fb58a") +
        path("M-300 80Q-60 20 300 90V500H-300Z", "#5f8f5a") +
        cypress(200, 40, 430) +
        cypress(120, 0, 330) +
        pavilion +
        blossom(random, 56, 90) +
        blossom(random, 244, 190) +
        flowers +
        pool +
        person(-120, 260, "#b5463c", "#27496d", 1) +
        person(-10, 250, "#2f5f8c", "#b5463c", -1) +
        person(200, 300, "#d98c3a", "#2f5d34", -1) +
        line("M-220 -420q30 -24 60 0t60 0M120 -430q24 -20 48 0t48 0", "#fbf7ec", 12),
    )
  );
}

/** Paintings on paper: a loose watercolour of boats and a miniature in gouache and gold. */
export function canvasGarden(subject: PictureSubject, random: Random): Drawn {
  if (/miniature/i.test(subject.title.en))
    return { svg: SHADES + miniature(random), width: 780, height: 1140, stance: "hanging" };
  return {
    svg: SHADES + rect(-420, -590, 840, 1180, "#fbf8f0", 3) + caspianWind(random) + group(400, 330, 0.95, BRUSH, 18),
    width: 840,
    height: 1180,
    stance: "flat",
  };
}
