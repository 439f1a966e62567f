import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { loadCampaign } from '../../../../campaigns/campaign-fs.ts';
import type { Radio } from '../../../../campaigns/channels/radio/radio.ts';
import { shelfSchema } from '../../../../campaigns/shelf.ts';
import { cueCsv } from '../../../../generator/channels/radio/cue-sheet.ts';
import { spotSheet } from '../../../../generator/channels/radio/script-sheets.ts';
import { stockChannels } from '../../../../generator/shelf/command.ts';
import { openFolder } from '../../../folders.ts';

const root = openFolder('audio-');
const campaign = loadCampaign('up-cop');
const radio = campaign.radio as Radio;
const source = { campaign, radio, code: '001Y5R' };
const env = { DATA_DIR: root };
const read = (path: string) => readFileSync(join(root, 'print', path));
const secondsIn = (path: string) =>
  Number(
    execFileSync('ffprobe', [
      ...['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0'],
      join(root, 'print', path),
    ]),
  );

test('radio’s shelf has a script and a guide for each spot and prompt, made once', async () => {
  expect(await stockChannels(['--channel', 'radio'], env)).toBe(0);
  const { files } = shelfSchema.parse(JSON.parse(read('radio/shelf.json').toString()));
  const named = (pattern: RegExp) => files.filter(({ path }) => pattern.test(path));
  const guides = files.filter(({ guide }) => guide);
  expect(guides).toHaveLength(radio.spots.length + 14);
  // A chance reader of such a file sees what it is, and nothing else looks like it.
  expect(named(/GUIDE_NOT-FOR-AIR\.wav$/)).toEqual(guides);
  expect(files.filter(({ format }) => format === 'wav')).toEqual(guides);
  for (const { seconds, id } of radio.spots) {
    const guide = guides.find(({ item }) => item === `guide-${id}`);
    expect(secondsIn(guide?.path ?? ''), id).toBeLessThanOrEqual(seconds);
    expect(files.filter(({ item }) => item === `script-${id}`).map(({ format }) => format)).toEqual(
      ['docx', 'pdf'],
    );
  }
  const before = read('radio/shelf.json');
  expect(await stockChannels(['--channel', 'radio'], env)).toBe(0);
  expect(read('radio/shelf.json')).toEqual(before);
});

test('a script sheet says text, seconds, code and what the voice needs to know', () => {
  const [, , dialogue] = radio.spots;
  const sheet = dialogue && spotSheet(source, dialogue);
  expect(sheet?.warning).toBeNull();
  expect(sheet?.parts.map(({ label }) => label)).toContain('उद्घोषक');
  // Nobody writes down a spoken code: a printed piece carries it.
  expect(sheet?.parts.map(({ text }) => text).join()).not.toContain('वाई पाँच आर');
  expect(sheet?.facts.flat().join(' ')).toMatch(/ठीक 30 सेकंड.*UPCOP_R_001Y5R_30_HI\.wav.*001Y5R/);
  expect(sheet?.hints.map(([word]) => word)).toContain('एक सौ बारह');
  // A spelling is not torn apart.
  expect(sheet?.parts.at(-1)?.text).toContain('यू\u00A0पी\u00A0सी\u00A0ओ\u00A0पी');
  const word = unzipSync(read('radio/scripts/UPCOP_R_001Y5R_30_HI.docx'))['word/document.xml'];
  for (const part of sheet?.parts ?? []) expect(word && strFromU8(word)).toContain(part.text);
});

test('a proposal says so above everything, and stands on no cue sheet', () => {
  for (const spot of radio.spots.filter(({ proposal }) => proposal)) {
    expect(spotSheet(source, spot).warning).toContain('प्रस्ताव');
    expect(cueCsv(source)).not.toContain(`_${spot.language.toUpperCase()}`);
  }
  expect(cueCsv(source).trim().split('\r\n')).toHaveLength(4);
  expect(cueCsv(source)).toContain('UPCOP_R_001Y5R_10_HI.wav,10,hi');
});
