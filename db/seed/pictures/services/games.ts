import type { PictureSubject, Random } from "../contract";
import { BUTA, disc, group, line, oval, path, rect, shade, shadow, solid, times } from "../shapes";
import { surface, type Work } from "./kit";
import { phoneGame } from "./phones";

type Pose = "front" | "side" | "leap";

/** A young hero with a cloak and a lantern, about 520 units high, origin between the feet. */
function hero(pose: Pose): string {
  const leap = pose === "leap";
  const legs = leap
    ? line("M-20 -150L-110 -110L-150 -30M24 -150L110 -190L150 -110", "#2b2f4a", 50)
    : line("M-34 -160V-20M34 -160V-20", "#2b2f4a", 54);
  const boots = leap
    ? oval(-160, -22, 44, 24, "#7a4a26") + oval(158, -96, 44, 24, "#7a4a26")
    : oval(-44, -12, 46, 24, "#7a4a26") + oval(44, -12, 46, 24, "#7a4a26");
  const cloak = path(
    leap
      ? "M-50 -330Q-210 -300 -300 -190Q-200 -200 -90 -130L40 -320Z"
      : "M-84 -320Q-140 -140 -120 -60H110Q140 -150 84 -320Z",
    "#b5313c",
  );
  const lantern = group(
    leap ? 190 : 130,
    leap ? -330 : -170,
    1,
    disc(0, 20, 90, shade("glow")) +
      line("M0 -30V-8", "#3b2a20", 8) +
      path("M-28 -8H28L34 50H-34Z", "#e7b23f") +
      path("M-20 0H20L24 42H-24Z", "#fff3c0"),
  );
  const face =
    pose === "side"
      ? disc(36, -400, 10, "#222222") + line("M44 -362q14 6 20 -2", "#8a3f35", 6)
      : disc(-28, -398, 12, "#222222") + disc(30, -398, 12, "#222222") + line("M-16 -360q18 14 36 0", "#8a3f35", 6);
  return (
    cloak +
    legs +
    boots +
    solid("M-76 -310Q0 -340 76 -310L90 -130Q0 -100 -90 -130Z", "#2f7a82") +
    rect(-88, -176, 176, 26, "#e7b23f", 6) +
    group(0, -250, 0.5, path(BUTA, "#f3dfae")) +
    line(leap ? "M70 -290L180 -340" : "M74 -290L124 -180", "#2f7a82", 44) +
    line("M-74 -290L-120 -190", "#2f7a82", 44) +
    disc(leap ? 186 : 128, leap ? -344 : -174, 24, "#e3b48f") +
    disc(-124, -184, 24, "#e3b48f") +
    oval(0, -394, 84, 80, "#e8b992") +
    oval(0, -394, 84, 80, shade("ball")) +
    face +
    solid("M-94 -420Q-110 -540 0 -548Q110 -540 94 -420Q0 -462 -94 -420Z", "#3a2a22", "ball") +
    lantern
  );
}

/** A landscape of a game: towers on cliffs at dusk, 1200 × 620 around its centre. */
function world(): string {
  return (
    rect(-600, -310, 1200, 620, "#f0a862") +
    rect(-600, -310, 1200, 300, "#d9768a88") +
    disc(180, -60, 110, "#ffe3a0") +
    path("M-600 60L-420 -120L-300 20L-130 -160L40 40L210 -80L380 60L600 -60V310H-600Z", "#8a5a8f") +
    path("M-600 150L-440 40L-300 130L-80 60L160 160L400 70L600 150V310H-600Z", "#5a3f78") +
    times(3, (i) =>
      group(
        -380 + i * 380,
        110 - (i % 2) * 40,
        1,
        path("M-60 100L-50 -120H50L60 100Z", "#3f2f5c") +
          path("M-70 -120L0 -210L70 -120Z", "#b5313c") +
          rect(-14, -80, 28, 44, "#ffd98a", 14) +
          rect(-14, 0, 28, 44, "#ffd98a", 14),
      ),
    ) +
    path("M-600 230H-330L-290 310H-600ZM-200 200H120L90 310H-160ZM240 180H600V310H280Z", "#2f2546") +
    path("M-600 216H-330V240H-600ZM-200 186H120V210H-200ZM240 166H600V190H240Z", "#4fa06a") +
    times(
      6,
      (i) =>
        disc(-100 + i * 60, 130 - Math.round(Math.sin(i * 0.6) * 50), 18, "#f7d56b") +
        disc(-104 + i * 60, 126 - Math.round(Math.sin(i * 0.6) * 50), 8, "#fff3c0"),
    ) +
    group(-260, 150, 0.34, hero("leap"))
  );
}

