import type { PictureSubject, Random } from "../contract";
import type { Drawn } from "../scene";
import { BUTA, disc, group, line, oval, path, rect, shade, shadow, solid, textRows, times } from "../shapes";
import { studio, type Work } from "./kit";
import { visitor } from "./people";

/** A shop cut open: two walls with shelves, a counter, lamps and goods. */
export function interiorDesign(_subject: PictureSubject, random: Random): Work {
  const goods = (side: 1 | -1) =>
    times(
      3,
      (r) =>
        line(`M${side * 70} ${-400 - r * 130 - 24}L${side * 500} ${-400 - r * 130 - 178}`, "#8a5a36", 18) +
        times(6, (i) => {
          const at = 100 + i * 70;
          const y = -412 - r * 130 - (at - 70) * 0.358 - 18;
          return group(
            side * at,
            y,
            0.26,
            solid(
              [
                "M-90 0Q-190 -130 -130 -240Q-60 -290 -60 -340H60Q60 -290 130 -240Q190 -130 90 0Z",
                "M-120 0Q-180 -60 -180 -150H180Q180 -60 120 0Z",
                "M-80 0V-200H80V0Z",
              ][(i + r) % 3] ?? "",
              ["#b8662f", "#2f8a8a", "#7d2c3b", "#e0b25a", "#27496d"][(i * 2 + r) % 5] ?? "#000",
            ),
          );
        }),
    );
  const rug =
    path("M0 -40L-230 -126L-30 -200L200 -114Z", "#7a1f2b") +
    path("M-2 -62L-190 -128L-30 -182L162 -116Z", "#e0b25a") +
    path("M-4 -76L-160 -130L-30 -172L132 -118Z", "#27496d");
  const counter =
    path("M120 -30L120 -170L360 -256V-110Z", "#b07a48") +
    path("M120 -30V-170L20 -206V-66Z", "#8a5a36") +
    path("M120 -170L360 -256L260 -292L20 -206Z", "#f1e4cc") +
    group(250, -250, 0.24, solid("M-90 0Q-190 -130 -130 -240H130Q190 -130 90 0Z", "#b8662f")) +
    rect(140, -246, 54, 40, "#2b2f33", 4);
  const lamp = (x: number, y: number) =>
    line(`M${x} ${y - 330}V${y}`, "#2b2118", 5) +
    disc(x, y + 40, 120, shade("glow")) +
    path(`M${x - 52} ${y + 40}Q${x - 40} ${y} ${x} ${y - 6}Q${x + 40} ${y} ${x + 52} ${y + 40}Z`, "#c98a3a") +
    oval(x, y + 40, 52, 12, "#fff1c4");
  const room =
    path("M0 0L-560 -200L0 -400L560 -200Z", "#d2a878") +
    line("M-112 -40L448 -240M-224 -80L336 -280M-336 -120L224 -320M-448 -160L112 -360", "#a87f52", 4) +
    path("M-560 -200V-900L0 -1000V-400Z", "#2f5d5a") +
    path("M560 -200V-900L0 -1000V-400Z", "#3f746f") +
    path("M-560 -900L0 -1000L560 -900L540 -880L0 -976L-540 -880Z", "#e9dfcc") +
    path("M0 0L-560 -200V-170L0 34Z", "#8a6a4a") +
    path("M0 0L560 -200V-170L0 34Z", "#6b4f36") +
    goods(-1) +
    goods(1) +
    group(-400, -560, 1, "") +
    rug +
    group(
      -330,
      -190,
      1,
      path("M0 0L-110 -40V-150L0 -110Z", "#b07a48") +
        path("M0 0L90 -34V-144L0 -110Z", "#8a5a36") +
        path("M0 -110L-110 -150L-20 -184L90 -144Z", "#f1e4cc") +
        group(
          -20,
          -140,
          0.3,
          solid("M-90 0Q-190 -130 -130 -240Q-60 -290 -60 -340H60Q60 -290 130 -240Q190 -130 90 0Z", "#2f8a8a"),
        ),
    ) +
    counter +
    lamp(-200, -640) +
    lamp(20, -560) +
    lamp(230, -640);
  const plan =
    rect(-240, -170, 490, 350, "#00000030") +
    rect(-250, -180, 490, 350, "#f9f6ee") +
    line("M-210 -140H200V130H-210ZM-210 -100H-40M-210 -60H-150V60M40 -140V-100H200M60 20H160V90H60Z", "#2b3f55", 8) +
    textRows(random, [-200, 152, 120], 1, 14, "#6b6257");
  const chips = times(4, (i) =>
    group(
      i * 130,
      0,
      1,
      rect(-52, -62, 116, 136, "#00000030") +
        rect(-58, -70, 116, 136, ["#3f746f", "#b07a48", "#f1e4cc", "#c98a3a"][i] ?? "#000") +
        rect(-58, 30, 116, 36, "#fffdf8"),
    ),
  );
  const piece: Drawn = { svg: room, width: 1130, height: 1030, stance: "standing" };
  const scene =
    studio("#ecd8c6", "#d9bfa4", 1080) +
    shadow(640, 1150, 640, 150) +
    group(640, 1210, 1.04, room) +
    group(360, 1430, 1, plan, -6) +
    group(740, 1460, 1, chips, 4);
  return { scene, close: [500, 700, 1.9], piece, cm: 60, room: "table" };
}

