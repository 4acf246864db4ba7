import { darken, lighten, mix } from "../colour";
import type { PictureSubject, Random } from "../contract";
import { cast, disc, filled, lying, radial, slab, times, to1 } from "../paint";
import type { Drawn } from "../scene";
import { plaited, rope } from "./weave";

/** A floor mat: twill of reed with a folded, stitched border, one corner turned up. */
export function floorMat({ palette }: PictureSubject, random: Random): Drawn {
  const [reed = "#c9a45c", olive = "#9a7a3a", pale = "#efe0bd", brown = "#5a4724"] = palette;
  const edge = "M-400 -620H400V620H-240L-400 470Z";
  const rows = times(
    5,
    (i) =>
      `<path d="M-330 ${-440 + i * 220}l110 -90l110 90l110 -90l110 90l110 -90l110 90" fill="none" stroke="${brown}" stroke-opacity=".55" stroke-width="22" stroke-dasharray="20 6"/>`,
  );
  const sheen = times(
    4,
    () =>
      `<path d="M-400 ${random.whole(-560, 500)}l800 ${random.whole(-30, 30)}v${random.whole(40, 90)}l-800 ${random.whole(-30, 30)}Z" fill="#fff" opacity=".08"/>`,
  );
  return {
    svg: `<defs>${plaited("fmA", lighten(reed, 0.18), reed, 34)}${plaited("fmB", olive, darken(olive, 0.2), 26)}</defs>${cast(edge)}${filled("fmC", edge, "url(#fmA)", `${rows}${sheen}<path d="M-400 -620H400V620H-400V-620M-340 -560V560H340V-560Z" fill="url(#fmB)" fill-rule="evenodd"/>`)}<path d="M-340 -560H340V560H-262M-340 420V-560" fill="none" stroke="${pale}" stroke-width="8" stroke-dasharray="22 14"/><path d="M-372 -592H372V592H-230M-372 450V-592" fill="none" stroke="${darken(brown, 0.3)}" stroke-width="6" stroke-dasharray="20 16"/><path d="M-400 470L-240 620L-226 452Q-232 438 -246 438Z" fill="#140d07" opacity=".35" transform="translate(18 12)"/><path d="M-400 470L-240 620L-226 452Q-232 438 -246 438Z" fill="${mix(reed, brown, 0.3)}"/><path d="M-384 474L-244 604M-356 468L-240 576M-324 462L-236 544M-290 454L-232 508" stroke="${darken(brown, 0.1)}" stroke-width="7"/>`,
    width: 800,
    height: 1240,
    stance: "flat",
  };
}

/** A long mat in two tones, unrolled from its roll. */
export function runner({ palette }: PictureSubject, _random: Random): Drawn {
  const [reed = "#c9a45c", olive = "#9a7a3a", pale = "#efe0bd", brown = "#5a4724"] = palette;
  const field = slab(0, 70, 360, 1240);
  const bands = times(6, (i) => {
    const y = -400 + i * 190;
    return `<path d="M0 ${y - 76}L140 ${y}L0 ${y + 76}L-140 ${y}Z" fill="url(#rmB)"/><path d="M0 ${y - 38}L70 ${y}L0 ${y + 38}L-70 ${y}Z" fill="${pale}" opacity=".7"/><path d="M0 ${y - 76}L140 ${y}L0 ${y + 76}L-140 ${y}Z" fill="none" stroke="${darken(brown, 0.2)}" stroke-width="6"/>`;
  });
  const coil = times(
    7,
    (i) => `<ellipse cx="190" cy="-560" rx="${to1(20 - i * 2)}" ry="${96 - i * 13}" stroke="${i % 2 ? reed : brown}"/>`,
  );
  return {
    svg: `<defs>${plaited("rmA", lighten(reed, 0.3), lighten(olive, 0.12), 24)}${plaited("rmB", darken(brown, 0.05), darken(brown, 0.3), 20)}</defs>${cast(field)}${filled("rmC", field, "url(#rmA)", `${bands}<path d="M-180 -560H-146V700H-180ZM180 -560H146V700H180Z" fill="url(#rmB)"/><path d="M-180 -470H180V-410H-180Z" fill="#140d07" opacity=".35"/>`)}<path d="${times(30, (i) => `M${-174 + i * 12} 690l${(i % 3) - 1} 40`)}" stroke="${reed}" stroke-width="7" stroke-linecap="round"/><path d="M-190 -656H190V-464H-190Z" fill="url(#rmA)"/><path d="M-190 -656H-150V-464H-190ZM190 -656H150V-464H190Z" fill="url(#rmB)"/><path d="M-190 -656H190V-600H-190Z" fill="#fff" opacity=".28"/><path d="M-190 -530H190V-464H-190Z" fill="#140d07" opacity=".4"/><ellipse cx="190" cy="-560" rx="22" ry="97" fill="${darken(brown, 0.4)}"/><g fill="none" stroke-width="6">${coil}</g>`,
    width: 440,
    height: 1390,
    stance: "flat",
  };
}

