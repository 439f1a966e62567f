import { obligationTitle, type Register } from '../../../campaigns/directions/directions.ts';
import type { Stated } from '../../../campaigns/directions/listing.ts';
import type { OwingOffice } from '../../../campaigns/directions/occurrence-key.ts';
import { isLate, isSettled } from '../../../campaigns/directions/occurrence-state.ts';
import type { Figure as Figured } from '../../../campaigns/directions/register.ts';
import { formatDayShort, formatMonth } from '../../../campaigns/numbers.ts';
import { complianceWords } from '../../../campaigns/words/compliance-words.ts';
import {
  dueByWords,
  figuresWait,
  lateText,
  noDue,
  type OwingPlaces,
  periodText,
  stateWords,
} from '../../../campaigns/words/direction-words.ts';
import { listOffices, officeNames } from '../../../campaigns/words/office-list-words.ts';
import { pageWord } from '../../../campaigns/words/page-words.ts';
import {
  type Block,
  type Figure,
  type Paper,
  type PaperSheet,
  text,
} from '../../platform/documents/paper.ts';
import {
  type Answer,
  figureText,
  ofMonth,
  owedFirst,
  type Reported,
  type ReportGroup,
  reportGroups,
  sumText,
} from './report-rows.ts';

export interface ReportInputs {
  register: Register;
  /** Lists what these offices owe, with its states. */
  stated: readonly Reported[];
  offices: readonly OwingOffice[];
  answers: ReadonlyMap<string, Answer>;
  /** Counts of the tracker for an occurrence, in words; empty where it counts nothing. */
  counted(occurrence: Stated): string;
  /** The same of all offices of the report together. */
  countedTogether(obligation: string): string;
  places: OwingPlaces;
  month: string;
  today: string;
  /** The day of taking over. */
  takenOverOn: string;
  /** The office that answers for it: headquarters, or a zone. */
  office: string;
  signature: string;
  generatedAt: Date;
}

/** Rows that fit the first page below the figures. */
const firstPageRows = 10;
const names = { owing: 6, table: 12 };
const longestAnswer = 220;
const { nothingYet } = complianceWords;

/**
 * The report on A4 on its side: who owes what since when on the first page, then all of it. As a workbook it has a sheet more,
 * office by office, to sort and filter.
 */
export function complianceReport(inputs: ReportInputs): Paper {
  const { register, month, today, office } = inputs;
  const title = complianceWords.title(month);
  const reported = ofMonth(inputs.stated, month);
  const groups = reportGroups(register, reported);
  const before = reported.filter(({ state }) => state === 'before');
  const owing = owingTable(owedFirst(groups), inputs);
  const table = wholeTable(groups, inputs);
  const align = 'center';
  const asOf = complianceWords.asOf(today, describePapers(register));
  const countedFrom = complianceWords.countedFrom(inputs.takenOverOn, before.length);
  const head: Block[] = [
    text(office, 12, { bold: true, align }),
    text(title, 17, { bold: true, align, ink: 'navy', heading: 'H1' }),
    text(asOf, 10, { align }),
    text(countedFrom, 10, { align, after: 6 }),
  ];
  const toSheet = (name: string, of: Block, columnWidths: readonly number[]): PaperSheet => ({
    name,
    columnWidths,
    blocks: [...head, of],
  });
  return {
    office,
    title,
    language: 'hi',
    createdAt: inputs.generatedAt,
    landscape: true,
    // A page that is parted from the others says what it is.
    foot: `${title} · ${pageWord.hi}`,
    blocks: [
      ...head,
      { kind: 'figures', figures: countFigures(reported, before.length) },
      owing,
      { ...table, newPage: true },
      { kind: 'space', points: 40 },
      text(inputs.signature, 11, { bold: true, align: 'right' }),
    ],
    sheets: [
      toSheet(complianceWords.owing.sheet, owing, [6, 48, 60, 34, 10]),
      toSheet(complianceWords.table.sheet, table, [8, 40, 34, 18, 48, 24, 34]),
      toSheet(
        complianceWords.offices.sheet,
        officeTable(reported, inputs),
        [24, 44, 14, 16, 14, 10, 16, 48, 34],
      ),
    ],
  };
}

