import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { disc, faded, group, line, oval, path, rect, shade, textRows, times } from "../shapes";
import { mark } from "./brand";
import { monitor } from "./devices";
import { studio, surface, type Work } from "./kit";
import { hand } from "./hands";

/** A flat figure explaining with icons, 960 × 560 around its centre. */
function explainerFrame(): string {
  const girl =
    path("M-80 200Q-90 -10 0 -20Q90 -10 80 200Z", "#e2574c") +
    oval(0, -90, 66, 74, "#e8b48c") +
    path("M-76 -80Q-90 -190 0 -190Q90 -190 76 -80L60 -30Q70 -120 10 -130Q-50 -130 -60 -30Z", "#2b2018") +
    line("M-70 40L-150 90", "#e2574c", 40) +
    line("M66 30Q120 0 150 -60", "#e2574c", 40) +
    disc(-156, 96, 24, "#e8b48c") +
    disc(154, -68, 24, "#e8b48c") +
    disc(-22, -86, 8, "#2b2018") +
    disc(24, -86, 8, "#2b2018") +
    line("M-18 -52Q2 -36 24 -54", "#a5403a", 7);
  const bubble = (x: number, y: number, c: string, inner: string) => group(x, y, 1, disc(0, 0, 82, c) + inner);
  return (
    rect(-480, -280, 960, 560, "#2f7f8c") +
    path("M-480 -280H480V-60Q200 60 -60 -40T-480 20Z", "#3f98a3") +
    oval(-180, 250, 320, 50, "#1f5a64") +
    group(-190, 50, 1, girl) +
    line("M40 -60Q120 -150 210 -130M60 40H180M40 110Q110 190 200 170", "#fffaf0", 8, 0.7).replace(
      "/>",
      ' stroke-dasharray="4 22"/>',
    ) +
    bubble(
      270,
      -150,
      "#e7c873",
      path("M-40 40Q-60 -10 -30 -34H30Q60 -10 40 40Z", "#b8662f") + line("M-30 -10H30", "#7a3f1c", 6),
    ) +
    bubble(
      340,
      40,
      "#f6f1e6",
      path("M-40 -30H40V36H-40Z", "#c69c6a") + line("M-40 -30L0 0L40 -30M0 0V36", "#8a6342", 5),
    ) +
    bubble(240, 190, "#e2574c", line("M-34 4L-8 30L38 -26", "#fffaf0", 16))
  );
}

function explainer(): Work {
  const timeline =
    rect(-560, -150, 1120, 300, "#22262b", 14) +
    times(
      5,
      (i) =>
        rect(-540, -130 + i * 54, 120, 42, "#31373d", 4) +
        rect(
          -400 + ((i * 83) % 150),
          -130 + i * 54,
          340 + ((i * 71) % 240),
          42,
          ["#e2574c", "#e7c873", "#3f98a3", "#7fb58a", "#a58ac9"][i] ?? "#fff",
          6,
        ) +
        times(4, (k) => path(`M${-330 + ((i * 83) % 150) + k * 90} ${-109 + i * 54}l12 -12l12 12l-12 12Z`, "#1b1f24")),
    ) +
    line("M-60 -150V150", "#fffaf0", 5) +
    path("M-76 -154h32l-16 22Z", "#fffaf0");
  const piece: Drawn = {
    svg: monitor(explainerFrame() + disc(0, 0, 70, "#00000066") + path("M-22 -38L44 0L-22 38Z", "#fffaf0")),
    width: 1010,
    height: 740,
    stance: "standing",
  };
  const board = times(3, (i) =>
    group(
      230 + i * 410,
      210,
      1,
      rect(-170, -120, 350, 250, "#00000030") +
        rect(-178, -128, 350, 250, "#fdfaf2") +
        rect(-158, -108, 310, 176, "#e4e0d4") +
        group(
          -70 + i * 40,
          10,
          0.3,
          line(
            "M0 -190a66 70 0 1 0 .1 0M-70 200Q-80 0 0 -16Q80 0 70 200M-70 40L-150 90M66 30Q120 0 150 -60",
            "#3b352e",
            14,
          ),
        ) +
        (i ? line("M40 -50a34 34 0 1 0 .1 0", "#b5463c", 6) : "") +
        line("M-150 94h220", "#a89c88", 8) +
        disc(0, -128, 12, "#b5463c"),
      i * 2 - 2,
    ),
  );
  const scene =
    studio("#f0d9a8", "#c79a66", 1110) + board + group(640, 1170, 1.12, piece.svg) + group(640, 1390, 1.02, timeline);
  return { scene, close: [540, 760, 2], piece, cm: 70, room: "desk" };
}

