import { boardLevels } from '../../../campaigns/activities/board-level.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { pickName } from '../../../campaigns/directory/pick-name.ts';
import type { District } from '../../../campaigns/directory/station.ts';
import { officeSide } from '../../../campaigns/language.ts';
import {
  formatCount,
  formatDayShort,
  formatMonth,
  formatShare,
} from '../../../campaigns/numbers.ts';
import type { Measure } from '../../../campaigns/tracker/measures.ts';
import type { ProgressFile } from '../../../campaigns/tracker/progress-file.ts';
import { boardLevelNames } from '../../../campaigns/words/board-level-words.ts';
import { pageWord } from '../../../campaigns/words/page-words.ts';
import {
  measureNames,
  type NoteWords,
  noteWords,
} from '../../../campaigns/words/review-note-words.ts';
import { type Block, type Paper, text } from '../../platform/documents/paper.ts';

/** The review note of a month: its progress in words, and the districts as an annexure. */
export function reviewNote(
  file: ProgressFile,
  {
    campaign,
    districts,
    month,
  }: { campaign: Campaign; districts: readonly District[]; month: string },
): Paper {
  const language = officeSide('hi', campaign);
  const note: Note = { language, words: noteWords[language], campaign, districts };
  const { words } = note;
  // As office papers in Hindi write it: माह अप्रैल, 2019.
  const spoken = formatMonth(month, language);
  const monthName = language === 'hi' ? spoken.replace(' ', ', ') : spoken;
  const office = campaign.copy.owner[language];
  const title = words.title(campaign.app.name, monthName);
  const asOf = words.asOf(formatDayShort(file.today));
  const paragraphs = [
    ...goalParagraphs(file, note),
    ...boardParagraphs(file, note),
    ...serviceParagraphs(file, note),
    ...gapParagraphs(file, note),
  ];
  const align = 'center';
  return {
    office,
    title,
    language,
    // The same figures give the same file.
    createdAt: new Date(file.generatedAt),
    foot: pageWord[language],
    blocks: [
      text(office, 13, { bold: true, align }),
      text(title, 15, { bold: true, align, ink: 'navy', heading: 'H1' }),
      text(asOf, 11, { align, after: 10 }),
      ...paragraphs.map((said, at) => text(`${at + 1}. ${said}`, 11, { after: 7 })),
      ...(campaign.directions.length === 0 ? [] : [directionTable(file, note)]),
      { kind: 'space', points: 44 },
      text(campaign.offices.hq[language], 11, { bold: true, align: 'right' }),
      districtTable(file, note),
    ],
  };
}

interface Note {
  language: 'hi' | 'en';
  words: NoteWords;
  campaign: Campaign;
  districts: readonly District[];
}

function goalParagraphs(
  { goal, downloads, progress, forecast }: ProgressFile,
  { language, words, campaign }: Note,
): string[] {
  const goalText = words.goal(
    formatDayShort(goal.endsOn),
    formatCount(goal.downloads),
    campaign.goal.source[language],
  );
  if (downloads.kind === 'none' || progress.total === null)
    return [`${goalText} ${words.noFigures}`];
  const asOf = formatDayShort(downloads.asOf);
  const total = formatCount(progress.total);
  const counted =
    downloads.basis.kind === 'anchor'
      ? words.counted(
          asOf,
          downloads.atLeast,
          total,
          formatShare(progress.share ?? 0, { fractionDigits: 1 }),
        )
      : words.countedSince(formatDayShort(downloads.basis.date), asOf, total);
  const outlook: string[] = [];
  if (progress.metOn !== null) outlook.push(words.met(formatDayShort(progress.metOn)));
  if (progress.status === 'missed') outlook.push(words.missed);
  if (progress.status === 'ended-unsure') outlook.push(words.unsure);
  if (progress.requiredPerDay !== null)
    outlook.push(words.required(formatCount(progress.requiredPerDay)));
  if (progress.rate7 !== null) outlook.push(words.rate(formatCount(progress.rate7.perDay)));
  if (forecast.kind === 'forecast') outlook.push(words.forecast(formatShare(forecast.probability)));
  return [`${goalText} ${counted}`, ...(outlook.length > 0 ? [outlook.join(' ')] : [])];
}

