import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { disc, group, line, oval, path, rect, rectPath, shadow, solid, times, within } from "../shapes";
import { ud } from "./instruments";
import { posed, studio, surface, type Work } from "./kit";
import { hand, leftHand } from "./hands";
import { sitter } from "./people";
import { laptop } from "./devices";
import { latticePanel } from "./lattice";
import { coppersmith } from "./coppersmith";
import { stamping } from "./stamping";

function pot(): string {
  const d =
    "M-110 0Q-230 -90 -210 -230Q-190 -340 -110 -380Q-90 -420 -130 -470H130Q90 -420 110 -380Q190 -340 210 -230Q230 -90 110 0Q0 22 -110 0Z";
  return (
    solid(d, "#b9714b") +
    within(
      "potline",
      d,
      line(
        times(
          13,
          (i) =>
            `M${-200 + Math.abs(i - 6) * 12} ${-40 - i * 32}Q0 ${-20 - i * 32} ${200 - Math.abs(i - 6) * 12} ${-40 - i * 32}`,
        ),
        "#6b3a22",
        4,
        0.35,
      ),
    ) +
    oval(0, -470, 130, 26, "#6b3a22") +
    oval(0, -466, 110, 18, "#4a2616")
  );
}

function pottery(): Work {
  const shelf = (y: number, from: number) =>
    rect(60, y, 1160, 24, "#8a6a4c") +
    times(6, (i) =>
      group(
        160 + i * 190,
        y,
        0.34 + ((i + from) % 3) * 0.05,
        (i + from) % 2
          ? pot()
          : solid(
              "M-150 0Q-260 -60 -280 -240H280Q260 -60 150 0Z",
              ["#d9c3a4", "#8f9f93", "#c98a5f"][(i + from) % 3] ?? "#d9c3a4",
            ) + oval(0, -240, 280, 44, "#5a4030"),
      ),
    );
  const scene =
    studio("#d9d2c2", "#7a6653", 1180) +
    shelf(330, 0) +
    shelf(620, 1) +
    solid("M330 1420H950V1600H330Z", "#4f463e") +
    oval(640, 1420, 310, 60, "#2f2a26") +
    oval(640, 1392, 300, 62, "#8d9296") +
    oval(640, 1384, 276, 54, "#a9a39a") +
    line("M420 1390Q640 1440 860 1390M480 1376Q640 1410 800 1376", "#6b5a4c", 6, 0.6) +
    shadow(640, 1384, 260, 46) +
    group(640, 1384, 1.15, pot()) +
    `<path d="M470 1010q70 60 40 160q-70 40 -110 -40ZM812 990q-70 60 -40 160q70 40 110 -40Z" fill="#5a2a14" opacity=".28"/>` +
    group(480, 1080, 1.2, leftHand("#4f6b5a", "#c99a78"), -20) +
    group(800, 1060, 1.2, hand("#4f6b5a", "#c99a78"), 20) +
    group(
      1130,
      1480,
      0.7,
      solid("M-120 0L-140 -170H140L120 0Z", "#c7ced0") +
        oval(0, -170, 140, 26, "#7a5a44") +
        line("M-30 -160L-80 -330", "#a8703f", 20),
    );
  return {
    scene,
    close: [640, 1080, 1.9],
    piece: { svg: pot(), width: 430, height: 500, stance: "standing" },
    cm: 22,
    room: "table",
  };
}

