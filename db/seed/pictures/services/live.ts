import type { PictureSubject } from "../contract";
import type { Drawn } from "../scene";
import { disc, group, line, oval, path, rect, shade, shadow, solid, times } from "../shapes";
import { BOW, DAF, kamancha, saz, tar } from "./instruments";
import { type Work } from "./kit";
import { sitter, stander } from "./people";

const SHEEPSKIN = "#1f1a17";

function trio(): string {
  const player = (x: number, y: number, coat: string, inner: string, arms: Parameters<typeof sitter>[0]) =>
    group(x, y, 1, shadow(0, 0, 210, 36) + sitter({ ...arms, coat }, inner));
  return (
    player(-380, 0, "#1f2f4a", group(40, -300, 0.72, tar(), 62), {
      coat: "",
      hair: "#2b2018",
      left: [-170, -460, -40, -440],
      right: [180, -470, 270, -540],
    }) +
    player(380, 0, "#1f2f4a", group(20, -190, 0.68, kamancha()) + group(40, -240, 0.8, BOW, -8), {
      coat: "",
      hair: "#4a3424",
      left: [-160, -480, -10, -640],
      right: [190, -450, 190, -400],
    }) +
    player(0, 50, "#7d1f33", group(96, -470, 1.06, DAF, 8), {
      coat: "",
      hair: "#17120e",
      left: [-150, -470, -20, -580],
      right: [170, -500, 190, -620],
    }) +
    oval(0, -506, 16, 13, "#5a1f1f")
  );
}

function mugham(): Work {
  const carpet =
    path("M120 1330H1160L1280 1540H0Z", "#7a1f2b") +
    path("M170 1350H1110L1200 1520H80Z", "#27496d") +
    path("M220 1366H1060L1130 1504H150Z", "#8a2430") +
    times(
      5,
      (i) =>
        path(`M${330 + i * 155} 1434l50 -44l50 44l-50 44Z`, i % 2 ? "#e7c873" : "#f6f1e6") +
        path(`M${356 + i * 155} 1434l24 -22l24 22l-24 22Z`, "#27496d"),
    );
  const curtain = times(
    16,
    (i) => rect(i * 82, 0, 82, 1180, i % 2 ? "#4f1424" : "#6b1c30") + rect(i * 82 + 50, 0, 32, 1180, "#00000030"),
  );
  const lattice = times(3, (i) =>
    group(
      250 + i * 390,
      520,
      1,
      path("M-130 330V-120Q-120 -240 0 -300Q120 -240 130 -120V330Z", "#e9b45c44") +
        line(
          "M-130 330V-120Q-120 -240 0 -300Q120 -240 130 -120V330ZM-130 -60L130 200M130 -60L-130 200M-130 80L130 330M130 80L-130 330M0 -300V330M-130 80H130M-120 -140L130 60M120 -140L-130 60",
          "#e7b86a",
          8,
        ),
    ),
  );
  const beams = times(
    3,
    (i) =>
      `<path d="M${320 + i * 320} -20L${80 + i * 380} 1460H${520 + i * 380}Z" fill="${shade("beam")}" opacity=".5"/>`,
  );
  const heads = times(7, (i) =>
    group(
      60 + i * 196,
      1640,
      1,
      solid("M-90 0Q-90 -90 0 -90Q90 -90 90 0Z", "#120c0c", "ball") + disc(0, -120, 56, "#150e0d"),
    ),
  );
  const scene =
    curtain +
    lattice +
    rect(0, 1180, 1280, 420, "#5d3a26") +
    rect(0, 1180, 1280, 40, shade("down")) +
    carpet +
    group(640, 1420, 1.02, trio()) +
    beams +
    heads;
  const piece: Drawn = { svg: trio(), width: 1160, height: 700, stance: "standing" };
  return { scene, close: [640, 960, 1.7], piece, cm: 225, room: "stage" };
}

