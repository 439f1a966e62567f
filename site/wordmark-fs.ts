import { readFileSync } from 'node:fs';
import satori from 'satori';
import { fontPath } from '../campaigns/languages/typesetting/font-files-fs.ts';
import { scriptNames, scriptRow } from '../campaigns/languages/typesetting/scripts.ts';

/** Outlines of all scripts that satori joins, for the pictures that it draws. */
const pictureScripts = scriptNames.filter((script) => scriptRow(script).direction === 'ltr');
export const pictureFonts = pictureScripts.flatMap((script) =>
  ([500, 800] as const).map((weight) => ({
    name: scriptRow(script).family,
    data: readFileSync(fontPath(weight, script)),
    weight,
    style: 'normal' as const,
  })),
);

export interface Wordmark {
  path: string;
  width: number;
  height: number;
}

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
