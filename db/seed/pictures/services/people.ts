import { darken, lighten } from "../colour";
import type { Random } from "../contract";
import { disc, group, line, oval, path, shade, solid } from "../shapes";

export type Person = {
  coat: string;
  legs?: string;
  skin?: string;
  hair?: string;
  /** A sheepskin hat instead of hair. */
  hat?: string;
  /** Long hair and a kerchief's fall. */
  long?: boolean;
  /** Elbow and hand of each arm, from the shoulders at (±96, -590). */
  left: readonly [ex: number, ey: number, hx: number, hy: number];
  right: readonly [ex: number, ey: number, hx: number, hy: number];
};

const limb = (d: string, colour: string, width: number): string =>
  line(d, darken(colour, 0.25), width) +
  line(d, colour, width - 12) +
  line(d, lighten(colour, 0.18), width * 0.25, 0.5);

function head({ skin = "#d9a47c", hair = "#2b2018", hat }: Person): string {
  const crown = hat
    ? solid("M-70 -716Q-84 -800 0 -812Q84 -800 70 -716Q0 -738 -70 -716Z", hat, "ball")
    : path("M-64 -690Q-74 -778 0 -784Q74 -778 64 -690Q52 -740 10 -742Q-44 -744 -64 -690Z", hair);
  return (
    path("M-24 -650H24V-580H-24Z", darken(skin, 0.15)) +
    oval(0, -692, 56, 68, skin) +
    oval(0, -692, 56, 68, shade("ball")) +
    crown +
    line("M-30 -704h16M14 -704h16", "#2b2018", 7) +
    line("M2 -698L-4 -672H6", darken(skin, 0.3), 4) +
    line("M-16 -650Q2 -640 18 -651", "#8a3f35", 6)
  );
}

function arms({ coat, skin = "#d9a47c", left, right }: Person): string {
  const one = (side: -1 | 1, [ex, ey, hx, hy]: readonly [number, number, number, number]) =>
    limb(`M${side * 96} -560L${ex} ${ey}L${hx} ${hy}`, coat, 62) +
    disc(hx, hy, 30, skin) +
    disc(hx, hy, 30, shade("ball"));
  return one(-1, left) + one(1, right);
}

const locks = ({ hair = "#2b2018", long = false }: Person): string =>
  long ? path("M-74 -690Q-92 -560 -78 -500H78Q92 -560 74 -690Z", hair) : "";

/** A person standing, about 810 units high; origin between the feet. `held` comes between body and arms. */
export function stander(person: Person, held = ""): string {
  const { coat, legs = "#2b2f38" } = person;
  return (
    limb("M-44 -300L-50 -20", legs, 78) +
    limb("M44 -300L52 -20", legs, 78) +
    oval(-62, -8, 52, 18, "#1d1814") +
    oval(64, -8, 52, 18, "#1d1814") +
    locks(person) +
    solid("M-120 -560Q-110 -600 -40 -606H40Q110 -600 120 -560L104 -250H-104Z", coat) +
    head(person) +
    held +
    arms(person)
  );
}

/** A person on a chair, about 660 units high; origin on the floor between the feet. */
export function sitter(person: Person, held = ""): string {
  const { coat, legs = "#2b2f38" } = person;
  return (
    group(0, 150, 1, "") +
    line("M-110 -190V0M110 -190V0M-120 -190H120", "#4a3424", 20) +
    limb("M-50 -190L-120 -170L-110 -20", legs, 80) +
    limb("M50 -190L120 -170L110 -20", legs, 80) +
    oval(-122, -8, 54, 18, "#1d1814") +
    oval(122, -8, 54, 18, "#1d1814") +
    group(0, 150, 1, solid("M-118 -560Q-110 -600 -40 -606H40Q110 -600 118 -560L100 -300H-100Z", coat) + head(person)) +
    held +
    group(0, 150, 1, arms(person))
  );
}

/** A grown visitor seen from behind, 952 units high (5.6 units to the centimetre). */
export function visitor(random: Random): string {
  const coat = random.pick(["#4a5d73", "#7d4a3c", "#5b6b4f", "#6b5470", "#8a6b45"]);
  const hair = random.pick(["#2b2018", "#4a3020", "#6b6158"]);
  const fall = random.next() < 0.5 ? solid("M-62 -700Q-84 -600 -66 -510H66Q84 -600 62 -700Z", hair) : "";
  return group(
    0,
    0,
    1.17,
    stander({ coat, legs: darken(coat, 0.5), hair, left: [-130, -430, -112, -300], right: [128, -430, 116, -300] }) +
      solid("M0 -786A66 76 0 1 0 .1 -786Z", hair, "ball") +
      fall,
  );
}
