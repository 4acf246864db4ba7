import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import {
  BUTA,
  disc,
  faded,
  group,
  line,
  oval,
  path,
  rect,
  rectPath,
  shade,
  SHADES,
  solid,
  textRows,
  times,
  within,
} from "../shapes";

const PAPER = "#f6f1e6";

/** Views of the shore, each a small print in three or four flat colours. */
function shore(index: number): string {
  const skies = ["#e9c98a", "#9cc4c9", "#e2a58a", "#cfd8cf"];
  const sea = ["#2f5d62", "#1f6f86", "#3b4f78", "#4f8a82"][index % 4] ?? "#2f5d62";
  const subject =
    index % 4 === 0
      ? solid("M-40 150L-28 -150H28L40 150Z", "#f6f1e6") +
        rect(-38, -60, 76, 50, "#b5463c") +
        rect(-39, 50, 78, 50, "#b5463c") +
        rect(-34, -196, 68, 46, "#2b3a40") +
        rect(-22, -188, 44, 32, "#f3d27a") +
        path("M-44 -196L0 -236L44 -196Z", "#b5463c") +
        path("M-320 160Q-60 90 120 150T320 150V220H-320Z", "#b48a5a")
      : index % 4 === 1
        ? path("M-120 60Q0 110 150 40Q120 130 0 132Q-80 126 -120 60Z", "#7d3b2b") +
          path("M10 50V-170L120 30Z", "#f6f1e6") +
          path("M-4 50V-150L-90 40Z", "#e2a24a") +
          line("M4 60V-180", "#4a2f22", 8)
        : index % 4 === 2
          ? times(3, (i) =>
              group(
                -170 + i * 170,
                140 - (i % 2) * 26,
                0.62 + (i % 2) * 0.2,
                line(
                  "M-80 0L-18 -330H18L80 0M-60 -90H60M-66 -60L48 -150M66 -60L-48 -150M-40 -190H40M-44 -170L30 -260M44 -170L-30 -260",
                  "#2b2320",
                  12,
                ),
              ),
            ) + path("M-320 140H320V220H-320Z", "#8a5a3a")
          : path("M-320 150L-200 20L-60 60L40 -70L190 40L320 -10V220H-320Z", "#c9a071") +
            path("M40 -70L190 40L320 -10V220L60 200Z", "#a57c50") +
            times(
              5,
              (i) =>
                rect(-230 + i * 50, 110 - (i % 3) * 16, 40, 70, i % 2 ? "#efe2c6" : "#dcc49a") +
                rect(-218 + i * 50, 130 - (i % 3) * 16, 14, 22, "#5a4230"),
            );
  return (
    rect(-300, -220, 600, 440, PAPER) +
    within(
      `card${index}`,
      rectPath(-276, -196, 552, 392),
      rect(-276, -196, 552, 392, skies[index % 4] ?? PAPER) +
        disc(150, -90, 54, index % 2 ? "#f6f1e6" : "#d8663c") +
        rect(-276, 40, 552, 160, sea) +
        line(
          times(7, (i) => `M${-260 + ((i * 137) % 300)} ${66 + i * 17}q30 -10 60 0t60 0`),
          "#f6f1e6",
          5,
          0.6,
        ) +
        subject,
    )
  );
}

const postcards = (random: Random): string => {
  const back =
    rect(-300, -220, 600, 440, PAPER) +
    line("M20 -170V170", "#b7a98e", 3) +
    textRows(random, [60, -20, 200], 4, 44, "#c9bda4") +
    rect(190, -186, 80, 100, "#d8b56a") +
    group(230, -136, 0.7, path(BUTA, "#b5463c")) +
    textRows(random, [-270, -150, 250], 7, 44, "#8b8fa6");
  const under = (x: number, y: number, turn: number, inner: string) =>
    group(x, y, 1, `${rect(-292, -208, 600, 440, "#000").replace("/>", ' fill-opacity=".25"/>')}${inner}`, turn);
  const sleeve =
    rect(-310, -160, 620, 320, "#b5463c", 4) +
    rect(-310, -160, 620, 320, shade("down"), 4) +
    line("M-290 -140H290V140H-290Z", "#e8cf9c", 4) +
    disc(0, -20, 74, "#f6f1e6") +
    group(0, -20, 0.62, path(BUTA, "#b5463c")) +
    textRows(random, [-130, 96, 260], 1, 26, "#f6f1e6");
  return (
    under(-120, -430, -13, shore(0)) +
    under(150, -330, 9, shore(1)) +
    under(-130, -90, -5, back) +
    under(150, 60, 12, shore(2)) +
    under(-150, 250, -9, shore(3)) +
    under(90, 470, 3, sleeve)
  );
};