/** A plate coiled in a spiral from a bundle of straw: fibres run along the coil, slanting stitches bind it. */
export function wallPlate({ palette }: PictureSubject, random: Random): Drawn {
  const [reed = "#c9a45c", , pale = "#efe0bd", brown = "#5a4724"] = palette;
  const husk = mix(brown, "#6b3f1e", 0.4);
  const step = 30;
  const dyed = [0, 0, 1, 1, 0, 0.1, 0.26, 0.44, 0.64, 0.86, 0, 0, 1, 0, 0.5, 1];
  const coils = times(16, (i) => {
    const r = 474 - i * step;
    if (r < 12) return "";
    const around = 2 * Math.PI * r;
    const share = dyed[i] ?? 0;
    const petal = around / 12;
    const tone = share === 1 ? husk : i % 2 ? reed : lighten(reed, 0.1);
    const petals =
      share > 0 && share < 1
        ? `<circle r="${r}" stroke="${husk}" stroke-width="25" stroke-dasharray="${to1(petal * share)} ${to1(petal * (1 - share))}" stroke-dashoffset="${to1((petal * share) / 2)}"/>`
        : "";
    const fibres = [-8, -3, 3, 8]
      .map((off, k) => {
        const long = random.between(40, 90);
        return `<circle r="${r + off}" stroke="${k % 2 ? "#fff" : darken(tone, 0.55)}" stroke-opacity="${k % 2 ? 0.3 : 0.3}" stroke-width="2.4" stroke-dasharray="${to1(long)} ${to1(random.between(8, 22))}" transform="rotate(${random.whole(0, 90)})"/>`;
      })
      .join("");
    const count = Math.max(6, Math.round(around / 44));
    const stitches = times(count, (k) => {
      const a = ((k + (i % 2) / 2) / count) * Math.PI * 2;
      const b = a + 17 / r;
      return `M${to1(Math.cos(a) * (r - 13))} ${to1(Math.sin(a) * (r - 13))}L${to1(Math.cos(b) * (r + 13))} ${to1(Math.sin(b) * (r + 13))}`;
    });
    return `<circle r="${r}" stroke="${darken(brown, 0.35)}" stroke-width="31"/><circle r="${r}" stroke="${tone}" stroke-width="27"/>${petals}<circle r="${r - 10}" stroke="#140d07" stroke-opacity=".24" stroke-width="7"/><circle r="${r + 6}" stroke="#fff" stroke-opacity=".2" stroke-width="8"/>${fibres}<path d="${stitches}" stroke="${darken(brown, 0.2)}" stroke-opacity=".5" stroke-width="9" transform="translate(1 2)"/><path d="${stitches}" stroke="${pale}" stroke-width="6"/>`;
  });
  return {
    svg: `<defs>${radial("wpS", [
      [0, "#fff", 0.26],
      [0.5, "#fff", 0],
      [1, "#140d07", 0.42],
    ])}</defs>${cast(disc(0, 0, 488), 16, 26)}<path d="M-16 -480C-44 -548 44 -548 16 -480" fill="none" stroke="${brown}" stroke-width="12"/><circle r="490" fill="${darken(brown, 0.3)}"/><g fill="none">${coils}</g><circle r="14" fill="${reed}"/><circle r="481" fill="none" stroke="${lighten(reed, 0.25)}" stroke-width="7"/><circle r="488" fill="none" stroke="${darken(reed, 0.45)}" stroke-width="5"/><circle r="490" fill="url(#wpS)"/>`,
    width: 990,
    height: 1030,
    stance: "hanging",
    outline: "cast",
  };
}

