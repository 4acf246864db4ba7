import type { PictureSubject } from "../contract";
import type { Drawn } from "../scene";
import { disc, group, line, path, rect, shade, shadow, solid, times } from "../shapes";
import { clapper, filmCamera, monitor, softbox } from "./devices";
import { studio, type Work } from "./kit";
import { stander } from "./people";

/** Mountains with a village, as a film frame 960 × 560 around its centre; `flat` is ungraded. */
export function frame(flat: boolean): string {
  const [sky, far, near, field, sun] = flat
    ? ["#b9bcbb", "#a3a7a8", "#8f9391", "#9a9c93", "#cfd0cc"]
    : ["#e98f4a", "#7d4a6b", "#3f3558", "#2f5d50", "#ffdf8a"];
  return (
    rect(-480, -280, 960, 560, sky) +
    (flat ? "" : rect(-480, -280, 960, 300, shade("glow"))) +
    disc(180, -90, 66, sun) +
    path("M-480 0L-330 -150L-230 -60L-90 -210L60 -40L170 -110L320 10L480 -90V280H-480Z", far) +
    path("M-90 -210L-40 -150L-70 -130L-110 -160ZM-330 -150L-300 -110L-350 -118Z", flat ? "#d5d6d3" : "#ffd9c2") +
    path("M-480 90Q-240 -20 0 90T480 60V280H-480Z", near) +
    path("M-480 190Q-120 110 480 200V280H-480Z", field) +
    times(
      7,
      (i) =>
        rect(-120 + i * 56, 96 - (i % 3) * 22, 44, 54, flat ? "#b5b3ab" : "#c98a5f") +
        rect(-108 + i * 56, 112 - (i % 3) * 22, 12, 16, flat ? "#8f8f8a" : "#ffd27a"),
    ) +
    group(
      -290,
      240,
      0.34,
      stander({
        coat: flat ? "#8d8f8e" : "#a8323a",
        legs: flat ? "#7d7f7e" : "#241f2e",
        skin: flat ? "#b5b0aa" : "#d9a47c",
        hat: flat ? "#777777" : "#1d1814",
        left: [-130, -440, -96, -320],
        right: [140, -470, 120, -330],
      }),
    )
  );
}

const play =
  rect(-480, 210, 960, 70, "#00000088") +
  path("M-450 228l36 18l-36 18Z", "#fffaf0") +
  rect(-390, 240, 780, 10, "#ffffff55", 5) +
  rect(-390, 240, 300, 10, "#e2574c", 5) +
  disc(-90, 245, 14, "#e2574c");

/** A weaver at her loom, filmed by a camera in front. */
function documentary(): Work {
  const carpet =
    rect(-230, -40, 460, 260, "#7a1f2b") +
    times(
      4,
      (i) =>
        path(`M${-170 + i * 113} 90l50 -80l50 80l-50 80Z`, i % 2 ? "#e7c873" : "#27496d") +
        path(`M${-140 + i * 113} 90l20 -32l20 32l-20 32Z`, "#f6f1e6"),
    ) +
    rect(-230, -40, 460, 22, "#27496d") +
    rect(-230, 200, 460, 20, "#27496d");
  const loom =
    rect(-300, -460, 46, 800, "#6b4a30") +
    rect(254, -460, 46, 800, "#6b4a30") +
    rect(-330, -470, 660, 56, "#8a6342") +
    rect(-330, 250, 660, 60, "#8a6342") +
    line(
      times(58, (i) => `M${-228 + i * 8} -414V250`),
      "#f3ead6",
      3,
    ) +
    carpet;
  const scene =
    studio("#3a2f2a", "#5d4636", 1180) +
    rect(0, 0, 1280, 1180, shade("up")) +
    `<path d="M1140 120L300 1200H1000Z" fill="#ffe9b0" opacity=".2"/>` +
    group(560, 800, 1.3, loom) +
    group(
      520,
      1340,
      0.92,
      stander({
        coat: "#b5463c",
        legs: "#33414a",
        long: true,
        left: [-170, -560, -110, -700],
        right: [170, -600, 120, -740],
      }) +
        solid("M0 -800A76 90 0 1 0 .1 -800Z", "#e6dcc6", "ball") +
        solid("M-74 -700Q-110 -560 -70 -500H70Q110 -560 74 -700Z", "#e6dcc6"),
    ) +
    group(1150, 1240, 0.95, softbox()) +
    group(900, 1580, 1.08, filmCamera()) +
    group(250, 1450, 0.86, shadow(10, 150, 260, 50) + clapper(), -8);
  const piece: Drawn = { svg: monitor(frame(false) + play), width: 1010, height: 740, stance: "standing" };
  return { scene, close: [760, 880, 1.9], piece, cm: 70, room: "desk" };
}

