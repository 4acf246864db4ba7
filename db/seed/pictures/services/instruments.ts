import { darken } from "../colour";
import { disc, group, line, oval, path, rect, shade, solid, times } from "../shapes";

const pegs = (y: number, count: number, colour: string): string =>
  times(count, (i) => line(`M-34 ${y + i * 34}H34`, colour, 12));

/** A tar lying along its neck: body at the origin, 1000 units from foot to head, upright. */
export function tar(wood = "#6b3a1e"): string {
  const bowl = "M0 140C-110 150 -130 40 -84 -8C-110 -50 -90 -120 0 -120C90 -120 110 -50 84 -8C130 40 110 150 0 140Z";
  return (
    rect(-17, -760, 34, 660, darken(wood, 0.25)) +
    rect(-17, -760, 12, 660, "#c99a5a") +
    solid("M-26 -880H26L20 -750H-20Z", darken(wood, 0.4)) +
    pegs(-860, 3, "#d8b56a") +
    solid(bowl, wood, "ball") +
    path("M0 122C-84 130 -96 46 -62 8Q0 30 62 8C96 46 84 130 0 122Z", "#ecdcb8") +
    path("M-58 -24C-78 -60 -60 -102 0 -102C60 -102 78 -60 58 -24Q0 -4 -58 -24Z", "#e6d2a8") +
    rect(-26, 76, 52, 10, "#3a2a1c") +
    line("M-9 -760V80M-3 -760V80M3 -760V80M9 -760V80", "#f1ead8", 2) +
    line(
      times(12, (i) => `M-17 ${-700 + i * 46}h34`),
      "#ecdcb8",
      3,
    )
  );
}

/** A kamancha with its spike; the ball at the origin. */
export function kamancha(wood = "#8a4f24"): string {
  return (
    line("M0 90V230", "#b9b4ab", 12) +
    rect(-15, -560, 30, 480, darken(wood, 0.4)) +
    solid("M-24 -660H24L16 -550H-16ZM0 -700a24 24 0 1 0 .1 0Z", darken(wood, 0.3)) +
    pegs(-636, 2, "#e6d2a8") +
    disc(0, 0, 104, wood) +
    disc(0, 0, 78, "#ecdcb8") +
    disc(0, 0, 104, shade("ball")) +
    times(10, (i) => group(0, 0, 1, rect(-4, -102, 8, 22, "#f1e3c0"), i * 36)) +
    rect(-30, 24, 60, 9, "#3a2a1c") +
    line("M-7 -560V28M0 -560V28M7 -560V28", "#f6f1e6", 2)
  );
}

export const BOW = line("M-260 0Q0 -46 260 0", "#6b3a1e", 10) + line("M-260 0H260", "#f3ead6", 4);

/** A saz: pear body at the origin, long thin neck upwards. */
export function saz(wood = "#a5612c"): string {
  return (
    rect(-13, -640, 26, 520, darken(wood, 0.35)) +
    solid("M-20 -750H20L14 -630H-14Z", darken(wood, 0.4)) +
    pegs(-730, 3, "#e6d2a8") +
    solid("M0 150C-130 150 -120 20 -60 -60Q-20 -110 -13 -160H13Q20 -110 60 -60C120 20 130 150 0 150Z", wood, "ball") +
    path("M0 130C-100 130 -96 24 -46 -50Q-14 -90 0 -130Q14 -90 46 -50C96 24 100 130 0 130Z", "#d9a463") +
    disc(0, 10, 10, "#3a2413") +
    rect(-28, 80, 56, 8, "#3a2a1c") +
    line("M-6 -640V84M0 -640V84M6 -640V84", "#f6f1e6", 2) +
    line(
      times(10, (i) => `M-13 ${-590 + i * 44}h26`),
      "#f1e3c0",
      3,
    )
  );
}