/** A tray of plaited willow with a beech floor, tea things upon it, seen from above. */
export function teaTray({ palette }: PictureSubject, random: Random): Drawn {
  const [reed = "#c9a45c", olive = "#9a7a3a"] = palette;
  const beech = "#e2c08c";
  const outer = slab(0, 0, 1060, 760, 190);
  const floor = slab(0, 0, 900, 600, 140);
  const glass = (x: number, y: number) =>
    `<g transform="translate(${x} ${y})"><circle r="92" cx="8" cy="12" fill="#140d07" opacity=".3"/><circle r="90" fill="#f6f2ea"/><circle r="90" fill="none" stroke="#2f7f86" stroke-width="9"/><circle r="58" fill="#e4dccd"/><circle r="50" fill="#fff" opacity=".85"/><circle r="44" fill="#9a3c12"/><path d="M-28 -16Q-14 -36 8 -36" stroke="#fff" stroke-opacity=".75" stroke-width="7" fill="none" stroke-linecap="round"/></g>`;
  const pot = `<g transform="translate(-190 -20)"><circle r="168" cx="12" cy="20" fill="#140d07" opacity=".3"/><path d="M-90 100L-210 190L-176 214L-50 146Z" fill="#2a6f78"/><path d="M110 -96C200 -190 250 -120 150 -50" fill="none" stroke="#2a6f78" stroke-width="26"/><circle r="160" fill="url(#ttP)"/><circle r="96" fill="none" stroke="#f0e4cc" stroke-width="7"/>${times(10, (i) => `<path d="M0 -140L16 -120L0 -104L-16 -120Z" transform="rotate(${i * 36})" fill="#f0e4cc"/>`)}<circle r="84" fill="#35868f"/><circle r="30" cx="-4" cy="-6" fill="#e0a030"/><circle r="10" cx="-12" cy="-14" fill="#fff" opacity=".7"/></g>`;
  const stakes = times(64, (i) => {
    const a = (i / 64) * Math.PI * 2;
    const [c, s] = [Math.cos(a), Math.sin(a)];
    const p = (w: number, h: number) =>
      `${to1(Math.sign(c) * Math.abs(c) ** 0.6 * w)} ${to1(Math.sign(s) * Math.abs(s) ** 0.6 * h)}`;
    return `M${p(452, 302)}L${p(520, 370)}`;
  });
  const planks =
    times(5, (i) => `<path d="M-450 ${-180 + i * 120}H450" stroke="${darken(beech, 0.4)}" stroke-width="4"/>`) +
    times(
      30,
      () =>
        `<path d="M${random.whole(-450, 200)} ${random.whole(-290, 290)}q${random.whole(60, 160)} ${random.whole(-8, 8)} ${random.whole(200, 320)} 0" stroke="${darken(beech, 0.4)}" stroke-opacity=".3" stroke-width="3" fill="none"/>`,
    );
  return lying(
    `<defs>${radial("ttP", [
      [0, "#8fd0d2"],
      [0.5, "#2f7f86"],
      [1, "#154a50"],
    ])}</defs><path d="M-510 -110C-620 -110 -620 110 -510 110M510 -110C620 -110 620 110 510 110" fill="none" stroke="#140d07" stroke-opacity=".3" stroke-width="54" transform="translate(10 16)"/>${rope("M-510 -110C-620 -110 -620 110 -510 110", reed, 50)}${rope("M510 -110C620 -110 620 110 510 110", reed, 50)}${cast(outer)}<path d="${outer}" fill="${darken(olive, 0.45)}"/><path d="${stakes}" stroke="${lighten(reed, 0.1)}" stroke-width="15"/>${[0.9, 0.94, 0.98].map((k) => `<g transform="scale(${k} ${k - 0.02})">${rope(outer, k === 0.94 ? lighten(olive, 0.1) : reed, 26)}</g>`).join("")}<path d="${floor}" fill="${beech}"/><g clip-path="url(#ttF)">${planks}</g><clipPath id="ttF"><path d="${floor}"/></clipPath><path d="${floor}" fill="none" stroke="#140d07" stroke-opacity=".35" stroke-width="22"/>${rope(outer, reed, 44)}${pot}${glass(130, -150)}${glass(330, -60)}${glass(150, 130)}${sugar(330, 160)}`,
    1240,
    800,
  );
}

/** A dish of sugar lumps. */
function sugar(x: number, y: number): string {
  return `<g transform="translate(${x} ${y})"><circle r="72" cx="6" cy="10" fill="#140d07" opacity=".28"/><circle r="70" fill="#2f7f86"/><circle r="56" fill="#f6f2ea"/>${times(6, (i) => `<rect x="${-36 + (i % 3) * 26}" y="${-26 + Math.floor(i / 3) * 28}" width="24" height="22" rx="3" fill="#fff" stroke="#cfc6b4" stroke-width="3" transform="rotate(${i * 9 - 20})"/>`)}</g>`;
}