function art(random: Random): Work {
  const ui = (x: number, y: number, c: string, inner: string) =>
    group(
      x,
      y,
      1,
      rect(-66, -66, 132, 132, "#00000040", 30) +
        rect(-70, -74, 140, 140, c, 30) +
        rect(-62, -66, 124, 60, "#ffffff33", 24) +
        inner,
    );
  const props =
    ui(-480, 0, "#b5313c", path("M0 44Q-70 0 -52 -34Q-30 -60 0 -30Q30 -60 52 -34Q70 0 0 44Z", "#fff3e0")) +
    ui(
      -300,
      0,
      "#2f7a82",
      path("M-8 -54H8L14 20H-14Z", "#e6ebee") + rect(-34, 18, 68, 14, "#e7b23f", 6) + rect(-8, 30, 16, 34, "#7a4a26"),
    ) +
    ui(
      -120,
      0,
      "#7a5a9a",
      path("M-18 -50H18V-24Q50 0 40 40H-40Q-50 0 -18 -24Z", "#c9e6f0") +
        path("M-44 10Q0 -6 44 10Q46 34 40 40H-40Q-46 34 -44 10Z", "#e2574c"),
    ) +
    ui(60, 0, "#e7a33c", disc(0, 0, 42, "#f7dc7c") + group(0, 0, 0.6, path(BUTA, "#b5762a"))) +
    ui(240, 0, "#4f8a52", path("M-44 -10L0 -50L44 -10V44H-44Z", "#f3e6c8") + rect(-14, 8, 28, 36, "#7a4a26")) +
    ui(420, 0, "#33415c", path("M-20 -36L36 0L-20 36Z", "#fff3e0"));
  const sheet =
    rect(-590, -330, 1200, 700, "#00000040") +
    rect(-600, -345, 1200, 700, "#f6f0e2") +
    line("M-580 -150H580M-580 60H580M-580 270H580", "#d9cdb8", 3) +
    group(-400, 290, 1.02, hero("front")) +
    group(-80, 290, 1.02, hero("side")) +
    group(320, 250, 1.05, hero("leap"));
  const palette = times(7, (i) =>
    rect(
      -560 + i * 70,
      316,
      60,
      30,
      ["#b5313c", "#2f7a82", "#2b2f4a", "#e7b23f", "#e8b992", "#5a3f78", "#f0a862"][i] ?? "#000",
      4,
    ),
  );
  const svg =
    group(
      0,
      -380,
      1,
      rect(-606, -306, 1220, 640, "#00000050", 24) + rect(-616, -326, 1232, 652, "#1d2023", 24) + world(),
    ) + group(0, 330, 1, sheet + palette);
  const scene =
    surface("#39435c", random) +
    group(640, 640, 1, svg) +
    group(640, 1410, 1.02, props) +
    group(
      1120,
      1160,
      1,
      shadow(0, 20, 40, 260) + line("M0 -200V150", "#f4f2ec", 24) + path("M-12 150L0 190L12 150Z", "#3a3f44"),
      22,
    );
  return {
    scene,
    close: [400, 880, 2],
    piece: { svg, width: 1240, height: 1390, stance: "hanging" },
    cm: 44,
    room: "desk",
  };
}

/** Games: one being played on a phone, and the figures, places and signs of another. */
export function games(subject: PictureSubject, random: Random): Work {
  return /art/i.test(subject.title.en) ? art(random) : phoneGame();
}
