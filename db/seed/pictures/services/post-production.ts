import type { PictureSubject } from "../contract";
import type { Drawn } from "../scene";
import { disc, group, line, oval, path, rect, rectPath, shade, solid, times, within } from "../shapes";
import { monitor, speaker } from "./devices";
import { studio, type Work } from "./kit";
import { frame } from "./film";

function grading(): Work {
  const split =
    frame(true) +
    within("graded", rectPath(0, -280, 480, 560), frame(false)) +
    line("M0 -280V280", "#fffaf0", 5) +
    disc(0, 0, 26, "#fffaf0") +
    line("M-10 -8l-8 8l8 8M10 -8l8 8l-8 8", "#23272a", 5);
  const wheel = (x: number, dot: readonly [number, number]) => {
    const hues = times(12, (i) =>
      path(
        `M0 0L${Math.round(Math.cos(i * 0.5236) * 130)} ${Math.round(Math.sin(i * 0.5236) * 130)}A130 130 0 0 1 ${Math.round(Math.cos(i * 0.5236 + 0.53) * 130)} ${Math.round(Math.sin(i * 0.5236 + 0.53) * 130)}Z`,
        `hsl(${i * 30} 70% 55%)`,
      ),
    );
    return group(
      x,
      0,
      1,
      disc(0, 0, 146, "#17191b") +
        hues +
        disc(0, 0, 104, "#2a2e32") +
        disc(0, 0, 84, "#4d5257") +
        disc(0, 0, 84, shade("ball")) +
        disc(dot[0], dot[1], 10, "#fffaf0"),
    );
  };
  const panel =
    rect(-560, -200, 1120, 400, "#23262a", 26) +
    rect(-560, -200, 1120, 400, shade("up"), 26) +
    wheel(-350, [20, -12]) +
    wheel(0, [-14, 18]) +
    wheel(350, [26, 8]) +
    times(12, (i) => disc(-500 + i * 91, 172, 14, i % 4 ? "#5f666b" : "#e7a33c"));
  const scopes =
    rect(-200, -110, 400, 220, "#0f1215", 8) +
    line("M-170 60Q-120 -60 -80 20T0 -30T90 40T170 -50", "#7fd08a", 5) +
    line("M-170 80Q-110 0 -60 50T40 10T170 20", "#e2574c", 5) +
    line("M-170 90Q-120 30 -40 70T170 50", "#5fa0e0", 5);
  const piece: Drawn = { svg: monitor(split), width: 1010, height: 740, stance: "standing" };
  const scene =
    studio("#1f2226", "#3a332e", 1060) +
    rect(60, 60, 1160, 960, shade("glow")).replace("/>", ' opacity=".16"/>') +
    group(640, 1130, 1.18, piece.svg) +
    group(250, 160, 0.8, scopes) +
    group(1030, 160, 0.8, scopes) +
    group(640, 1370, 1.04, panel);
  return { scene, close: [640, 680, 2], piece, cm: 70, room: "desk" };
}

/** A mixing desk seen from the chair, 1180 × 460 around its centre. */
export function mixer(): string {
  const strip = (i: number) =>
    group(
      -520 + i * 80,
      0,
      1,
      rect(-36, -220, 72, 440, i % 2 ? "#2f3338" : "#33383d") +
        times(
          4,
          (k) =>
            disc(0, -188 + k * 46, 15, ["#b5463c", "#e7c873", "#5f9ab5", "#a9afb3"][k] ?? "#fff") +
            line(`M0 ${-188 + k * 46}l${((i * 7 + k * 5) % 13) - 6} -12`, "#17191b", 4),
        ) +
        rect(-4, 10, 8, 190, "#101214") +
        solid(`M-20 ${60 + ((i * 53) % 110)}h40v44h-40Z`, "#d5d8da", "down") +
        line(`M-18 ${82 + ((i * 53) % 110)}h36`, "#b5463c", 5) +
        times(8, (k) => rect(22, 180 - k * 22, 10, 14, k > 5 ? "#e2574c" : k > 3 ? "#e7c873" : "#6fc08a")),
    );
  return rect(-590, -240, 1180, 480, "#1d2023", 16) + times(14, strip) + rect(-590, 220, 1180, 30, "#7a5236", 8);
}

/** Coloured clips with sound waves, 960 × 560 around its centre. */
export function tracks(): string {
  const wave = (x: number, y: number, w: number, seed: number) =>
    line(
      times(Math.floor(w / 8), (i) => {
        const h = 6 + ((i * 37 + seed * 53) % 29);
        return `M${x + 8 + i * 8} ${y - h / 2}v${h}`;
      }),
      "#101214",
      4,
      0.7,
    );
  return (
    rect(-480, -280, 960, 560, "#1b1f24") +
    times(6, (i) => {
      const y = -170 + i * 74;
      const colour = ["#5f9ab5", "#e7b24f", "#7fb58a", "#c96f5a", "#a58ac9", "#d9cdb4"][i] ?? "#fff";
      const [a, b] = [-340 + ((i * 91) % 160), 180 + ((i * 67) % 200)];
      const c = a + b + 20;
      return (
        rect(-480, y - 32, 120, 64, "#2a2f35") +
        disc(-450, y, 10, colour) +
        rect(a, y - 30, b, 60, colour, 6) +
        wave(a, y, b, i) +
        rect(c, y - 30, 440 - c, 60, colour, 6) +
        wave(c, y, 440 - c, i + 3)
      );
    }) +
    rect(-480, -280, 960, 60, "#101316") +
    line("M60 -240V280", "#e2574c", 5) +
    path("M46 -244h28l-14 20Z", "#e2574c")
  );
}

function soundMix(): Work {
  const piece: Drawn = { svg: group(0, -250, 1, mixer()), width: 1180, height: 500, stance: "standing" };
  const scene =
    studio("#4a3b33", "#2f2723", 960) +
    times(16, (i) => rect(20 + i * 78, 60, 64, 420, i % 2 ? "#3b2f29" : "#57463c")) +
    group(640, 1000, 0.86, monitor(tracks())) +
    group(170, 960, 1.15, speaker()) +
    group(1110, 960, 1.15, speaker()) +
    `<g transform="translate(640 1290) scale(1.08 1.1)">${mixer()}</g>` +
    group(
      1080,
      1040,
      0.5,
      `<path d="M-120 60Q-130 -120 0 -120Q130 -120 120 60" fill="none" stroke="#17191b" stroke-width="30"/>` +
        oval(-122, 80, 44, 74, "#2b2f33") +
        oval(122, 80, 44, 74, "#2b2f33"),
    );
  return { scene, close: [540, 1260, 1.9], piece, cm: 120, room: "desk" };
}

/** Colour and sound after the shooting. */
export function postProduction(subject: PictureSubject): Work {
  return /sound/i.test(subject.title.en) ? soundMix() : grading();
}
