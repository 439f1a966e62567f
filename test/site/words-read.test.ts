import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { forgetReader } from '../../site/translation-fs.ts';
import { folderForTest } from '../folders.ts';

test('words that changed wait for their reader again, in every campaign of the language', () => {
  const campaigns = folderForTest('campaigns-');
  const read = 'wordsRead:\n  by: { hi: पाठक, en: Reader }\n  on: 2019-04-11\n';
  for (const language of ['gu', 'mr']) {
    mkdirSync(join(campaigns, language));
    const text = `languages: [${language}, en]\n${read}name: ${language} # kept\n`;
    writeFileSync(join(campaigns, language, 'campaign.yaml'), text);
  }
  forgetReader(campaigns, 'gu');
  const textOf = (id: string) => readFileSync(join(campaigns, id, 'campaign.yaml'), 'utf8');
  expect(parse(textOf('gu'))).toEqual({ languages: ['gu', 'en'], name: 'gu' });
  expect(textOf('gu')).toContain('# kept');
  expect(parse(textOf('mr'))).toHaveProperty('wordsRead');
});
