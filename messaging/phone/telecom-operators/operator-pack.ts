import { AlignmentType, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { strToU8, zipSync } from 'fflate';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { officeSide } from '../../../campaigns/language.ts';
import { docxFile, lineTwips } from '../../../campaigns/languages/typesetting/docx-sheet-fs.ts';
import { clockTime, sendingHours } from '../../../campaigns/messages/legal-hours.ts';
import { measureText } from '../../../campaigns/messages/segments.ts';
import { sheetLine, sheetMark } from '../../../campaigns/tables/csv-writer.ts';
import {
  allDistricts,
  type OperatorLetterFacts,
  writeOperatorLetter,
} from '../../../campaigns/words/operator-letter.ts';
import type { Blast } from '../blasts/blast.ts';
import type { CostEstimate } from '../blasts/cost.ts';
import { asEntities } from '../gateways/cdac.ts';
import { asUtf16Hex } from '../gateways/nic.ts';

export interface PackContent {
  campaign: Campaign;
  blast: Blast;
  estimate: CostEstimate;
  /** Names of the districts that it goes to; empty for the whole state. */
  districts: readonly { hi: string; en: string }[];
  /** Districts of the whole state. */
  districtCount: number;
  /** Calendar day in Asia/Kolkata that the letter has. */
  today: string;
}

/** Columns of the delivery report that an operator sends back. */
export const reportHeader = 'day,district,channel,sent,delivered';

/**
 * Everything that a service provider needs for a blast that it sends itself, as one ZIP: letter, text in Unicode
 * and in the forms operators take, DLT ids, call script, districts, window, volume and cost.
 */
export async function packForOperator(content: PackContent): Promise<Uint8Array> {
  const { blast, estimate, districts, districtCount, campaign, today } = content;
  const { fromMinute, toMinute } = sendingHours(blast) ?? blast.window;
  const hours = { from: clockTime(fromMinute), to: clockTime(toMinute) };
  const letter = await operatorLetter({
    campaign,
    channel: blast.channel === 'ivr' ? 'ivr' : 'sms',
    hours,
    recipients: estimate.recipients,
    districts,
    districtCount,
    today,
  });
  return zipSync(
    {
      '1-patra-letter.docx': letter,
      ...packTexts(content),
      ...(blast.channel === 'ivr' ? packScripts(content) : {}),
      '4-districts.csv': asSheet(listDistricts(content)),
      '5-volume-and-cost.csv': asSheet(
        [
          ['item', 'value'],
          ['recipients', estimate.recipients],
          ['segments', estimate.segments],
          ['expected cost in rupees', (estimate.paise / 100).toFixed(2)],
          ['from (IST)', hours.from],
          ['to (IST)', hours.to],
          ['short code of the link', blast.shortCode ?? ''],
        ]
          .map(sheetLine)
          .join(''),
      ),
      '6-delivery-report.csv': asSheet(`${reportHeader}\n`),
    },
    { level: 6 },
  );
}

/** With a byte order mark, so that Hindi opens right in a spreadsheet. */
function asSheet(text: string): Uint8Array {
  return strToU8(sheetMark + text.replaceAll(/\r?\n/g, '\r\n'));
}

function packTexts({ campaign, blast }: PackContent): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const [language, text] of Object.entries(blast.texts)) {
    if (text.body === '') continue;
    const { encoding, units, segments } = measureText(text.body);
    files[`2-sms-${language}-unicode.txt`] = asSheet(`${text.body}\n`);
    files[`2-sms-${language}-utf16be-hex.txt`] = strToU8(`${asUtf16Hex(text.body)}\r\n`);
    files[`2-sms-${language}-entities.txt`] = strToU8(`${asEntities(text.body)}\r\n`);
    const registration = {
      principal_entity_id: campaign.messages.principalEntityId ?? 'to be registered',
      header: text.header,
      template_id: text.templateId ?? 'to be registered',
      category: blast.category,
      encoding,
      units,
      segments,
    };
    files[`3-dlt-${language}.csv`] = asSheet(
      sheetLine(Object.keys(registration)) + sheetLine(Object.values(registration)),
    );
  }
  return files;
}

function packScripts({ campaign }: PackContent): Record<string, Uint8Array> {
  return Object.fromEntries(
    (['hi', 'en'] as const).map((language) => {
      const lines = Object.entries(campaign.messages.call[language]).map(
        ([part, { audio, text }]) => `[${part}]${audio === null ? '' : ` (${audio})`}\n${text}\n`,
      );
      return [`2-call-script-${language}.txt`, asSheet(lines.join('\n'))];
    }),
  );
}

function listDistricts({ campaign, districts, districtCount }: PackContent): string {
  const { district: level } = campaign.areas.levels;
  const all = allDistricts(level, districtCount);
  const head = sheetLine([level.hi, level.en]);
  if (districts.length > 0) {
    return head + districts.map(({ hi, en }) => sheetLine([hi, en])).join('');
  }
  return head + sheetLine([all[officeSide('hi', campaign)], all.en]);
}

/** 2.5 cm in twentieths of a point. */
const marginTwips = 1_417;

/** The letter as docx on one page, for the office to number and sign. */
export async function operatorLetter(facts: OperatorLetterFacts): Promise<Uint8Array> {
  const letter = writeOperatorLetter(facts);
  return docxFile({
    office: letter.office,
    language: officeSide('hi', facts.campaign),
    title: letter.subject,
    marginTwips,
    halfPoints: 24,
    children: [
      line(letter.office, { bold: true, align: AlignmentType.CENTER, after: 300 }),
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: lineTwips(marginTwips) }],
        spacing: { after: 240 },
        children: [new TextRun({ children: [letter.number, new Tab(), letter.date] })],
      }),
      ...letter.to.map((text, index) =>
        line(text, { after: index === letter.to.length - 1 ? 240 : 0 }),
      ),
      line(letter.subject, { bold: true, after: 240 }),
      line(letter.greeting, { after: 120 }),
      ...letter.paragraphs.map((text) => line(text, { after: 160, indent: true })),
      line(letter.enclosures, { after: 240 }),
      ...letter.signature.map((text) => line(text, { align: AlignmentType.RIGHT })),
    ],
  });
}

interface LineOptions {
  bold?: boolean;
  align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  after?: number;
  indent?: boolean;
}

function line(text: string, { bold = false, align, after = 0, indent }: LineOptions): Paragraph {
  return new Paragraph({
    alignment: align ?? (indent ? AlignmentType.BOTH : AlignmentType.LEFT),
    spacing: { after, line: 300 },
    ...(indent ? { indent: { firstLine: 720 } } : {}),
    children: [new TextRun({ text, bold, boldComplexScript: bold })],
  });
}