function shebekeClass(random: Random): Work {
  const glass = ["#b5313c", "#e7b23f", "#2f6fa0", "#3f8f5f"];
  const loose = times(9, (i) =>
    group(
      200 + (i % 3) * 130,
      1290 + Math.floor(i / 3) * 90,
      1,
      `${path("M-34 0L0 -34L34 0L0 34Z", "#00000040")}${path("M-38 -6L0 -44L38 -6L0 32Z", glass[i % 4] ?? "#b5313c")}${path("M-38 -6L0 -44L0 32Z", "#ffffff30")}`,
      i * 17,
    ),
  );
  const sticks = times(8, (i) =>
    group(
      790 + i * 56,
      1340 + (i % 2) * 30,
      1,
      rect(-12, -120, 28, 250, "#00000030", 4) +
        solid("M-14 -124H14V124H-14Z", "#c08a55") +
        path("M-14 -40H0V-16H-14ZM14 20H0V44H14Z", "#7a4f2c"),
      -8 + i * 3,
    ),
  );
  const knife = line("M0 0L180 0", "#7a4a26", 36) + path("M-10 -14L-190 -4L-170 14H-10Z", "#c9ced1");
  const scene =
    surface("#8a6342", random) +
    shadow(650, 690, 560, 620) +
    group(600, 620, 1.02, latticePanel("half")) +
    loose +
    sticks +
    group(870, 560, 0.95, hand("#7d3a3f"), 16) +
    group(838, 560, 1, path("M-44 0L0 -44L44 0L0 44Z", "#e7b23f") + path("M-44 0L0 -44V44Z", "#ffffff40")) +
    group(260, 1120, 1, knife, -12);
  return {
    scene,
    close: [690, 620, 1.9],
    piece: { svg: latticePanel("whole"), width: 780, height: 980, stance: "hanging" },
    cm: 44,
    room: "desk",
  };
}

function udOnline(): Work {
  const teacher =
    rect(-300, -190, 600, 380, "#c9a98a") +
    rect(-300, 90, 600, 100, "#7d3a3f") +
    rect(120, -160, 130, 170, "#5a4030") +
    rect(134, -146, 102, 142, "#8fa9b0") +
    group(
      -20,
      320,
      0.62,
      sitter(
        { coat: "#2f4a5f", left: [-150, -440, -30, -400], right: [170, -430, 230, -560] },
        group(40, -250, 0.62, ud(), 52),
      ),
    ) +
    rect(170, 70, 118, 108, "#3a4048", 8) +
    disc(229, 112, 22, "#d9a47c") +
    path("M186 178Q190 136 229 136Q268 136 272 178Z", "#b5463c") +
    disc(-20, 166, 20, "#c0392b") +
    disc(-76, 166, 16, "#ffffffaa") +
    disc(36, 166, 16, "#ffffffaa");
  const scene =
    studio("#dcd3c3", "#a67b52", 1040) +
    rect(110, 120, 300, 420, "#b9c9c7") +
    line("M110 120h300v420h-300ZM260 120v420", "#8b735c", 14) +
    shadow(620, 1330, 600, 80) +
    group(540, 1330, 1.2, laptop(within("lesson", rectPath(-300, -190, 600, 380), teacher))) +
    group(1085, 1210, 1.02, shadow(20, 260, 220, 40) + ud(), 9) +
    group(
      300,
      1470,
      1,
      path("M-190 -60L150 -90L210 40L-170 80Z", "#fbf6ea") +
        line(
          times(4, (i) => `M-160 ${-34 + i * 26}L160 ${-62 + i * 26}`),
          "#5a4a3a",
          3,
        ) +
        times(6, (i) => disc(-120 + i * 48, -30 + ((i * 37) % 60), 8, "#2b2118")),
    );
  const piece: Drawn = { svg: group(0, -240, 1, ud()), width: 420, height: 900, stance: "standing" };
  return { scene, close: [540, 900, 1.9], piece, cm: 75, room: "wall" };
}

/** Lessons in crafts and music: what hands do there. */
export function craftWorkshop(subject: PictureSubject, random: Random): Work {
  const title = subject.title.en;
  if (/copper/i.test(title)) return coppersmith();
  if (/kelaghayi/i.test(title)) return stamping(random);
  if (/shebeke/i.test(title)) return shebekeClass(random);
  if (/pottery/i.test(title)) return pottery();
  if (/ud/i.test(title)) return udOnline();
  const piece: Drawn = { svg: pot(), width: 430, height: 500, stance: "standing" };
  return { scene: posed(piece, "#d9d2c2", "#7a6653"), close: [640, 1000, 2], piece, cm: 22, room: "table" };
}
