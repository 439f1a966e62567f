import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { expectFile, runCommand, WrongUse } from '../campaigns/command/run-command.ts';
import { languageFacts, ownLanguages } from '../campaigns/language.ts';
import {
  listSheetTexts,
  readSheet,
  writeSheet,
} from '../campaigns/languages/translation/translation-sheet.ts';
import { parseCsv } from '../campaigns/tables/csv.ts';
import { readXlsx } from '../campaigns/tables/xlsx.ts';
import { keepDrafts, listDrafts, subjects } from './translation-fs.ts';

// npm run words -- LANGUAGE --write FILE | --read FILE
await runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'string' }, read: { type: 'string' } },
  });
  const language = ownLanguages.find((name) => name === positionals[0]);
  const { write, read } = values;
  if (language === undefined || language === 'hi' || (write === undefined) === (read === undefined))
    throw new WrongUse(
      `Expected one of ${ownLanguages.slice(1).join(', ')} with --write FILE or --read FILE, got something else`,
    );
  const texts = listSheetTexts(subjects, languageFacts[language].locale);
  const kept = new Map(listDrafts(language));
  if (write !== undefined) {
    writeFileSync(write, writeSheet(texts, kept));
    console.log(`${write}: ${texts.length} texts in ${languageFacts[language].name.en}`);
    return;
  }
  const { script } = languageFacts[language];
  const { good, faults, changed, open } = readSheet(readRows(read ?? ''), texts, { script, kept });
  if (changed > 0) keepDrafts(language, good);
  console.log(`${changed} of ${texts.length} texts changed in campaigns/languages/${language}/`);
  if (open > 0) console.log(`${open} not translated yet`);
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length === 0 ? 0 : 1;
});

function readRows(file: string) {
  expectFile(file);
  const bytes = readFileSync(file);
  if (bytes.subarray(0, 2).toString() === 'PK') return readXlsx(bytes)[0]?.rows ?? [];
  const text = bytes.toString('utf8');
  const [first = ''] = text.split('\n', 1);
  return parseCsv(text, first.includes(';') && !first.includes(',') ? ';' : ',');
}