/** The bird Simurgh over a hero on horseback, 960 × 560 around its centre. */
function taleFrame(): string {
  const wing = (side: 1 | -1) =>
    `<g transform="scale(${side} 1)">${times(6, (i) => group(20, 0, 1, path(`M0 0Q${130 + i * 20} -${60 - i * 10} ${250 - i * 14} ${-10 + i * 16}Q130 30 0 20Z`, ["#b5463c", "#e08a3a", "#e7c873", "#3f98a3", "#6b4a8a", "#b5463c"][i] ?? "#fff"), -44 + i * 16))}</g>`;
  const simurgh =
    wing(1) +
    wing(-1) +
    times(5, (i) =>
      group(
        0,
        40,
        1,
        path("M0 0Q40 90 0 190Q-40 90 0 0Z", ["#e7c873", "#b5463c", "#3f98a3", "#b5463c", "#e7c873"][i] ?? "#fff") +
          disc(0, 150, 13, "#27496d"),
        -40 + i * 20,
      ),
    ) +
    oval(0, 10, 46, 76, "#e08a3a") +
    oval(0, -76, 30, 36, "#e7c873") +
    path("M26 -84L64 -66L24 -62Z", "#7d2c3b") +
    disc(8, -82, 6, "#222222") +
    line("M-6 -108q-20 -40 -40 -34M2 -110q0 -44 14 -52M10 -106q24 -30 40 -24", "#b5463c", 8);
  return (
    rect(-480, -280, 960, 560, "#2b2f63") +
    disc(250, -130, 92, "#f7e6b0") +
    disc(250, -130, 150, "#f7e6b022") +
    times(26, (i) => disc(-470 + ((i * 173) % 940), -270 + ((i * 67) % 250), i % 4 ? 3 : 6, "#f7e6b0")) +
    path("M-480 120L-330 -30L-240 60L-110 -80L40 90L200 10L360 110L480 50V280H-480Z", "#4a4a86") +
    path("M-480 190Q-200 90 60 170T480 150V280H-480Z", "#2f6b5e") +
    group(-90, -80, 0.95, simurgh, -10) +
    group(
      250,
      190,
      0.42,
      path(
        "M-230 60Q-200 -60 -60 -60H80Q120 -160 200 -200L230 -150Q250 -110 200 -100Q190 -20 150 30L160 180H120L100 60H-110L-140 180H-180Z",
        "#f6f1e6",
      ) +
        line("M-220 0Q-300 40 -270 150", "#f6f1e6", 26) +
        path("M-60 -60Q-50 -250 20 -260Q80 -250 70 -60Z", "#b5463c") +
        disc(10, -300, 46, "#e8b48c") +
        path("M-40 -310Q-40 -390 14 -390Q66 -380 60 -306Z", "#1d1814") +
        line("M40 -200L160 -300", "#b5463c", 32) +
        line("M160 -300L200 -460", "#d8d8e0", 14),
    )
  );
}

function tale(random: Random): Work {
  const panel = (i: number) => {
    const [x, y] = [-400 + (i % 3) * 400, i < 3 ? 0 : 330];
    const drawing =
      [
        "M-120 60L-40 -50L20 20L80 -60L130 60M60 -40a26 26 0 1 0 .1 0",
        "M-130 0Q-60 -80 0 -10Q60 -80 130 0M0 -10V50M-20 50L0 20L20 50",
        "M-60 70V-10a44 44 0 1 1 88 0V70M-30 -20h10M6 -20h10M-20 10q10 10 26 0",
        "M-130 60H130M-90 60Q-80 -30 0 -30Q80 -30 90 60M-20 60V10H20V60",
        "M-110 50Q-60 -60 20 -20L80 -70L70 0Q60 40 40 60M-60 60V20",
        "M-130 40Q0 -60 130 40M-60 -50l16 16M60 -50l-16 16M0 -80v24",
      ][i] ?? "";
    return group(
      x,
      y,
      1,
      rect(-166, -126, 350, 290, "#00000030") +
        rect(-174, -134, 350, 290, "#fdfaf2") +
        rect(-156, -116, 314, 196, ["#e4dcec", "#dbe6e6", "#f0e2d2", "#e2e8d6", "#ecdcd2", "#dde2ee"][i] ?? "#eee") +
        group(0, -10, 1, line(drawing, "#3b3a52", 7)) +
        textRows(random, [-150, 108, 240], 2, 24, "#8b8170"),
      ((i * 7) % 5) - 2,
    );
  };
  const piece: Drawn = { svg: monitor(taleFrame()), width: 1010, height: 740, stance: "standing" };
  const tablet =
    rect(-500, -340, 1020, 710, "#00000055", 40) +
    rect(-520, -350, 1040, 700, "#1d2023", 40) +
    group(0, 0, 1.02, taleFrame());
  const scene =
    surface("#8c94ae", random) +
    group(640, 200, 1, times(6, panel)) +
    group(640, 1070, 1.08, tablet, -2) +
    group(900, 1230, 1, line("M-60 -40L330 -250", "#e8e6e0", 22) + group(90, -40, 0.95, hand("#7d2c3b"), 26));
  return { scene, close: [560, 980, 2], piece, cm: 70, room: "desk" };
}