/** A museum hall with cases, panels, a visitor and a flight case. */
export function exhibitionDesign(_subject: PictureSubject, random: Random): Work {
  const vessel = "M-90 0Q-190 -130 -130 -240Q-60 -290 -60 -340H60Q60 -290 130 -240Q190 -130 90 0Z";
  const showcase = (x: number, y: number, s: number, inner: string) =>
    group(
      x,
      y,
      s,
      shadow(0, 0, 190, 30) +
        solid("M-140 0V-300H140V0Z", "#2b3f46", "down") +
        `<rect x="-140" y="-640" width="280" height="340" fill="#dff0f2" opacity=".3"/>` +
        disc(0, -470, 170, shade("glow")) +
        group(0, -306, 0.62, inner) +
        line("M-140 -640H140V-300H-140Z", "#e8eef0", 7) +
        path("M-120 -620H-60L-120 -420Z", "#ffffff55") +
        rect(-60, -240, 120, 60, "#f6f1e6") +
        textRows(random, [-48, -222, 96], 3, 16, "#6b6257"),
    );
  const panel =
    rect(-230, -420, 460, 840, "#b5463c") +
    group(0, -200, 1.8, path(BUTA, "#f3dfae") + group(0, 6, 0.5, path(BUTA, "#b5463c"))) +
    textRows(random, [-170, 0, 300], 2, 50, "#fff4dc") +
    textRows(random, [-170, 130, 340], 8, 32, "#f3cfc0");
  const carpet =
    rect(-210, -320, 420, 640, "#27496d") +
    rect(-186, -296, 372, 592, "#e7c873") +
    rect(-170, -280, 340, 560, "#7a1f2b") +
    times(
      3,
      (i) =>
        path(`M0 ${-250 + i * 170}l110 80l-110 80l-110 -80Z`, i % 2 ? "#27496d" : "#f3dfae") +
        path(`M0 ${-210 + i * 170}l56 40l-56 40l-56 -40Z`, "#b5463c"),
    );
  const spot = (x: number, to: number) =>
    `<path d="M${x} 150L${to - 190} 900H${to + 190}Z" fill="${shade("beam")}" opacity=".7"/>` +
    rect(x - 16, 104, 32, 60, "#17191b", 6);
  const crate = group(
    0,
    0,
    1,
    solid("M-190 0V-190H190V0Z", "#3a4046", "down") +
      line("M-190 -190H190V0H-190ZM-190 -120H190", "#c9ced1", 12) +
      times(4, (i) => disc(i % 2 ? 184 : -184, i < 2 ? -184 : -6, 18, "#d5d8da")) +
      rect(-130, -134, 40, 40, "#e7e2d6", 6) +
      rect(90, -134, 40, 40, "#e7e2d6", 6) +
      line("M-40 -40v-50l-14 14M-40 -90l14 14M10 -40v-50l-14 14M10 -90l14 14", "#e7c873", 7),
  );
  const hall =
    rect(0, 0, 1280, 1600, "#3b4650") +
    path("M0 0H1280V110H0Z", "#23292e") +
    rect(0, 96, 1280, 18, "#17191b") +
    path("M0 1130H1280V1600H0Z", "#8d8478") +
    path("M0 1130H1280V1180H0Z", shade("down"));
  const display =
    group(330, 620, 1, panel) +
    group(870, 560, 1, carpet) +
    showcase(330, 1330, 0.9, solid(vessel, "#b8662f")) +
    showcase(760, 1290, 0.84, solid("M-30 0V-200Q-200 -230 -210 -330H210Q200 -230 30 -200V0Z", "#c9a13a")) +
    spot(330, 330) +
    spot(640, 760) +
    spot(900, 900);
  const scene =
    hall + display + group(1090, 1440, 0.72, shadow(0, 0, 130, 26) + visitor(random)) + group(250, 1560, 0.8, crate);
  const piece: Drawn = {
    svg:
      showcase(-170, 0, 1, solid(vessel, "#b8662f")) +
      showcase(190, 0, 0.9, solid("M-30 0V-200Q-200 -230 -210 -330H210Q200 -230 30 -200V0Z", "#c9a13a")),
    width: 720,
    height: 660,
    stance: "standing",
  };
  return { scene, close: [420, 1000, 1.8], piece, cm: 150, room: "wall" };
}