function countFigures(reported: readonly Reported[], before: number): Figure[] {
  const { figures } = complianceWords;
  const late = reported.filter(isLate);
  const longest = Math.max(0, ...late.map(({ lateDays }) => lateDays));
  const count = (label: string, value: number) => ({ value: { count: value }, label });
  return [
    count(figures.owed, reported.length - before),
    count(figures.done, reported.filter(isSettled).length),
    count(figures.waiting, reported.filter(({ state }) => state === 'submitted').length),
    count(figures.open, reported.filter((each) => each.open).length),
    {
      ...count(figures.late(longest), late.length),
      ...(late.length > 0 ? { ink: 'red' as const } : {}),
    },
  ];
}

type Table = Extract<Block, { kind: 'table' }>;

function describePapers({ papers }: Register): string {
  const [first, last] = [papers[0], papers.at(-1)].map((paper) => paper?.day);
  if (first === undefined || last === undefined) return complianceWords.noPapers;
  return complianceWords.papers(first, last);
}

function owingTable(owed: readonly ReportGroup[], inputs: ReportInputs): Table {
  const { title, shortened, head, none } = complianceWords.owing;
  const rows = owed
    .slice(0, firstPageRows)
    .map((group, at) => [
      { count: at + 1 },
      listNames(group.open, inputs, names.owing),
      shortText(group),
      sinceText(group),
      group.lateDays > 0 ? { count: group.lateDays } : '–',
    ]);
  return {
    kind: 'table',
    title: owed.length > firstPageRows ? shortened(title, owed.length, firstPageRows) : title,
    widths: [0.05, 0.36, 0.35, 0.16, 0.08],
    head,
    rows: rows.length === 0 ? [['', none, '', '', '']] : rows,
    counts: [4],
  };
}

function wholeTable(groups: readonly ReportGroup[], inputs: ReportInputs): Table {
  const { title, head, none } = complianceWords.table;
  const rows = groups.map((group, at) => [
    { count: at + 1 },
    owedText(group),
    listNames(group.all, inputs, names.table),
    dueText(group),
    doneText(group, inputs),
    statesText(group),
    remarkText(group, inputs),
  ]);
  return {
    kind: 'table',
    title,
    widths: [0.04, 0.19, 0.15, 0.1, 0.24, 0.12, 0.16],
    head,
    rows: rows.length === 0 ? [['', none, '', '', '', '', '']] : rows,
    counts: [],
  };
}

function officeTable(reported: readonly Reported[], inputs: ReportInputs): Table {
  const { title, head } = complianceWords.offices;
  const titles = new Map(
    inputs.register.directions.flatMap((direction) =>
      direction.obligations.map((obligation) => [
        obligation.id,
        `${direction.point.hi}: ${obligationTitle(direction, obligation).hi}`,
      ]),
    ),
  );
  const figuresById = new Map(
    inputs.register.directions.flatMap(({ obligations }) =>
      obligations.map(({ id, figures }) => [id, figures]),
    ),
  );
  return {
    kind: 'table',
    title,
    widths: [],
    head,
    rows: reported.map((each) => {
      const answer = inputs.answers.get(each.key);
      return [
        listNames([each], inputs, 1),
        titles.get(each.obligation) ?? each.obligation,
        periodText(each.period, 'hi'),
        each.due === null ? noDue.hi : formatDayShort(each.due),
        each.submittedOn === null ? '' : formatDayShort(each.submittedOn),
        each.lateDays > 0 ? { count: each.lateDays } : '',
        stateWords[each.state].hi,
        each.submittedOn === null
          ? inputs.counted(each)
          : answerText(each, figuresById.get(each.obligation) ?? [], inputs),
        answer?.remark ?? '',
      ];
    }),
    counts: [],
  };
}

/** Point of the paper, what it is about, and of which month where it comes each month. */
function titleText({ direction, period }: ReportGroup, title = direction.title.hi): string {
  const month = /^\d{4}-\d{2}$/.test(period) ? `, ${formatMonth(period, 'hi')}` : '';
  return `${direction.point.hi}: ${title}${month}`;
}

/** The same in a line of a short table. */
function shortText(group: ReportGroup): string {
  return titleText(group, obligationTitle(group.direction, group.obligation).hi);
}

/** The same with what is handed in, where that says more. */
function owedText(group: ReportGroup): string {
  const { direction, obligation } = group;
  const owed = obligation.owed.hi;
  return owed === direction.title.hi ? titleText(group) : `${titleText(group)} (${owed})`;
}