/** A mark opening in five frames, on a dark and on a light ground. */
function logo(): Work {
  const star = (n: number, colour: string, ground: string) =>
    times(n, (i) => group(0, 0, 1, path("M0 -18Q44 -60 0 -104Q-44 -60 0 -18Z", colour), i * 45)) +
    disc(0, 0, 15, ground);
  const screen = (ground: string, ink: string) =>
    rect(-480, -280, 960, 560, ground) +
    times(4, (i) => faded(0.1 + i * 0.1, group(-110 + i * 24, -30, 1.1 + i * 0.3, mark(ink, ground), -70 + i * 22))) +
    group(0, -30, 2.1, mark(ink, ground)) +
    disc(0, 0, 300, "#00000000") +
    `<circle cx="0" cy="-30" r="238" fill="none" stroke="${ink}" stroke-width="7" stroke-dasharray="300 70 40 70"/>` +
    rect(-380, 236, 760, 8, `${ink}44`, 4) +
    rect(-380, 236, 520, 8, ink, 4) +
    disc(140, 240, 14, ink);
  const piece: Drawn = { svg: monitor(screen("#17233a", "#f0b64a")), width: 1010, height: 740, stance: "standing" };
  const light =
    rect(-490, -290, 980, 600, "#00000044", 20) +
    rect(-500, -300, 1000, 600, "#22262b", 20) +
    screen("#fbf5e6", "#b5463c");
  const strip =
    rect(-620, -120, 1240, 240, "#101214", 12) +
    times(5, (i) =>
      group(
        -488 + i * 244,
        0,
        1,
        rect(-108, -92, 216, 184, "#17233a", 6) +
          group(0, 0, 0.28 + i * 0.1, star([1, 3, 5, 8, 8][i] ?? 8, "#f0b64a", "#17233a"), -90 + i * 22),
      ),
    ) +
    times(20, (i) => rect(-606 + i * 62, -114, 30, 14, "#e6e0d2", 3) + rect(-606 + i * 62, 100, 30, 14, "#e6e0d2", 3));
  const curve =
    line("M-560 90C-300 90 -260 -90 0 -90S300 20 560 20", "#f0b64a", 8) +
    times(4, (i) => rect(-572 + i * 374, [78, -40, -88, 8][i] ?? 0, 26, 26, "#fffaf0", 4));
  const scene =
    rect(0, 0, 1280, 1600, "#3d2f52") +
    rect(0, 0, 1280, 1600, shade("up")) +
    group(
      640,
      400,
      1.1,
      rect(-490, -290, 980, 600, "#00000044", 20) +
        rect(-500, -300, 1000, 600, "#22262b", 20) +
        screen("#17233a", "#f0b64a"),
    ) +
    group(640, 930, 1, strip) +
    group(340, 1330, 0.56, light) +
    group(
      930,
      1330,
      0.52,
      rect(-600, -290, 1200, 600, "#22262b", 20) +
        line("M-560 -200H560M-560 0H560M-560 200H560M-280 -260V260M0 -260V260M280 -260V260", "#3a4046", 4) +
        group(0, 0, 0.98, curve),
    );
  return { scene, close: [640, 420, 2], piece, cm: 70, room: "desk" };
}

/** Animation: an explainer on its timeline, a fairy tale with its storyboard, a mark in motion. */
export function animation(subject: PictureSubject, random: Random): Work {
  const title = subject.title.en;
  if (/logo/i.test(title)) return logo();
  return /tale/i.test(title) ? tale(random) : explainer();
}
