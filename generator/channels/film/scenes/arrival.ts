import { between, easeIn, easeInOut, easeOut, mix } from '../ease.ts';
import { circle, rectangle } from '../outline.ts';
import { type FilmShape, group, move, shape } from '../shape.ts';
import type { FilmKit, Stage } from '../stage.ts';
import { standing } from './scene.ts';

/** Seconds about the cut from the night to the light: the station sets off, is there, and its roof lands on the phone. */
export const arrival = { off: -1.18, there: -0.02, roof: 0.2 } as const;

/** Where the station is at the horizon, in shares of the picture: the middle of its foot; and its width. */
const posts = {
  wide: { x: 0.865, y: 0.515, width: 0.08 },
  square: { x: 0.81, y: 0.56, width: 0.15 },
  tall: { x: 0.8, y: 0.545, width: 0.18 },
} as const;

export function findPost({ shape: form, width, height }: Stage): { x: number; y: number } {
  return { x: posts[form].x * width, y: posts[form].y * height };
}

/**
 * The station of the horizon, half of it behind its hill, which comes near until it is the phone: one building all the
 * way. Its light goes before it and becomes the day.
 * @returns its light and the building at seconds about the cut, its door seen through `screen`
 */
export function arriving(stage: Stage, kit: FilmKit) {
  const { figure, x, y } = standing(stage, kit);
  const post = findPost(stage);
  const least = (posts[stage.shape].width * stage.width) / figure.width;
  const whole = rectangle({
    x: -figure.width,
    y: -figure.height,
    width: 3 * figure.width,
    height: 2 * figure.height,
  });
  const disc = [shape('light', 'marigold', circle(0, 0, 1))];
  const halo = [circle(0, 0, 1), circle(0, 0, 0.64)].map((path) =>
    shape('glow', 'marigold', path, 0.4),
  );
  const cover = 1.5 * Math.hypot(stage.width, stage.height);
  /** Middle of the door and size of the building. */
  const place = (seconds: number) => {
    const scale = least ** (1 - easeInOut(between(seconds, arrival.off, arrival.there)));
    const share = (scale - least) / (1 - least);
    // Behind the hill only its roof and the upper part of its door are seen.
    const shown = mix(0.44, 1, easeOut(share));
    const foot = mix(post.y, y + figure.height, share);
    return {
      scale,
      shown,
      left: mix(post.x, x + figure.width / 2, share) - (figure.width / 2) * scale,
      top: foot - shown * figure.height * scale,
    };
  };
  return {
    figure,
    /** @param awake how much of its light is seen from afar */
    light(seconds: number, awake: number): FilmShape[] {
      const { scale, left, top } = place(seconds);
      const middle = { x: left + (figure.width * scale) / 2, y: top + figure.width * 0.35 * scale };
      const glow = figure.width * 0.8 * scale;
      const spread =
        glow * (cover / glow) ** easeIn(between(seconds, arrival.off, arrival.there - 0.2));
      const grown = (radius: number) => [radius, 0, 0, radius, middle.x, middle.y] as const;
      return [
        ...group(halo, { matrix: grown(glow), opacity: awake }),
        ...group(disc, {
          matrix: grown(spread),
          opacity: between(seconds, arrival.off, arrival.off + 0.25),
        }),
      ];
    },
    station(seconds: number, screen: readonly FilmShape[] = []): FilmShape[] {
      const { scale, shown, left, top } = place(seconds);
      const air = between(seconds, arrival.off + 0.5, arrival.there - 0.2);
      const fall = easeIn(between(seconds, arrival.roof - 0.2, arrival.roof));
      const lift = figure.width * 0.085 * easeInOut(air) * (1 - fall);
      const hit = between(seconds, arrival.roof, arrival.roof + 0.3);
      const jolt = hit > 0 && hit < 1 ? Math.sin(hit * Math.PI * 3) * (1 - hit) * 10 : 0;
      const all = [...figure.walls, ...screen, ...group(figure.roof, { matrix: move(0, -lift) })];
      const matrix = [scale, 0, 0, scale, left, top + jolt] as const;
      if (shown > 0.999) return group(all, { matrix });
      const cut = { path: whole, matrix: move(0, (shown - 1) * figure.height) };
      return group(
        all.map((entry) => ({ ...entry, clip: cut })),
        { matrix },
      );
    },
  };
}
