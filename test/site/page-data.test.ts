import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pageData } from '../../site/page-data.ts';
import { readPage } from '../html-shape.ts';

test('no name ends the script element that carries it to an island', () => {
  const data = { name: '</script><img src=x onerror=alert(1)><!--<script>', quote: `"'&` };
  const { shape, words } = readPage(`<script type="application/json">${pageData(data)}</script>`);
  expect(shape).toEqual(['html', 'head', 'script type=application/json', 'body']);
  expect(JSON.parse(words.at(-1) ?? '')).toEqual(data);
});

test('nothing else on the site is put in as markup but our own paper', () => {
  const raw =
    /set:html|innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write/;
  const files = globSync('site/**/*.{astro,ts,tsx}');
  expect(files.filter((file) => raw.test(readFileSync(file, 'utf8')))).toEqual([
    'site/pages/[...language]/help/operate.astro',
    'site/components/PageData.astro',
  ]);
});
