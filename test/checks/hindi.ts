// Run by `npm run check`: one spelling a word in all Hindi that people read, and no word that an office does not write.
// `npm run spell` writes what is spelt otherwise as the house does.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spellAsHouse } from '../../campaigns/words/house-spellings.ts';
import { listTextFiles, readHindi, type WrittenText } from '../hindi-strings.ts';

const root = join(import.meta.dirname, '..', '..');

/** Where another spelling is right: file or folder, the words, and whose they are. */
const quotations: readonly [path: string, words: string, why: string][] = [
  ['campaigns/up-cop/newspapers.yaml', 'हिन्दुस्तान', 'the newspaper’s name'],
];

/** What an office does not write, and what it does. */
const unsaid: readonly [word: RegExp, instead: string][] = [
  [/अनुमोद/, 'स्वीकृति'],
  [/(?:आपक[ाे]|पुरा?न[ाे]|अपन[ाे]) स्वीकृति/, 'आपकी स्वीकृति'],
  [/कार्य-पत्र/, 'कार्यादेश'],
  [/साधन-संग्रह/, 'प्रचार सामग्री'],
  [/निमंत्रण/, 'आमंत्रण, आमंत्रित करें'],
  [/(?<!उतार-)चढ़ा(?:एँ|ई|कर)/, 'अपलोड करें'],
  [/बताया गया योग/, 'सूचित कुल संख्या'],
  [/(?<!संज्ञान में )ला(?:या|ई) जा रह/, 'लोड हो रहा है'],
  [/सदा के लिए बंद/, 'स्थायी रूप से समाप्त करें'],
  [/क्या हुआ, क्या शेष/, 'कार्य की स्थिति'],
  [/जोन की स्वीकृति/, 'स्वीकृति: HQ approves too'],
  [/इकाइ(?:याँ|यों)/, 'वर्ण'],
  [/कोई मान'/, 'यह खाना खाली न छोड़ें'],
  [/नव॰/, 'नवंबर'],
  [/संदेश खंड|सेगमेंट(?!\))/, 'खंड'],
  [/परिकलित/, 'गिनकर'],
  [/हैश(?!टैग)/, 'फ़ाइल की पहचान'],
  [/\b(?:YAML|outbox|UCS-2|PE ID)\b/, 'what an officer calls it'],
];

const fix = process.argv.includes('--write');
const used = new Set<number>();
const files = listTextFiles();
const faults = files.flatMap((file) => {
  const texts = readHindi(file);
  const wrong = texts.filter((piece) => spelt(piece) !== piece.text.normalize('NFC'));
  if (fix && wrong.length > 0) rewrite(file, wrong);
  return [
    ...(fix ? [] : wrong).map((piece) => `${where(piece)}: ${describe(piece.text, spelt(piece))}`),
    ...texts.flatMap((piece) =>
      unsaid
        .filter(([word]) => word.test(piece.text))
        .map(([word, instead]) => `${where(piece)}: “${word.exec(piece.text)?.[0]}” → ${instead}`),
    ),
  ];
});
for (const [index, [path, words]] of quotations.entries())
  if (!used.has(index)) faults.push(`Expected “${words}” in ${path}, where it is quoted`);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`hindi: ${files.length} files, one spelling a word`);

/** The text as the house spells it; quotations stay. */
function spelt({ file, text }: WrittenText): string {
  const kept: string[] = [];
  const open = quotations.reduce((rest, [path, words], index) => {
    if (!file.startsWith(path) || !rest.includes(words)) return rest;
    used.add(index);
    kept.push(words);
    return rest.replaceAll(words, `\uE000${kept.length - 1}\uE001`);
  }, text.normalize('NFC'));
  const written = spellAsHouse(open);
  return written.replace(/\uE000(\d+)\uE001/g, (_, index) => kept[Number(index)] ?? '');
}

function rewrite(file: string, wrong: readonly WrittenText[]): void {
  const path = join(root, file);
  const source = wrong.reduceRight(
    (rest, piece) =>
      rest.slice(0, piece.start) + spelt(piece) + rest.slice(piece.start + piece.text.length),
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, source);
}

function where({ file, start }: WrittenText): string {
  const before = readFileSync(join(root, file), 'utf8').slice(0, start);
  return `${file}:${before.split('\n').length}`;
}

/** The words that differ, each with the house's. */
function describe(text: string, house: string): string {
  const [found, wanted] = [text.normalize('NFC'), house].map((one) => one.split(/\s+/));
  const pairs = (found ?? []).flatMap((word, at) =>
    found?.length === wanted?.length && word !== wanted?.[at]
      ? [`“${word}” → ${wanted?.[at]}`]
      : [],
  );
  return pairs.length > 0 ? pairs.join(', ') : `“${text.slice(0, 80)}” → ${house.slice(0, 80)}`;
}
