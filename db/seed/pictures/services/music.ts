import type { PictureSubject } from "../contract";
import type { Drawn } from "../scene";
import { disc, group, line, oval, path, rect, rectPath, shade, shadow, solid, times, within } from "../shapes";
import { speaker } from "./devices";
import { mixer } from "./post-production";
import { grandPiano, kamancha, microphone, tar } from "./instruments";
import { type Work } from "./kit";
import { stander } from "./people";

/** Written music: staves with notes, bars and beams. */
function score(w: number, rows: number): string {
  return times(rows, (r) => {
    const y = r * 92;
    const staff =
      line(
        times(5, (k) => `M0 ${y + k * 11}h${w}`),
        "#3b352e",
        2,
      ) +
      line(`M0 ${y}v44M${w * 0.33} ${y}v44M${w * 0.66} ${y}v44M${w} ${y}v44`, "#3b352e", 3) +
      line(`M16 ${y + 50}q-10 -30 6 -40q16 -14 6 -30q-14 12 -8 40l6 30`, "#3b352e", 4);
    return (
      staff +
      times(10, (i) => {
        const [x, ny] = [46 + i * ((w - 60) / 10), y + ((i * 17 + r * 23) % 44)];
        return (
          oval(x, ny, 8, 6, "#2b2118") + line(`M${x + 7} ${ny}v-34${i % 2 ? "" : `l${(w - 60) / 10} 4`}`, "#2b2118", 3)
        );
      })
    );
  });
}

const stand = (): string =>
  line("M0 -520V-40M0 -60L-130 0M0 -60L130 0M0 -60V10", "#23272a", 16) +
  path("M-290 -900H290L310 -520H-310Z", "#2b2f33") +
  rect(-316, -530, 632, 26, "#1d2023") +
  group(-262, -880, 1, rect(0, 0, 258, 350, "#fdfaf2") + group(20, 34, 1, score(216, 4))) +
  group(8, -880, 1, rect(0, 0, 258, 350, "#fdfaf2") + group(20, 34, 1, score(216, 4)));

/** A film on the big screen, players with their backs to us, the score in front. */
function filmScore(): Work {
  const film =
    rect(-480, -280, 960, 560, "#20304a") +
    disc(-200, -110, 80, "#f7e6b0") +
    path("M-480 120Q-200 -60 60 70T480 20V280H-480Z", "#3a4a5f") +
    path("M-480 200Q0 90 480 190V280H-480Z", "#16202e") +
    group(
      180,
      150,
      0.5,
      path(
        "M-230 60Q-200 -60 -60 -60H80Q120 -160 200 -200L230 -150Q250 -110 200 -100Q190 -20 150 30L160 180H120L100 60H-110L-140 180H-180Z",
        "#0c121b",
      ) +
        path("M-50 -60Q-40 -220 20 -230Q70 -220 60 -60Z", "#0c121b") +
        disc(14, -262, 38, "#0c121b"),
    ) +
    rect(-480, -280, 960, 60, "#000000") +
    rect(-480, 220, 960, 60, "#000000") +
    `<rect x="330" y="-200" width="126" height="40" fill="#00000088"/>` +
    line("M344 -180h98", "#e2574c", 12);
  const chair =
    line("M-120 0V-250M120 0V-250M-84 -40V-250M84 -40V-250", "#4a3020", 20) +
    solid("M-146 -270H146L130 -226H-130Z", "#7d3a3f", "down") +
    line("M-122 -260V-560M122 -260V-560", "#4a3020", 20) +
    solid("M-134 -580Q0 -606 134 -580V-440Q0 -462 -134 -440Z", "#7d3a3f", "down");
  const scene =
    rect(0, 0, 1280, 1600, "#cdb596") +
    times(9, (i) => rect(i * 146, 0, 140, 1010, i % 2 ? "#c4a982" : "#bfa27a")) +
    rect(0, 1010, 1280, 590, "#9a6a42") +
    times(7, (i) => line(`M0 ${1050 + i * 84}H1280`, "#5a3a22", 4, 0.3)) +
    rect(0, 1010, 1280, 26, shade("down")) +
    group(640, 400, 1.14, rect(-512, -312, 1024, 624, "#17181b") + film) +
    `<path d="M96 720H1184L1280 1340H0Z" fill="#dfe9f6" opacity=".14"/>` +
    disc(640, 900, 520, shade("glow")) +
    group(272, 1330, 1.05, shadow(0, 0, 230, 44) + chair) +
    group(266, 1030, 0.74, kamancha(), 7) +
    group(1010, 1330, 1.05, shadow(0, 0, 230, 44) + chair) +
    group(1014, 1030, 0.74, tar("#7a4322"), -9) +
    line("M640 1260V860", "#23272a", 16) +
    shadow(640, 1560, 300, 50) +
    group(640, 1560, 0.86, stand());
  const piece: Drawn = { svg: stand(), width: 640, height: 910, stance: "standing" };
  return { scene, close: [640, 900, 1.7], piece, cm: 125, room: "wall" };
}