function boardParagraphs(
  { boards, districts }: ProgressFile,
  { language, words, districts: known }: Note,
): string[] {
  const share = boards.stations === 0 ? 0 : boards.up / boards.stations;
  const missing = districts
    .map(({ district, boards: counts }) => ({ district, left: counts.stations - counts.up }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left)
    .slice(0, 5)
    .map(({ district, left }) => `${findName(district, known, language)} (${formatCount(left)})`);
  const most = missing.length > 0 ? words.mostLeft(missing.join(', ')) : '';
  const { stations, up, verified, levels } = boards;
  const byLevel = boardLevels
    .toReversed()
    .map((level) => `${boardLevelNames[level][language]} ${formatCount(levels[level])}`);
  return [
    words.boards(
      formatCount(stations),
      formatCount(up),
      formatShare(share),
      formatCount(verified),
      formatCount(stations - up),
    ) + most,
    words.levels(byLevel.join(', ')),
  ];
}

/** The app's services to citizens, each figure with its day and its source; it is no count of ours. */
function serviceParagraphs({ outcomes }: ProgressFile, { language, words }: Note): string[] {
  if (outcomes.length === 0) return [];
  const list = outcomes.map(({ name, count, asOf, source }) =>
    words.service(name[language], formatCount(count), formatDayShort(asOf), source),
  );
  return [words.services(list.join('; '))];
}

function gapParagraphs({ downloads }: ProgressFile, { words }: Note): string[] {
  if (downloads.kind === 'none' || downloads.gaps.length === 0) return [];
  const gaps = downloads.gaps.map(({ source, first, last }) => {
    const days =
      first === last
        ? formatDayShort(first)
        : words.span(formatDayShort(first), formatDayShort(last));
    return `${source === 'play' ? 'Google Play' : 'App Store'}: ${days}`;
  });
  return [words.gaps(gaps.join('; '))];
}

function directionTable({ directions }: ProgressFile, { language, words, campaign }: Note): Block {
  const rows = campaign.directions.flatMap(({ id, document, title }) => {
    const found = directions.find((direction) => direction.id === id);
    if (found === undefined || found.status === 'not-counted') return [];
    const done = found.counts
      .filter(({ count }) => count > 0)
      .map(({ measure, count, of }) => {
        const full = of === null ? '' : ` / ${formatCount(of)}`;
        return `${measureNames[language][measure]} ${formatCount(count)}${full}`;
      });
    const name =
      document === 'minutes'
        ? `(${id}) ${title[language]}`
        : words.paragraph(id.replace(/\D/g, ''), title[language]);
    return [[name, done.join('; ') || words.nothing, formatCount(found.scans.total)]];
  });
  return {
    kind: 'table',
    title: words.directions,
    widths: [0.38, 0.46, 0.16],
    head: words.directionHead,
    rows,
    counts: [2],
  };
}

const annexed: readonly Measure[] = ['pamphlets', 'news-items', 'meetings'];

function districtTable(
  { districts, boards, scans }: ProgressFile,
  { language, words, districts: known }: Note,
): Block {
  const sum = (measure: Measure) =>
    districts.reduce((total, { activities }) => total + (activities[measure] ?? 0), 0);
  const districtScans = districts.reduce((total, district) => total + district.scans.total, 0);
  const others = scans.total - districtScans;
  const row = (name: string[], counts: ProgressFile['boards'], rest: number[]) => [
    ...name,
    ...[counts.stations, counts.up, counts.verified, counts.stations - counts.up, ...rest].map(
      (value) => formatCount(value),
    ),
  ];
  return {
    kind: 'table',
    newPage: true,
    title: words.districts,
    widths: [0.06, 0.16, 0.1, 0.09, 0.1, 0.07, 0.12, 0.09, 0.11, 0.1],
    head: words.districtHead,
    rows: [
      ...districts.map(({ district, boards: counts, activities, scans: counted }, index) =>
        row([String(index + 1), findName(district, known, language)], counts, [
          ...annexed.map((measure) => activities[measure] ?? 0),
          counted.total,
        ]),
      ),
      ...(others > 0
        ? [['', words.stateCodes, '–', '–', '–', '–', '–', '–', '–', formatCount(others)]]
        : []),
      row(['', words.sum], boards, [...annexed.map(sum), scans.total]),
    ],
    counts: [0, 2, 3, 4, 5, 6, 7, 8, 9],
    summed: true,
  };
}

function findName(id: string, districts: readonly District[], language: 'hi' | 'en'): string {
  const district = districts.find((each) => each.id === id);
  return district === undefined ? id : pickName(district, language);
}
