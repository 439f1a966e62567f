import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import satori from 'satori';
import { vaaniPath } from '../campaigns/typesetting/vaani-fs.ts';

const require = createRequire(import.meta.url);
const mukta = (file: string) => readFileSync(require.resolve(`@expo-google-fonts/mukta/${file}`));

/** Mukta's outlines for pictures that satori draws. */
export const pictureFonts = [
  { name: 'Mukta', data: mukta('500Medium/Mukta_500Medium.ttf'), weight: 500, style: 'normal' },
  {
    name: 'Mukta',
    data: mukta('800ExtraBold/Mukta_800ExtraBold.ttf'),
    weight: 800,
    style: 'normal',
  },
  { name: 'Mukta Vaani', data: readFileSync(vaaniPath(500)), weight: 500, style: 'normal' },
  { name: 'Mukta Vaani', data: readFileSync(vaaniPath(800)), weight: 800, style: 'normal' },
] as const;

export type Wordmark = { path: string; width: number; height: number };

/** The app's name in the board's weight as one outline, so that the pages need no second font for it. */
export async function drawWordmark(name: string): Promise<Wordmark> {
  let box = { width: 0, height: 0 };
  const style = {
    display: 'flex',
    fontFamily: 'Mukta',
    fontWeight: 800,
    fontSize: 100,
    lineHeight: 1,
  };
  const svg = await satori(
    {
      type: 'div',
      key: null,
      props: {
        style: { display: 'flex' },
        children: { type: 'div', key: null, props: { style, children: name } },
      },
    } as Parameters<typeof satori>[0],
    {
      width: 100 * name.length,
      height: 100,
      fonts: [...pictureFonts],
      onNodeDetected: ({ width, height }) => {
        if (width < 100 * name.length) box = { width: Math.max(box.width, width), height };
      },
    },
  );
  const path = [...svg.matchAll(/<path[^>]* d="([^"]+)"/g)].map((match) => match[1]).join('');
  if (path === '') throw new Error(`Expected outlines for \`name\`, got none for "${name}"`);
  return { path, ...box };
}
