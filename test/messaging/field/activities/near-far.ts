import { photograph, type SceneOptions } from './scene.ts';

/** A board before a camera that is held wide: so near that its code fills the picture, and from where the street shows. */
const frame = { widthPx: 1280, heightPx: 720 };
const corners: Readonly<Record<'near' | 'far', NonNullable<SceneOptions['corners']>>> = {
  near: [
    [-0.41, -0.05],
    [0.76, -0.05],
    [0.76, 1.26],
    [-0.41, 1.25],
  ],
  far: [
    [0.3, 0.3],
    [0.65, 0.29],
    [0.65, 0.69],
    [0.3, 0.68],
  ],
};

export function takeScene(
  board: Buffer,
  from: 'near' | 'far',
  options: Omit<SceneOptions, 'corners'> = {},
): Promise<Buffer> {
  return photograph(board, { ...frame, ...options, corners: corners[from] });
}
