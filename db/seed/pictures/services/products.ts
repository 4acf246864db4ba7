import type { PictureSubject, Random } from "../contract";
import { group, line, oval, path, rect, shade, shadow, solid, textRows, times, within, word } from "../shapes";
import { studio, surface, type Work } from "./kit";
import { mark } from "./brand";

/** An open catalogue: a product over one page, a grid with prices on the other. */
function catalogue(random: Random): Work {
  const things = [
    "M-60 60Q-130 -20 -90 -80Q-60 -110 -40 -130H40Q60 -110 90 -80Q130 -20 60 60Z",
    "M-110 -30H110Q90 60 30 70H-30Q-90 60 -110 -30Z",
    "M-70 70L-50 -110H50L70 70Z",
    "M0 -110L100 0L0 110L-100 0Z",
    "M-90 -90H90V90H-90Z",
    "M0 -100a96 96 0 1 0 .1 0Z",
  ];
  const colours = ["#b8662f", "#2f8a8a", "#7d2c3b", "#d8a24a", "#27496d", "#4f6b5a"];
  const cell = (i: number) => {
    const [x, y] = [150 + (i % 2) * 220, -270 + Math.floor(i / 2) * 240];
    return (
      rect(x - 96, y - 96, 192, 170, "#efe8da") +
      group(x, y - 10, 0.62, solid(things[i] ?? "", colours[i] ?? "#000")) +
      textRows(random, [x - 94, y + 94, 120], 2, 20, "#6b6257") +
      rect(x + 54, y + 86, 42, 18, "#b5463c")
    );
  };
  const page = (side: 1 | -1) => `M0 -410Q${side * 80} -446 ${side * 500} -420V410Q${side * 80} 384 0 430Z`;
  const svg =
    path("M-506 -416H506V420H-506Z", "#d9ccb0") +
    path(page(-1), "#27496d") +
    within(
      "left",
      page(-1),
      rect(-500, -440, 500, 880, "#e2b98a") +
        rect(-500, 140, 500, 320, "#b58a5c") +
        shadow(-230, 260, 210, 40) +
        group(
          -250,
          260,
          1.9,
          solid(things[0] ?? "", "#b8662f") + line("M-84 -40Q0 -10 84 -40M-96 0Q0 30 96 0", "#7a3f1c", 5),
        ).replace("260)", "150)") +
        word(-440, -320, 84, "2026", "#fffaf0", "start") +
        textRows(random, [-440, -270, 190], 2, 28, "#fffaf0"),
    ) +
    path(page(1), "#fdfaf2") +
    times(6, cell) +
    path("M0 -410Q50 -436 110 -438V404Q50 400 0 430Z", shade("round"));
  const cover =
    rect(-236, -300, 490, 640, "#00000040") +
    rect(-250, -320, 490, 640, "#b5463c") +
    group(0, -60, 1.5, mark("#f3dfae", "#b5463c")) +
    textRows(random, [-130, 190, 260], 2, 40, "#f3dfae");
  const list =
    rect(-180, -240, 400, 520, "#00000030") +
    rect(-190, -250, 400, 520, "#fdfaf2") +
    times(
      10,
      (i) =>
        textRows(random, [-160, -200 + i * 44, 180], 1, 24, "#8b8170") + rect(130, -206 + i * 44, 50, 12, "#27496d"),
    );
  const scene =
    surface("#8d9c93", random) +
    group(360, 330, 0.92, cover, -10) +
    group(960, 320, 1, list, 8) +
    group(640, 960, 1.12, svg, 2);
  return {
    scene,
    close: [880, 860, 2],
    piece: {
      svg: group(-150, -330, 0.7, cover, -8) + group(0, 120, 1, svg),
      width: 1020,
      height: 1120,
      stance: "flat",
      outline: "free",
    },
    cm: 42,
    room: "table",
  };
}

export const graphicDesign = (_subject: PictureSubject, random: Random): Work => catalogue(random);

/** Five vessels of one family in front of the sheet they were drawn on. */
function productFamily(random: Random): Work {
  const forms: readonly [string, number, number][] = [
    ["M-90 0Q-150 -120 -110 -260Q-70 -340 -44 -400H44Q70 -340 110 -260Q150 -120 90 0Z", -430, 400],
    ["M-70 0L-96 -210H96L70 0Z", -190, 210],
    ["M-150 0Q-210 -60 -220 -130H220Q210 -60 150 0Z", 90, 130],
    ["M-60 0V-300Q-60 -330 -30 -340V-410H30V-340Q60 -330 60 -300V0Z", 330, 410],
    ["M-90 0V-150Q-90 -180 0 -184Q90 -180 90 -150V0Z", 500, 184],
  ];
  const family = forms
    .map(([d, x, h], i) => {
      const glaze = ["#2f6f78", "#2f6f78", "#e6dcc6", "#2f6f78", "#e6dcc6"][i] ?? "#2f6f78";
      const half = within(`fam${i}`, d, rect(-240, -110, 480, 120, "#b9714b") + line("M-240 -110H240", "#e7c873", 9));
      return group(
        x,
        i === 2 ? 40 : 0,
        1.05,
        shadow(20, 0, 150, 26) +
          path(d, glaze) +
          half +
          path(d, shade("round")) +
          oval(0, -h, h > 390 ? 36 : h > 200 ? 92 : h > 140 ? 20 : 210, h > 140 ? 10 : 26, "#00000040"),
      );
    })
    .join("");
  const drawing =
    rect(-510, -540, 1020, 760, "#fbf8ef") +
    forms
      .map(
        ([d, x], i) =>
          group(
            x * 0.82,
            -120,
            0.74,
            line(d, "#27496d", 5) + line("M0 40V-430", "#b5463c", 3).replace("/>", ' stroke-dasharray="18 10"/>'),
            0,
          ) +
          (i % 2
            ? ""
            : line(`M${x * 0.82 - 90} -70h180M${x * 0.82 - 90} -80v20M${x * 0.82 + 90} -80v20`, "#27496d", 3)),
      )
      .join("") +
    textRows(random, [-460, -490, 240], 2, 28, "#27496d");
  const scene =
    studio("#c9b8a4", "#e4d6c3", 1060) +
    group(640, 700, 1.08, rect(-500, -526, 1020, 760, "#00000030") + drawing) +
    group(600, 1270, 1, family) +
    group(1080, 1480, 1, line("M-140 30L120 -20", "#e2b24a", 24) + path("M-140 30l-34 12l26 -34Z", "#2b2118"));
  return {
    scene,
    close: [420, 1100, 1.9],
    piece: { svg: family, width: 1140, height: 460, stance: "standing" },
    cm: 45,
    room: "table",
  };
}

export const productDesign = (_subject: PictureSubject, random: Random): Work => productFamily(random);
