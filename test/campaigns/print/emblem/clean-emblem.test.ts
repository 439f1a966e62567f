import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { cleanEmblem } from '../../../../campaigns/print/emblem/clean-emblem.ts';
import { findEmblemFile, publishedIn } from '../../../../campaigns/published-fs.ts';
import { parseEmblem } from '../../../../generator/layout/emblem.ts';
import { loadPictures } from '../../../../generator/layout/pictures-fs.ts';
import { folderForTest } from '../../../folders.ts';

const svg = (content: string, root = '') =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 120" ${root}>${content}</svg>`;
const shield = '<path fill="#0b2a5b" d="M0 0H100V80L50 120L0 80Z"/>';

test('the repository’s emblem stays as it looks, cut to its ink', () => {
  const clean = cleanEmblem(readFileSync(findEmblemFile(), 'utf8'));
  expect(clean).toMatchObject({ shapes: 3, colours: ['#FFFFFF', '#0B2A5B', '#FFB81C'] });
  const drawn = parseEmblem(clean.svg);
  expect(drawn.height).toBe(1000);
  expect(drawn.width / drawn.height).toBeCloseTo(184 / 240, 2);
  // Cleaned twice it is the same.
  expect(cleanEmblem(clean.svg).svg).toBe(clean.svg);
});

test('groups, transforms, styles and basic shapes become filled paths that the generator draws', () => {
  const { svg: clean, colours } = cleanEmblem(
    svg(
      `<title>चिह्न</title><metadata><rdf:RDF xmlns:rdf="x">words</rdf:RDF></metadata><defs/>
       <g transform="translate(10,0)" style="fill:rgb(200,16,46);stroke:none">
         <rect width="50" height="100" rx="5"/><circle cx="25" cy="50" r="20" fill="white"/>
         <g transform="scale(2)"><polygon points="0,0 5,0 5,5" fill="#fb1"/></g>
       </g><path display="none" d="M0 0H900V900Z"/><path fill="none" d="M0 0H900V900Z"/>`,
    ),
  );
  expect(colours).toEqual(['#C8102E', '#FFFFFF', '#FFBB11']);
  const drawn = parseEmblem(clean);
  expect(drawn.shapes).toHaveLength(3);
  expect(drawn.width).toBeCloseTo(500, 0);
  expect(clean).not.toMatch(/transform|style|words|title|rect/);
  // The triangle is at the upper left of the rectangle, ten units wide.
  expect(Math.max(...(drawn.shapes[2]?.path.xy ?? []))).toBeCloseTo(100, 0);
});

const refused: [label: string, content: string, said: RegExp][] = [
  ['a script', `<script>fetch('//x')</script>${shield}`, /got a script/],
  ['a script in a definition', `<defs><script/></defs>${shield}`, /got a script/],
  ['an event handler', '<path onload="alert(1)" d="M0 0H9V9Z"/>', /Expected no script, got onload/],
  ['foreignObject', `<foreignObject/>${shield}`, /got foreignObject/],
  ['a bitmap', `<image href="data:image/png;base64,AA"/>${shield}`, /bitmap/],
  ['text', `<text>पुलिस</text>${shield}`, /got text/],
  ['a reference outwards', '<path fill="url(http://x/y)" d="M0 0H9V9Z"/>', /Expected no reference/],
  ['a link', '<g xlink:href="http://x"><path d="M0 0H9V9Z"/></g>', /Expected no reference/],
  ['CSS', `<style>path{fill:red}</style>${shield}`, /got CSS/],
  ['a stroke', '<path stroke="#000000" d="M0 0H9V9Z"/>', /turn strokes to paths/],
  ['transparency', '<g opacity="0.5"><path d="M0 0H9V9Z"/></g>', /Expected opacity 1/],
  ['a gradient', '<linearGradient/>', /linearGradient/],
  ['nothing that is drawn', '<g/>', /at least one filled path, got none/],
  ['a banner', '<path d="M0 0H90V9H0Z"/>', /Expected a width of 0.5 to 1.3 heights, got 10/],
  ['an invalid path', '<path d="M0 0 L oops"/>', /Expected a path that can be read/],
  ['what is not closed', '<g><path d="M0 0H9V9Z"/>', /well-formed SVG/],
];

test.each(refused)('%s is refused with its reason', (_label, content, said) => {
  expect(() => cleanEmblem(svg(content))).toThrow(said);
});

test('DOCTYPE, entities, other files and long ones are refused', () => {
  const bomb = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>';
  expect(() => cleanEmblem(`${bomb}${svg(shield)}`)).toThrow(/no DOCTYPE, ENTITY/);
  expect(() => cleanEmblem('<?xml version="1.0"?><?xml-stylesheet href="x"?><svg/>')).toThrow(
    /processing instruction/,
  );
  expect(() => cleanEmblem('<html><body/></html>')).toThrow(/Expected <svg>.*got <html>/);
  expect(() => cleanEmblem('\u0089PNG')).toThrow(/no text between/);
  expect(() => cleanEmblem(svg(`<desc>${'x'.repeat(210_000)}</desc>${shield}`))).toThrow(/200 kB/);
});

test('the emblem that was published goes before the repository’s, and is what is drawn', () => {
  const folder = folderForTest('emblem-');
  const published = publishedIn(folder);
  expect(findEmblemFile(published)).toBe(findEmblemFile());
  mkdirSync(dirname(published.emblemFile), { recursive: true });
  writeFileSync(published.emblemFile, cleanEmblem(svg(shield)).svg);
  const { emblem } = loadPictures(findEmblemFile(published));
  expect(emblem.shapes.map(({ ink }) => ink)).toEqual(['navy']);
  expect(loadPictures().emblem.shapes).toHaveLength(3);
});