const foam = times(30, (i) =>
  group(
    (i % 5) * 270 - 20,
    Math.floor(i / 5) * 200,
    1,
    rect(0, 0, 260, 190, i % 2 ? "#3d3147" : "#463a52") +
      times(4, (k) => path(`M${k * 65} 0l32 60l33 -60ZM${k * 65} 190l32 -60l33 60Z`, "#ffffff0d")),
  ),
);

function remote(): Work {
  const headphones =
    `<path d="M-120 80Q-130 -120 0 -120Q130 -120 120 80" fill="none" stroke="#1d2023" stroke-width="30"/>` +
    solid("M-160 20H-90V160H-160Z", "#2b2f33") +
    solid("M90 20H160V160H90Z", "#2b2f33") +
    rect(-96, 34, 20, 112, "#c9a13a") +
    rect(76, 34, 20, 112, "#c9a13a");
  const scene =
    foam +
    rect(0, 0, 1280, 1600, shade("down")) +
    rect(0, 1240, 1280, 360, "#8a6342") +
    rect(0, 1240, 1280, 30, shade("down")) +
    group(470, 1330, 1, shadow(20, 90, 260, 40)) +
    group(450, 1180, 1.2, tar("#7a4322"), 8) +
    group(960, 1330, 1, shadow(0, 90, 200, 34)) +
    line("M960 1420V520L760 400", "#23272a", 20) +
    line("M960 1400L850 1440M960 1400L1070 1440", "#23272a", 18) +
    group(720, 470, 1.15, microphone(), 28) +
    `<circle cx="560" cy="560" r="92" fill="#17191b66" stroke="#17191b" stroke-width="14"/>` +
    line("M640 600Q760 720 950 760", "#17191b", 9) +
    group(
      1060,
      1270,
      1,
      rect(-150, -90, 300, 150, "#a9343c", 10) +
        disc(-90, -20, 30, "#1d2023") +
        disc(-10, -20, 30, "#1d2023") +
        rect(50, -50, 80, 60, "#101214") +
        line("M60 -20l12 -16l12 30l12 -20l12 10l12 -8", "#7fd08a", 5),
    ) +
    group(820, 1370, 0.95, headphones, 12) +
    group(190, 1330, 0.72, kamancha(), -14);
  const piece: Drawn = { svg: group(0, -150, 1, tar("#7a4322")), width: 300, height: 1030, stance: "standing" };
  return { scene, close: [600, 620, 1.8], piece, cm: 95, room: "wall" };
}

/** A recording day: a grand piano behind the glass of the control room. */
function studioDay(): Work {
  const live =
    rect(60, 120, 1160, 760, "#d9b98a") +
    times(14, (i) => rect(60 + i * 84, 120, 76, 560, i % 2 ? "#c9a472" : "#b9925f")) +
    rect(60, 680, 1160, 200, "#8f6138") +
    group(640, 850, 0.86, grandPiano()) +
    line("M300 860V420L420 360", "#23272a", 14) +
    group(440, 400, 0.6, microphone(), 30) +
    line("M1020 860V360L900 310", "#23272a", 14) +
    group(880, 350, 0.6, microphone(), -30) +
    group(
      190,
      850,
      0.5,
      stander({ coat: "#27496d", long: true, left: [-130, -430, -100, -330], right: [130, -430, 100, -330] }),
    ) +
    disc(640, 200, 200, shade("glow"));
  const scene =
    rect(0, 0, 1280, 1600, "#2b2623") +
    within("glass", rectPath(60, 120, 1160, 760), live) +
    path("M60 120H420L160 880H60Z", "#ffffff1c") +
    line("M60 120H1220V880H60Z", "#5a3d28", 30) +
    rect(0, 900, 1280, 700, "#201c1a") +
    group(150, 1080, 0.95, speaker()) +
    group(1130, 1080, 0.95, speaker()) +
    `<g transform="translate(640 1270) scale(1.06 0.86)">${mixer()}</g>` +
    group(400, 1610, 0.7, solid("M-180 0Q-200 -300 -120 -320H120Q200 -300 180 0Z", "#3a3f44", "ball")) +
    group(
      400,
      1560,
      0.74,
      solid("M-140 0Q-150 -300 -60 -330H60Q150 -300 140 0Z", "#4f6b5a") +
        solid("M0 -500A76 90 0 1 0 .1 -500Z", "#2b2018", "ball") +
        `<path d="M-84 -400Q-80 -520 0 -520Q80 -520 84 -400" fill="none" stroke="#101214" stroke-width="22"/>` +
        oval(-84, -390, 22, 40, "#101214") +
        oval(84, -390, 22, 40, "#101214"),
    );
  const piece: Drawn = { svg: grandPiano(), width: 1040, height: 930, stance: "standing" };
  return { scene, close: [660, 640, 1.9], piece, cm: 150, room: "wall" };
}

/** Music: for a film, from a distance, and in the studio. */
export function musicRecording(subject: PictureSubject): Work {
  const title = subject.title.en;
  if (/score/i.test(title)) return filmScore();
  return /remote/i.test(title) ? remote() : studioDay();
}