function listNames(
  reported: readonly Reported[],
  { offices, places }: ReportInputs,
  most: number,
): string {
  const found = listOffices(
    reported.map(({ office }) => office),
    offices,
  );
  return officeNames(found, { places, all: offices, most });
}

function dueText({ due, dueBy }: ReportGroup): string {
  if (due === null) return noDue.hi;
  return `${formatDayShort(due)}${dueByWords[dueBy]?.hi ?? ''}`;
}

/** Counted from the day it was due; without one, from the day of the paper. */
function sinceText({ due, since, dueBy }: ReportGroup): string {
  if (due === null) return complianceWords.noDay(since);
  return `${formatDayShort(due)}${dueByWords[dueBy]?.hi ?? ''}`;
}

function doneText({ all, obligation }: ReportGroup, inputs: ReportInputs): string {
  const figures = obligation.figures;
  if (all.length === 1) {
    const [each] = all;
    return each === undefined ? '' : answerText(each, figures, inputs);
  }
  // What the tracker counts is nobody's to hand in.
  const together = inputs.countedTogether(obligation.id);
  if (together !== '') return together;
  const answered = all.filter(({ state }) => state !== 'to-start' && state !== 'in-progress');
  if (answered.length === 0) return nothingYet;
  const standing = all.filter(
    ({ state, waits }) => (state === 'submitted' || state === 'accepted') && !waits,
  );
  const sum = sumText(
    figures,
    standing.map(({ key }) => inputs.answers.get(key)?.figures ?? {}),
  );
  const some = answered.slice(0, 2).flatMap((each) => {
    const details = inputs.answers.get(each.key)?.details ?? '';
    return details === '' ? [] : [`${listNames([each], inputs, 1)}: ${shortened(details, 90)}`];
  });
  return [
    complianceWords.answered(all.length, answered.length),
    ...(sum === '' ? [] : [complianceWords.sum(sum)]),
    ...some,
  ].join(' ');
}

/** Figures and words of one office; where there are neither, what was counted, or that only papers came. */
function answerText(each: Reported, figures: readonly Figured[], inputs: ReportInputs): string {
  const answer = inputs.answers.get(each.key);
  const counted = each.waits ? figuresWait.hi : figureText(figures, answer?.figures ?? {});
  const said = [counted, shortened(answer?.details ?? '')].filter((text) => text !== '').join('; ');
  const isHandedIn = each.submittedOn !== null;
  return said || inputs.counted(each) || (isHandedIn ? complianceWords.papersOnly : nothingYet);
}

function statesText({ all, open, late, lateDays }: ReportGroup): string {
  if (all.length === 1) {
    const [each] = all;
    if (each === undefined) return '';
    const state = stateWords[each.state].hi;
    return each.lateDays > 0 ? `${state}, ${lateText(each.lateDays).hi}` : state;
  }
  const count = (state: Stated['state']) => all.filter((each) => each.state === state).length;
  const parts = (
    ['accepted', 'submitted', 'returned', 'not-applicable', 'closed', 'before'] as const
  )
    .map((state) => [stateWords[state].hi, count(state)] as const)
    .filter(([, number]) => number > 0)
    .map(([words, number]) => `${words} ${number}`);
  const isUnderWay = open.every(({ state }) => state === 'in-progress');
  if (open.length > 0)
    parts.push(
      isUnderWay
        ? `${stateWords['in-progress'].hi} ${open.length}`
        : complianceWords.open(open.length),
    );
  if (late.length > 0) parts.push(complianceWords.late(late.length, lateDays));
  return parts.join('; ');
}

function remarkText({ all, open, obligation }: ReportGroup, inputs: ReportInputs): string {
  if (all.length === 1) {
    const [each] = all;
    return shortened((each && inputs.answers.get(each.key)?.remark) ?? '');
  }
  if (open.length === 0 || obligation.tracker !== undefined) return '';
  const isSilent = all.every(({ state }) => state === 'to-start' || state === 'in-progress');
  return isSilent
    ? complianceWords.noAnswers
    : complianceWords.openOffices(listNames(open, inputs, names.table));
}

function shortened(text: string, most = longestAnswer): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length <= most ? plain : `${plain.slice(0, most).replace(/\s\S*$/, '')} …`;
}
