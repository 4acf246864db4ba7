import type { PictureSubject, Random } from "../contract";
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
  shade,
  shadow,
  solid,
  times,
  within,
} from "../shapes";
import { softbox } from "./devices";
import { type Work } from "./kit";

/** A jug on white between two soft lights, seen past the camera. */
export function photography(_subject: PictureSubject, _random: Random): Work {
  const jug =
    solid(
      "M-120 0Q-250 -120 -200 -290Q-150 -390 -70 -430L-90 -560L-140 -610H90L70 -430Q150 -390 200 -290Q250 -120 120 0Z",
      "#b8662f",
    ) +
    line("M180 -340Q330 -440 240 -560Q170 -620 86 -570", "#b8662f", 30) +
    times(24, (i) => oval(-140 + (i % 8) * 40, -120 - Math.floor(i / 8) * 80, 14, 11, "#00000022")) +
    line("M-190 -300Q0 -250 190 -300M-180 -330Q0 -280 180 -330", "#7a3f1c", 7) +
    faded(0.6, oval(-80, -220, 26, 110, "#ffe6cc"));
  const sweep =
    path("M180 200H1100V860Q1110 1080 1230 1200H50Q170 1080 180 860Z", "#fbfaf6") +
    path("M180 860Q170 1080 50 1200H1230Q1110 1080 1100 860Z", shade("up")) +
    rect(140, 170, 1000, 34, "#4a4f54", 16);
  const slr =
    rect(-170, -250, 340, 230, "#1d2023", 26) +
    rect(-70, -310, 150, 80, "#1d2023", 16) +
    rect(-120, -210, 240, 160, "#0f1215", 6) +
    rect(-116, -206, 232, 152, "#f6f4ee") +
    group(0, -66, 0.22, jug) +
    line("M-116 -130H116M0 -206V-54", "#ffffff88", 2) +
    disc(144, -200, 12, "#b5463c") +
    disc(144, -120, 18, "#4d5257") +
    disc(-100, -270, 22, "#33383d") +
    line("M0 -20V80M0 80L-170 420M0 80L170 420M0 80V420", "#23272a", 26);
  const scene =
    rect(0, 0, 1280, 1600, "#6d7479") +
    rect(0, 1200, 1280, 400, "#4a4541") +
    sweep +
    shadow(660, 1010, 300, 60) +
    group(640, 1010, 1.02, jug) +
    group(150, 1400, 1.08, softbox()) +
    `<g transform="translate(1130 1400) scale(-1.08 1.08)">${softbox()}</g>` +
    group(620, 1440, 0.95, slr) +
    group(
      930,
      1090,
      1,
      rect(-40, -56, 110, 56, "#fffdf6") +
        times(5, (i) =>
          rect(-34 + i * 21, -50, 18, 44, ["#1d2023", "#b5463c", "#e7b24f", "#4f8a52", "#27496d"][i] ?? "#000"),
        ),
    );
  const four = times(4, (i) =>
    group(
      i % 2 ? 260 : -260,
      i < 2 ? -330 : 330,
      1,
      rect(-240, -310, 500, 640, "#00000030") +
        rect(-250, -320, 500, 640, "#fbfaf6") +
        within(
          `shot${i}`,
          rectPath(-226, -296, 452, 592),
          rect(-226, -296, 452, 592, i === 3 ? "#a67b52" : "#f3f1ea") +
            (i === 3 ? path(archPath(-180, 40, 360, 300), "#d8cdbb") : "") +
            group(
              i === 1 ? -30 : 0,
              i === 2 ? 470 : 190,
              i === 2 ? 1.5 : 0.66,
              shadow(20, 0, 220, 36) + (i === 1 ? `<g transform="scale(-1 1)">${jug}</g>` : jug),
            ),
        ),
    ),
  );
  return {
    scene,
    close: [640, 760, 1.9],
    piece: { svg: four, width: 1040, height: 1320, stance: "hanging" },
    cm: 44,
    room: "desk",
  };
}
