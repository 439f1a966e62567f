import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { readOwnLanguage } from '../campaigns/campaign-fs.ts';
import type { OwnLanguage } from '../campaigns/language.ts';
import { hi } from '../campaigns/languages/service/hi.ts';
import { englishWords, readWords } from '../campaigns/languages/service-words-fs.ts';
import { listTexts, putText } from '../campaigns/languages/translation/text-paths.ts';
import { joinForms, type Subject } from '../campaigns/languages/translation/translation-sheet.ts';
import { codeReportWordsIn } from './i18n/code-report-words.ts';
import { wordsIn } from './i18n/dictionary.ts';
import { nameReportWordsIn } from './i18n/name-report-words.ts';
import { namesIn } from './i18n/page-names.ts';
import { privacyWordsIn } from './i18n/privacy-prose.ts';
import { progressWordsIn } from './i18n/progress-words.ts';

const folder = new URL('../campaigns/languages/', import.meta.url);
const yamlOf = (language: string) =>
  parseDocument(readFileSync(new URL(`${language}/campaign.yaml`, folder), 'utf8'));
const pages = {
  pages: wordsIn,
  names: namesIn,
  nameReport: nameReportWordsIn,
  codeReport: codeReportWordsIn,
  progress: progressWordsIn,
  privacy: privacyWordsIn,
};

/** All that a translator writes. What officers alone read is left out. */
export const subjects: Subject[] = [
  ...Object.entries(pages).map(([name, words]) => ({
    name,
    hindi: words('hi'),
    english: words('en'),
  })),
  { name: 'service', hindi: hi, english: englishWords },
  { name: 'campaign', hindi: yamlOf('hi').toJS(), english: yamlOf('en').toJS() },
];

/** Words in the language's folder, by the keys of the sheet. */
export function listDrafts(language: OwnLanguage): [string, string][] {
  return [
    ...listTexts(readWords(language, 'pages')),
    ...listTexts(readWords(language, 'service'), 'service'),
    ...listTexts(yamlOf(language).toJS(), 'campaign'),
  ];
}

/** Writes drafts into the language's folder, beside what is there. Words that change have not been read. */
export function keepDrafts(language: OwnLanguage, drafts: ReadonlyMap<string, string>): void {
  const before = JSON.stringify(listDrafts(language));
  const yaml = yamlOf(language);
  const json = {
    pages: { ...(readWords(language, 'pages') as Record<string, unknown>) },
    service: { ...(readWords(language, 'service') as Record<string, unknown>) },
  };
  for (const [key, draft] of joinForms(drafts)) {
    const [part = '', ...path] = key.split('.');
    if (part === 'campaign')
      yaml.setIn(
        path.map((at) => (/^\d$/.test(at) ? Number(at) : at)),
        draft,
      );
    else if (part === 'service') putText(json.service, path.join('.'), draft);
    else putText(json.pages, key, draft);
  }
  writeFileSync(new URL(`${language}/campaign.yaml`, folder), yaml.toString({ lineWidth: 0 }));
  for (const [part, words] of Object.entries(json))
    writeFileSync(
      new URL(`${language}/${part}.json`, folder),
      `${JSON.stringify(words, null, 2)}\n`,
    );
  if (JSON.stringify(listDrafts(language)) !== before)
    forgetReader(fileURLToPath(new URL('..', folder)), language);
}

/** Takes from each campaign that speaks the language who has read its words. */
export function forgetReader(campaigns: string, language: OwnLanguage): void {
  const folders = globSync('*/campaign.yaml', { cwd: campaigns }).map((file) =>
    dirname(join(campaigns, file)),
  );
  for (const own of folders.filter((each) => readOwnLanguage(each) === language))
    for (const file of globSync('*.yaml', { cwd: own })) {
      const yaml = parseDocument(readFileSync(join(own, file), 'utf8'));
      if (yaml.delete('wordsRead')) writeFileSync(join(own, file), yaml.toString({ lineWidth: 0 }));
    }
}