/** Crew, van and crane in the mountains. */
function location(): Work {
  const van =
    solid("M-300 0V-240Q-300 -270 -270 -270H140L250 -140H300V0Z", "#e6e0d2", "down") +
    path("M150 -250L232 -146H110V-250Z", "#4f6b7a") +
    rect(-270, -230, 330, 90, "#c3bba8") +
    rect(-300, -90, 600, 14, "#b5463c") +
    disc(-180, 0, 58, "#23272a") +
    disc(190, 0, 58, "#23272a") +
    disc(-180, 0, 26, "#a9afb3") +
    disc(190, 0, 26, "#a9afb3");
  const crane =
    line("M-300 0L0 -360L130 -60M0 -360L-130 0", "#23272a", 20) +
    line("M360 -60L-420 -640", "#3a4045", 26) +
    line("M360 -60L-420 -640", "#8d9398", 6) +
    rect(330, -90, 90, 100, "#23272a", 8) +
    group(-420, -560, 0.34, `<g transform="translate(0 760)">${filmCamera()}</g>`).replace('opacity="0"', "");
  const chair =
    line("M-70 0L60 -220M60 0L-60 -220M-70 -220V-400M70 -220V-400", "#8a6342", 16) +
    rect(-84, -232, 168, 26, "#23272a") +
    rect(-84, -400, 168, 90, "#23272a") +
    path("M0 -385l8 16l18 2l-13 12l3 18l-16 -8l-16 8l3 -18l-13 -12l18 -2Z", "#e7c873");
  const crew = (
    x: number,
    y: number,
    s: number,
    coat: string,
    held: string,
    right: readonly [number, number, number, number],
  ) =>
    group(
      x,
      y,
      s,
      shadow(0, 0, 120, 24) + stander({ coat, legs: "#2b3038", left: [-130, -430, -100, -330], right }, held),
    );
  const scene =
    rect(0, 0, 1280, 1600, "#8fb7cc") +
    rect(0, 0, 1280, 900, shade("up")) +
    path("M0 700L180 420L300 540L520 260L700 520L860 380L1060 620L1280 480V1000H0Z", "#6f86a0") +
    path(
      "M520 260L600 376L540 420L490 380L440 400ZM180 420L230 470L170 500L140 480ZM860 380L910 440L850 450Z",
      "#f6f8f8",
    ) +
    path("M0 860Q300 680 640 840T1280 800V1600H0Z", "#7d9160") +
    path("M0 1080Q500 960 1280 1090V1600H0Z", "#a8996a") +
    times(
      8,
      (i) =>
        rect(700 + i * 62, 800 - (i % 3) * 26, 50, 62, i % 2 ? "#cdb592" : "#b99f7a") +
        rect(716 + i * 62, 820 - (i % 3) * 26, 14, 20, "#5a4630"),
    ) +
    group(300, 1130, 0.86, van) +
    group(820, 1240, 1.05, crane) +
    crew(1080, 1280, 0.5, "#b5463c", "", [150, -470, 60, -560]) +
    crew(
      640,
      1440,
      0.62,
      "#27496d",
      line("M150 -560L-380 -860", "#23272a", 12) +
        solid("M-470 -880Q-420 -930 -330 -850Q-330 -800 -400 -820Z", "#4d5257", "ball"),
      [190, -600, 140, -560],
    ) +
    group(300, 1510, 1.05, shadow(0, 0, 110, 24) + chair) +
    group(990, 1500, 0.94, shadow(0, 160, 250, 40) + clapper(), 7);
  const piece: Drawn = { svg: monitor(frame(false)), width: 1010, height: 740, stance: "standing" };
  return { scene, close: [760, 1060, 1.8], piece, cm: 70, room: "desk" };
}

/** Film: made in a workshop or in the mountains. */
export function filmProduction(subject: PictureSubject): Work {
  return /document/i.test(subject.title.en) ? documentary() : location();
}