/** An ud: a round body at the origin and a neck with its head bent back. */
export function ud(wood = "#7a4526"): string {
  const body = "M0 240C-190 240 -220 60 -150 -70Q-90 -180 -30 -250H30Q90 -180 150 -70C220 60 190 240 0 240Z";
  return (
    rect(-28, -520, 56, 290, "#2b1d14") +
    solid("M-30 -520H30L110 -640L70 -670L20 -590Z", darken(wood, 0.2)) +
    times(4, (i) => line(`M${20 + i * 18} ${-568 - i * 24}l36 26`, "#e6d2a8", 10)) +
    solid(body, wood, "ball") +
    path("M0 222C-172 222 -200 60 -136 -66Q-84 -164 -26 -236H26Q84 -164 136 -66C200 60 172 222 0 222Z", "#d9a866") +
    disc(0, -20, 56, "#2b1d14") +
    times(12, (i) => group(0, -20, 1, path("M0 -8L20 -44L0 -56L-20 -44Z", "#c9924e"), i * 30)) +
    disc(0, -20, 16, "#c9924e") +
    disc(-76, 96, 20, "#2b1d14") +
    disc(76, 96, 20, "#2b1d14") +
    rect(-62, 150, 124, 16, "#3a2415") +
    path("M-40 60L0 120L40 60Q0 84 -40 60Z", "#4a2a18") +
    line("M-15 -510V150M-9 -510V150M-3 -510V150M3 -510V150M9 -510V150M15 -510V150", "#f6f1e6", 2)
  );
}

/** A frame drum seen from the front, 220 units across. */
export const DAF =
  disc(0, 0, 112, "#6b3a1e") +
  disc(0, 0, 98, "#efe0c0") +
  oval(-20, -26, 60, 50, "#ffffff44") +
  times(8, (i) => group(0, 0, 1, disc(0, -105, 8, "#d8b56a"), i * 45));

/** A studio microphone with a shock mount, pointing down; origin at its head. */
export function microphone(): string {
  return (
    solid("M-46 -40Q-46 -110 0 -110Q46 -110 46 -40V40H-46Z", "#8f9498") +
    line("M-40 -80H40M-44 -60H44M-44 -40H44M-44 -20H44M-24 -106V0M0 -110V0M24 -106V0", "#5a5f63", 4) +
    solid("M-46 10H46L40 150H-40Z", "#3a3f44") +
    rect(-46, 4, 92, 14, "#d8b56a") +
    disc(0, 70, 10, "#d8b56a") +
    line("M-80 -20Q-90 120 0 180Q90 120 80 -20M-80 20L-46 40M80 20L46 40", "#23272a", 10)
  );
}

/** A grand piano from its straight side with the lid up; 1000 units wide, origin at the middle of its feet. */
export function grandPiano(): string {
  const black = "#1a1a1d";
  return (
    path("M-470 -420L-330 -900Q60 -960 470 -700L480 -420Z", "#2a2a30") +
    path("M-440 -430L-316 -872Q40 -924 440 -690L452 -430Z", "#101013") +
    path("M-316 -872Q40 -924 440 -690L300 -640Q0 -820 -280 -800Z", "#ffffff22") +
    line("M120 -420L60 -800", "#3a3a40", 14) +
    path("M-430 -436H450V-500Q0 -540 -430 -500Z", "#b98a3c") +
    line(
      times(24, (i) => `M${-400 + i * 34} -440L${-390 + i * 34} -496`),
      "#efd79a",
      3,
    ) +
    path("M-500 -440H500V-300H-500Z", black) +
    path("M-500 -440H500V-300H-500Z", shade("up")) +
    rect(-500, -320, 1000, 20, "#000000") +
    path("M-520 -330H-340V-290H-540Z", "#f6f1e6") +
    line(
      times(8, (i) => `M${-500 + i * 20} -326v20`),
      "#1a1a1d",
      8,
    ) +
    times(3, (i) => {
      const x = [-440, 60, 430][i] ?? 0;
      return solid(`M${x - 34} -300H${x + 34}L${x + 16} -30H${x - 16}Z`, black) + disc(x, -16, 16, "#c9a13a");
    }) +
    line("M-200 -300V-60M-170 -300V-60M-220 -60H-150", "#c9a13a", 8)
  );
}
