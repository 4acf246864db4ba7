import { darken, lighten } from "../colour";
import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { disc, group, line, oval, path, rect, shade, shadow, solid, textRows, times, word } from "../shapes";
import { monitor, phone } from "./devices";
import { studio, type Work } from "./kit";

const INK = "#3b352e";
const jug =
  "M-46 66C-88 48 -104 4 -92 -36C-82 -70 -44 -78 -38 -104C-36 -116 -44 -124 -50 -132H50C44 -124 36 -116 38 -104C44 -78 82 -70 92 -36C104 4 88 48 46 66Q0 76 -46 66Z";

/** A jug of the shop's, with its handle, mouth and gleam. */
const ware = (colour: string): string =>
  line("M44 -112C120 -118 128 -34 88 -14", darken(colour, 0.3), 16) +
  solid(jug, colour) +
  oval(0, -132, 50, 10, darken(colour, 0.6)) +
  line("M-84 -30Q0 -12 84 -30M-90 -4Q0 14 90 -4", lighten(colour, 0.55), 5, 0.8);

function website(random: Random): string {
  const cell = (i: number) =>
    rect(-440 + i * 226, 60, 202, 150, "#ece3d2", 6) +
    group(
      -339 + i * 226,
      160,
      0.6,
      solid(
        [
          jug,
          "M-110 -30H110C104 30 70 58 34 66Q0 74 -34 66C-70 58 -104 30 -110 -30Z",
          "M-44 66C-78 40 -84 -6 -60 -50Q-42 -86 -56 -112H56Q42 -86 60 -50C84 -6 78 40 44 66Q0 76 -44 66Z",
          "M-92 -60H92C96 -20 92 40 80 66Q0 78 -80 66C-92 40 -96 -20 -92 -60Z",
        ][i] ?? jug,
        ["#b8662f", "#2f8a8a", "#7d2c3b", "#d8a24a"][i] ?? "#000",
      ),
    ) +
    textRows(random, [-438 + i * 226, 234, 140], 1, 20, INK);
  return (
    rect(-480, -280, 960, 560, "#fbf8f1") +
    rect(-480, -280, 960, 34, "#dcd5c8") +
    times(3, (i) => disc(-456 + i * 24, -263, 7, ["#e2574c", "#e7b24f", "#6fb57f"][i] ?? "#000")) +
    rect(-360, -274, 620, 22, "#fbf8f1", 11) +
    textRows(random, [-440, -216, 90], 1, 34, "#b5463c") +
    textRows(random, [60, -216, 180], 1, 20, INK) +
    word(330, -208, 26, "AZ", "#b5463c") +
    word(384, -208, 26, "EN", "#a89c88") +
    word(438, -208, 26, "RU", "#a89c88") +
    rect(-440, -186, 880, 226, "#27496d", 10) +
    textRows(random, [-400, -126, 300], 2, 46, "#fffaf0") +
    rect(-400, -30, 180, 44, "#e7c873", 22) +
    group(190, -20, 0.86, ware("#b8662f")) +
    group(350, 2, 0.56, ware("#d8a24a")) +
    times(4, cell)
  );
}

function mobilePage(random: Random): string {
  return (
    rect(-190, -400, 380, 800, "#fbf8f1") +
    rect(-190, -340, 380, 290, "#27496d") +
    group(-10, -150, 1.15, ware("#b8662f")) +
    textRows(random, [-160, -6, 300], 3, 32, INK) +
    rect(-160, 90, 320, 64, "#f0e8d8", 8) +
    rect(-160, 170, 320, 64, "#f0e8d8", 8) +
    textRows(random, [-140, 124, 120], 1, 24, "#a89c88") +
    textRows(random, [-140, 204, 160], 1, 24, "#a89c88") +
    rect(-160, 256, 320, 70, "#b5463c", 35) +
    textRows(random, [-70, 292, 140], 1, 36, "#fffaf0")
  );
}

function showcase(random: Random): Work {
  const svg = group(-60, 0, 1, monitor(website(random))) + group(430, -222, 0.5, phone(mobilePage(random)));
  const piece: Drawn = { svg, width: 1130, height: 750, stance: "standing" };
  const scene =
    studio("#cddbe0", "#c9a981", 1060) +
    group(620, 1230, 1.06, shadow(0, 0, 480, 50) + svg) +
    rect(330, 1330, 560, 120, "#e6e4de", 18) +
    times(30, (i) => rect(350 + (i % 10) * 53, 1344 + Math.floor(i / 10) * 33, 44, 26, "#fdfcf8", 6)) +
    group(
      1000,
      1400,
      1,
      oval(4, 10, 56, 76, "#00000033") + oval(0, 0, 52, 72, "#f4f2ec") + line("M0 -66V-20", "#c9c4b8", 5),
    ) +
    group(
      150,
      1250,
      1,
      solid("M-70 0L-86 -150H86L70 0Z", "#b9714b") +
        times(7, (i) =>
          line(`M0 -150Q${(i - 3) * 30} -280 ${(i - 3) * 50} ${-360 + Math.abs(i - 3) * 34}`, "#5b7d55", 18),
        ),
    );
  return { scene, close: [560, 760, 2], piece, cm: 70, room: "desk" };
}