function ashiq(
  coat: string,
  held: string,
  left: readonly [number, number, number, number],
  right: readonly [number, number, number, number],
): string {
  const skirt =
    solid("M-110 -400L-170 -130Q0 -100 170 -130L110 -400Z", coat) +
    line("M-112 -370H112", "#c9ced1", 26) +
    times(7, (i) => disc(-90 + i * 30, -370, 8, "#e7c873")) +
    times(5, (i) => rect(-92 + i * 18, -540, 12, 54, "#e7c873", 4) + rect(18 + i * 18, -540, 12, 54, "#e7c873", 4));
  return (
    shadow(0, 0, 190, 36) +
    line("M-50 -160L-52 -20M50 -160L54 -20", "#17191d", 66) +
    stander({ coat, legs: "#17191d", hat: SHEEPSKIN, left, right }, skirt + held)
  );
}

const balaban =
  line("M0 0L60 250", "#a5713f", 24) +
  times(6, (i) => disc(16 + i * 8, 70 + i * 30, 5, "#3a2413")) +
  line("M-4 -26L0 0", "#e6d2a8", 18);

function evening(): Work {
  const pair =
    group(
      -230,
      0,
      1,
      ashiq("#6b1f2c", group(10, -420, 0.92, saz(), 58), [-180, -430, -30, -370], [210, -470, 320, -560]),
    ) + group(250, 0, 1, ashiq("#1f4a45", group(0, -640, 1, balaban), [-180, -490, 22, -530], [180, -440, 52, -440]));
  const lights =
    line("M-20 180Q320 330 640 210T1300 190", "#2b2118", 6) +
    times(11, (i) => {
      const [x, y] = [40 + i * 120, 216 + Math.round(Math.sin(i * 0.62) * 46)];
      return disc(x, y + 30, 66, shade("glow")) + disc(x, y + 26, 17, "#ffe9a8");
    });
  const fire =
    disc(0, -60, 330, shade("glow")) +
    path("M-90 0Q-110 -120 -30 -170Q-40 -250 20 -300Q20 -220 70 -180Q120 -110 90 0Z", "#e2722a") +
    path("M-50 0Q-60 -80 -10 -110Q-4 -170 26 -190Q30 -130 54 -90Q70 -40 50 0Z", "#ffd062") +
    line("M-130 10L130 -30M-120 -30L130 16", "#4a2f1c", 34);
  const scene =
    rect(0, 0, 1280, 1600, "#1d2550") +
    rect(0, 0, 1280, 1200, shade("up")) +
    times(60, (i) => disc((i * 197) % 1280, (i * 89) % 700, i % 5 ? 3 : 6, "#fff3d0")) +
    disc(1050, 420, 76, "#f7e6b0") +
    path("M0 820L200 600L330 740L520 520L720 800L900 640L1080 780L1280 640V1200H0Z", "#2f3a6b") +
    path("M0 960Q400 820 1280 950V1600H0Z", "#3a2f38") +
    times(
      4,
      (i) =>
        rect(60 + i * 96, 840 - (i % 2) * 40, 84, 130, "#241d2c") +
        rect(88 + i * 96, 870 - (i % 2) * 40, 26, 34, "#ffcf70"),
    ) +
    lights +
    rect(0, 1240, 1280, 360, "#54402f") +
    path("M170 1350H1110L1230 1540H50Z", "#7a1f2b") +
    path("M230 1372H1050L1130 1516H150Z", "#c9973f") +
    path("M256 1384H1024L1094 1504H186Z", "#27496d") +
    group(640, 1450, 1.12, pair) +
    group(1130, 1480, 0.7, fire) +
    times(6, (i) =>
      group(
        40 + i * 240,
        1660,
        1,
        solid("M-100 0Q-100 -100 0 -100Q100 -100 100 0Z", "#140f12", "ball") + disc(0, -130, 58, "#171114"),
      ),
    );
  const piece: Drawn = { svg: pair, width: 1000, height: 830, stance: "standing" };
  return { scene, close: [560, 920, 1.8], piece, cm: 210, room: "stage" };
}

/** Concerts, as the hall sees them. */
export function livePerformance(subject: PictureSubject): Work {
  return /ashiq/i.test(subject.title.en) ? evening() : mugham();
}