function calendar(random: Random): string {
  const petals = times(8, (i) =>
    group(
      0,
      0,
      1,
      path("M0 -40Q56 -130 0 -200Q-56 -130 0 -40Z", i % 2 ? "#b5463c" : "#2f5d62") +
        path("M0 -80Q22 -130 0 -168Q-22 -130 0 -80Z", "#e7c873"),
      i * 45,
    ),
  );
  const ornament =
    rect(-410, -560, 820, 600, "#f0dfb8") +
    times(4, (i) =>
      group(
        i % 2 ? 405 : -405,
        i < 2 ? -555 : 35,
        1,
        disc(0, 0, 190, "#2f5d62") +
          disc(0, 0, 160, "#f0dfb8") +
          disc(0, 0, 120, "#b5463c") +
          disc(0, 0, 60, "#e7c873"),
      ),
    ) +
    group(
      0,
      -260,
      1.05,
      disc(0, 0, 232, "#27496d") +
        disc(0, 0, 212, "#f6ead0") +
        petals +
        disc(0, 0, 44, "#27496d") +
        disc(0, 0, 22, "#e7c873"),
    ) +
    times(20, (i) => {
      const a = (i / 20) * Math.PI * 2;
      return disc(Math.round(Math.cos(a) * 226), Math.round(-260 + Math.sin(a) * 226), 9, "#e7c873");
    });
  const days = times(35, (i) => {
    const [column, row] = [i % 7, Math.floor(i / 7)];
    if (i < 3 || i > 33) return "";
    const [x, y] = [-318 + column * 106, 300 + row * 72];
    const isFeast = i === 19 || i === 20 || i === 23;
    return `${isFeast ? disc(x, y - 12, 32, "#b5463c") : ""}<text x="${x}" y="${y}" font-size="36" font-family="Georgia, 'DejaVu Serif', serif" text-anchor="middle" fill="${isFeast ? "#fff8ea" : column > 4 ? "#b5463c" : "#3a342c"}">${i - 2}</text>`;
  });
  const wire = times(26, (i) => {
    const x = -390 + i * 31.2;
    return `${disc(x, -596, 7, "#3a342c")}${line(`M${x} -596C${x - 8} -660 ${x + 14} -660 ${x + 6} -604`, "#8d9092", 6)}`;
  });
  return (
    rect(-410, -620, 820, 1250, PAPER) +
    rect(-410, -620, 820, 1250, shade("up")) +
    within("calendar", rectPath(-370, -560, 740, 600), ornament) +
    line("M-60 -640Q0 -720 60 -640", "#8d9092", 8) +
    wire +
    textRows(random, [-370, 110, 240], 1, 60, "#2f5d62") +
    line("M-370 160H370M-370 240H370", "#cbbd9f", 3) +
    times(7, (i) => textRows(random, [-338 + i * 106, 202, 44], 1, 34, i > 4 ? "#b5463c" : "#8b8170")) +
    days +
    path("M410 630L330 630Q360 600 352 550Q390 580 410 560Z", "#d9cdb4")
  );
}

function notebook(random: Random): string {
  const cover = within(
    "cover",
    rectPath(-250, -350, 500, 700),
    rect(-250, -350, 500, 700, "#7d2c3b") +
      times(40, (i) => {
        const [x, y] = [-230 + (i % 5) * 112 + (Math.floor(i / 5) % 2 ? 54 : 0), -320 + Math.floor(i / 5) * 92];
        return group(x, y, 0.62, path(BUTA, "#e7c873") + group(0, 6, 0.5, path(BUTA, "#7d2c3b")));
      }) +
      rect(-250, -350, 62, 700, "#22343a") +
      line("M-188 -350V350", "#d8b56a", 5),
  );
  const page = (side: 1 | -1) =>
    path(`M0 -330Q${side * 60} -356 ${side * 420} -340V330Q${side * 60} 320 0 346Z`, "#fbf7ee") +
    line(
      times(15, (i) => `M${side * 40} ${-270 + i * 38}L${side * 386} ${-262 + i * 38}`),
      "#d9cfbb",
      3,
    );
  const open =
    path("M-440 -346H440V350H-440Z", "#7d2c3b") +
    times(4, (i) =>
      path(`M-${434 - i * 4} -342H${434 - i * 4}V${346 - i * 3}H-${434 - i * 4}Z`, i % 2 ? "#e9e0cc" : "#fffaf0"),
    ) +
    page(-1) +
    page(1) +
    faded(0.9, path("M0 -330Q40 -350 100 -352V336Q40 330 0 346Z", shade("round"))) +
    line("M0 -330V344", "#b7aa92", 4) +
    line(
      times(9, (i) => `M0 ${-290 + i * 72}v34`),
      "#b5463c",
      5,
    ) +
    path("M-10 340L-16 470L0 446L16 470L10 340Z", "#b5463c");
  const pencil =
    solid("M-11 -260H11V220H-11Z", "#2f5d62") +
    path("M-11 220L0 268L11 220Z", "#e3c79a") +
    path("M-4 250L0 268L4 250Z", "#222222") +
    rect(-11, -284, 22, 26, "#c98f7a");
  const pen = group(250, -160, 1, pencil, 24);
  return (
    group(
      -60,
      -300,
      1,
      rect(-236, -326, 500, 700, "#000").replace("/>", ' fill-opacity=".3"/>') +
        cover +
        rect(250, -346, 9, 696, "#efe6d2") +
        oval(0, 0, 0, 0, PAPER),
      -8,
    ) +
    group(40, 310, 1, rect(-430, -330, 890, 710, "#000").replace("/>", ' fill-opacity=".3"/>') + open + pen, 3) +
    textRows(random, [0, 0, 0], 0, 10, PAPER)
  );
}

/** Postcards in a sleeve, a wall calendar and a notebook. */
export function paperGrid(subject: PictureSubject, random: Random): Drawn {
  const title = subject.title.en;
  if (/calendar/i.test(title)) return { svg: SHADES + calendar(random), width: 820, height: 1300, stance: "hanging" };
  if (/notebook/i.test(title))
    return { svg: SHADES + notebook(random), width: 960, height: 1400, stance: "flat", outline: "free" };
  return { svg: SHADES + postcards(random), width: 900, height: 1420, stance: "flat", outline: "free" };
}
