import { strToU8, zipSync } from 'fflate';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { officeSide } from '../../../campaigns/language.ts';
import { measureText } from '../../../campaigns/messages/segments.ts';
import { sheetLine, sheetMark } from '../../../campaigns/tables/csv-writer.ts';
import type { Blast } from '../blasts/blast.ts';
import { clockTime } from '../blasts/clock-time.ts';
import type { CostEstimate } from '../blasts/cost.ts';
import { asEntities } from '../gateways/cdac.ts';
import { asUtf16Hex } from '../gateways/nic.ts';
import { operatorLetter } from './operator-letter.ts';

export interface PackContent {
  campaign: Campaign;
  blast: Blast;
  estimate: CostEstimate;
  /** Names of the districts that it goes to; empty for the whole state. */
  districts: readonly { hi: string; en: string }[];
  /** Of the whole state. */
  districtCount: number;
  /** Calendar day in Asia/Kolkata that the letter bears. */
  today: string;
}

/** Columns of the delivery report that an operator sends back. */
export const reportHeader = 'day,district,channel,sent,delivered';

/**
 * Everything that a service provider needs for a blast that it sends itself, as one ZIP: letter, text in Unicode
 * and in the forms operators take, DLT ids, call script, districts, window, volume and cost.
 */
export async function packForOperator(content: PackContent): Promise<Uint8Array> {
  const { campaign, blast, estimate, districts, districtCount } = content;
  const { district: level } = campaign.areas.levels;
  const all = { hi: `समस्त ${districtCount} ${level.hi}`, en: `all ${districtCount} districts` };
  const letter = await operatorLetter(content);
  const files: Record<string, Uint8Array> = { '1-patra-letter.docx': letter };
  const add = (name: string, text: string) => {
    // With a byte order mark, so that Hindi opens right in a spreadsheet.
    files[name] = strToU8(sheetMark + text.replaceAll(/\r?\n/g, '\r\n'));
  };
  for (const [language, text] of Object.entries(blast.texts)) {
    if (text.body === '') continue;
    const { encoding, units, segments } = measureText(text.body);
    add(`2-sms-${language}-unicode.txt`, `${text.body}\n`);
    files[`2-sms-${language}-utf16be-hex.txt`] = strToU8(`${asUtf16Hex(text.body)}\r\n`);
    files[`2-sms-${language}-entities.txt`] = strToU8(`${asEntities(text.body)}\r\n`);
    add(
      `3-dlt-${language}.csv`,
      `${sheetLine(['principal_entity_id', 'header', 'template_id', 'category', 'encoding', 'units', 'segments'])}${sheetLine(
        [
          campaign.messages.principalEntityId ?? 'to be registered',
          text.header,
          text.templateId ?? 'to be registered',
          blast.category,
          encoding,
          units,
          segments,
        ],
      )}`,
    );
  }
  if (blast.channel === 'ivr') {
    for (const language of ['hi', 'en'] as const) {
      const script = campaign.messages.call[language];
      const lines = Object.entries(script).map(
        ([part, prompt]) =>
          `[${part}]${prompt.audio === null ? '' : ` (${prompt.audio})`}\n${prompt.text}\n`,
      );
      add(`2-call-script-${language}.txt`, lines.join('\n'));
    }
  }
  add(
    '4-districts.csv',
    sheetLine([level.hi, level.en]) +
      (districts.length === 0
        ? sheetLine([all[officeSide('hi', campaign.languages[0])], all.en])
        : districts.map(({ hi, en }) => sheetLine([hi, en])).join('')),
  );
  add(
    '5-volume-and-cost.csv',
    sheetLine(['item', 'value']) +
      sheetLine(['recipients', estimate.recipients]) +
      sheetLine(['segments', estimate.segments]) +
      sheetLine(['expected cost in rupees', (estimate.paise / 100).toFixed(2)]) +
      sheetLine(['from (IST)', clockTime(blast.window.fromMinute)]) +
      sheetLine(['to (IST)', clockTime(blast.window.toMinute)]) +
      sheetLine(['short code of the link', blast.shortCode ?? '']),
  );
  add('6-delivery-report.csv', `${reportHeader}\n`);
  return zipSync(files, { level: 6 });
}