/** Printed screens with heat spots and notes on a wall, most urgent first. */
function audit(random: Random): Work {
  const heat = (x: number, y: number, r: number) =>
    disc(x, y, r, "#5fb57f55") + disc(x, y, r * 0.72, "#e7c84f88") + disc(x, y, r * 0.42, "#e2574caa");
  const print = (x: number, y: number, t: number, heats: string) =>
    group(
      x,
      y,
      0.58,
      rect(-492, -290, 1000, 620, "#00000040") +
        rect(-500, -300, 1000, 600, "#fffdf8") +
        website(random) +
        heats +
        disc(0, -296, 16, "#b5463c"),
      t,
    );
  const note = (x: number, y: number, c: string, t: number, n: number) =>
    group(
      x,
      y,
      1,
      rect(-66, -64, 140, 140, "#00000030") +
        rect(-70, -70, 140, 140, c) +
        path("M70 70H30Q56 56 56 30L70 34Z", "#00000022") +
        textRows(random, [-50, -36, 100], n, 28, "#5a4a3a"),
      t,
    );
  const svg =
    print(-290, -330, -2, heat(-310, -8, 110) + heat(240, -60, 90)) +
    print(310, -300, 2, heat(380, -216, 80) + heat(-340, 130, 100)) +
    print(-250, 60, 1, heat(110, 130, 120)) +
    note(130, 0, "#f3d96b", -4, 3) +
    note(290, 20, "#f0a58a", 3, 3) +
    note(450, -10, "#a9d3c4", -2, 2) +
    note(150, 170, "#f0a58a", 5, 2) +
    note(310, 180, "#f3d96b", -3, 3) +
    note(470, 170, "#b9c4ea", 2, 3) +
    line("M-90 90C0 60 20 20 60 10", "#b5463c", 7) +
    line("M60 10l-26 -6M60 10l-14 22", "#b5463c", 7);
  const faces = times(5, (i) =>
    group(
      -440 + i * 220,
      400,
      1,
      disc(0, 0, 84, ["#27496d", "#b5463c", "#2f7a62", "#d8a24a", "#7a5a9a"][i] ?? "#000") +
        oval(0, -12, 30, 36, ["#e3b48f", "#d9a47c", "#c98f66", "#e8c09a", "#d9a47c"][i] ?? "#d9a47c") +
        path("M-34 -12Q-40 -62 0 -62Q40 -60 34 -8Q20 -36 -6 -36Q-26 -34 -34 -12Z", i % 2 ? "#2b2018" : "#5a3a24") +
        path("M-56 60Q-46 28 0 28Q46 28 56 60Q0 100 -56 60Z", "#f6f1e6") +
        times(5, (k) =>
          path(
            `M${-46 + k * 23} 116l4 9l10 1l-7 7l2 10l-9 -5l-9 5l2 -10l-7 -7l10 -1Z`,
            k < ([4, 2, 3, 5, 1][i] ?? 0) ? "#e7b24f" : "#b9b0a0",
          ),
        ),
    ),
  );
  const whole = svg + faces;
  return {
    scene:
      rect(0, 0, 1280, 1600, "#dfe0d8") +
      rect(0, 0, 1280, 1600, shade("up")) +
      group(640, 720, 1.05, whole) +
      rect(0, 1440, 1280, 160, "#9a7350") +
      rect(0, 1440, 1280, 24, shade("down")) +
      group(
        980,
        1390,
        1,
        `<circle r="110" cx="0" cy="-60" fill="#ffffff55" stroke="#2b2f33" stroke-width="24"/>` +
          line("M70 30L150 120", "#2b2f33", 36),
      ),
    close: [400, 420, 2],
    piece: { svg: whole, width: 1180, height: 1100, stance: "hanging" },
    cm: 150,
    room: "wall",
  };
}

/** Web pages and their repair. */
export function webUx(subject: PictureSubject, random: Random): Work {
  return /audit/i.test(subject.title.en) ? audit(random) : showcase(random);
}
