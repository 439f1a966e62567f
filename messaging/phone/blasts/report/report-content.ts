import type { Campaign } from '../../../../campaigns/campaign.ts';
import { pickName } from '../../../../campaigns/directory/pick-name.ts';
import type { District } from '../../../../campaigns/directory/station.ts';
import { formatInterval } from '../../../../campaigns/messages/click-share.ts';
import {
  draftFieldNames,
  draftFieldOf,
  readDraftFields,
} from '../../../../campaigns/messages/draft-fields.ts';
import { clockTime } from '../../../../campaigns/messages/legal-hours.ts';
import { messageLanguages } from '../../../../campaigns/messages/messages.ts';
import { countWhatsapp } from '../../../../campaigns/messages/whatsapp-outcome.ts';
import { formatDay } from '../../../../campaigns/numbers.ts';
import { toDay, toTime } from '../../../../campaigns/tracker/clock.ts';
import {
  type BlastReportWords,
  blastReportWords,
} from '../../../../campaigns/words/blast-report-words.ts';
import {
  formatDelay,
  operatorFigureWords,
  operatorName,
} from '../../../../campaigns/words/operator-figures-words.ts';
import { providerCode } from '../../../../campaigns/words/provider-codes.ts';
import type { Figures } from '../../../contract/values.ts';
import type { Cell, Figure, PaperTable } from '../../../platform/documents/paper.ts';
import type {
  DayFigures,
  DistrictFigures,
  LinkFigures,
  LiveFigures,
  OperatorFigures,
} from '../../ledger/tallies-sql.ts';
import { emptyFigures } from '../../ledger/tallies-sql.ts';
import { type Blast, computeCosts } from '../blast.ts';
import type { BlastNames } from '../blasts-sql.ts';
import type { BlastTexts } from '../draft-schemas.ts';
import { countParts } from '../gateway-parts.ts';
import { countSent, type TrialOutcome } from '../trial-figures.ts';

/** The facts of a blast from which its report is made. */
export interface BlastFacts {
  blast: Blast;
  names: BlastNames;
  figures: LiveFigures;
  /** Cost of tests; part of the whole cost. */
  testPaise: number;
  link: LinkFigures;
  installs: number | null;
  installsUntil: string | null;
  days: readonly DayFigures[];
  byDistrict: readonly DistrictFigures[];
  byOperator: readonly OperatorFigures[];
  trial: TrialOutcome | null;
}

export interface ReportContext {
  campaign: Pick<Campaign, 'copy'>;
  districts: readonly Pick<District, 'id' | 'nameHi' | 'nameEn'>[];
  language: 'hi' | 'en';
  now: Date;
}

/** The same words and figures for csv, workbook and PDF. */
export interface BlastReport {
  language: 'hi' | 'en';
  office: string;
  title: string;
  name: string;
  asOf: string;
  /** Shown at the head when the figures are made up, or nothing reached anybody. */
  notices: string[];
  facts: [string, string][];
  figures: Figure[];
  tables: PaperTable[];
  note: string;
  generatedAt: Date;
}

/** Puts a blast's outcome into words and tables, without any number of a phone. */
export function blastReport(facts: BlastFacts, context: ReportContext): BlastReport {
  const { blast, figures, link } = facts;
  const { language, now } = context;
  const words = blastReportWords[language];
  const sent = countSent(figures.all);
  const cost = { paise: sumPaise(facts) };
  return {
    language,
    office: context.campaign.copy.owner[language],
    title: words.title,
    name: blast.name,
    asOf: words.asOf(moment(now, language)),
    notices: blast.gateway === 'emulator' ? [words.emulator] : [],
    facts: listFacts(facts, context),
    figures: [
      { value: { count: sent }, label: words.figures.sent },
      { value: { count: figures.all.delivered }, label: words.figures.delivered },
      { value: cost, label: words.figures.cost },
      { value: { count: link.scans }, label: words.figures.scans },
    ],
    tables: [
      totalsTable(figures.all, words),
      outcomeTable(facts, context),
      ...reasonsTable(figures, blast.channel, context),
      ...partsTable(facts, context),
      ...daysTable(facts.days, context),
      ...trialTable(facts, context),
      ...districtsTable(facts.byDistrict, context),
      ...operatorsTable(facts.byOperator, context),
    ],
    note: words.note,
    generatedAt: now,
  };
}

function listFacts({ blast, names }: BlastFacts, context: ReportContext): [string, string][] {
  const { language } = context;
  const words = blastReportWords[language];
  const { facts } = words;
  const by = (name: string | null, at: Date | null) =>
    name === null || at === null ? words.none : words.by(name, moment(at, language));
  const at = (date: Date | null) => (date === null ? words.none : moment(date, language));
  const { fromMinute, toMinute } = blast.window;
  const second = blast.trial?.texts ?? {};
  const all = [...Object.values(blast.texts), ...Object.values(second)];
  const headers = [...new Set(all.map(({ header }) => header))];
  const list = (texts: BlastTexts, label: (script: string) => string) =>
    messageLanguages.flatMap((key): [string, string][] => {
      const body = texts[key]?.body ?? '';
      return body === '' ? [] : [[label(words.script(words.languages[key])), body]];
    });
  return [
    [facts.id, String(blast.id)],
    [facts.status, words.status[blast.status]],
    [facts.channel, words.channels[blast.channel]],
    ...list(blast.texts, (script) => script),
    ...list(second, (script) => `${script}: ${words.trial.names.b}`),
    [
      facts.gateway,
      [blast, ...blast.further].map(({ gateway }) => words.gateways[gateway] ?? gateway).join(', '),
    ],
    ...(blast.channel === 'sms' ? [[facts.header, headers.join(', ')] as [string, string]] : []),
    [facts.shortCode, blast.shortCode ?? '–'],
    [facts.audience, names.audienceName],
    [
      facts.districts,
      blast.districts?.map((id) => districtName(id, context)).join(', ') ?? words.allDistricts,
    ],
    [
      facts.hours,
      fromMinute === 0 && toMinute === 1440
        ? words.allDay
        : words.hours(clockTime(fromMinute), clockTime(toMinute)),
    ],
    ...(blast.parentId === null
      ? []
      : [[facts.parent, words.retryOf(blast.parentId)] as [string, string]]),
    [facts.drafted, by(names.drafterName, blast.createdAt)],
    [facts.submitted, at(blast.submittedAt)],
    [facts.approved, by(names.approverName, blast.approvedAt)],
    [facts.started, at(blast.startedAt)],
    [facts.ended, at(blast.endedAt)],
  ];
}

function totalsTable(all: Figures, { totals }: BlastReportWords): PaperTable {
  const recipients = Object.values(all).reduce((sum, count) => sum + count, 0);
  const sent = countSent(all);
  const row = (name: string, count: number, of: number): Cell[] => [
    name,
    { count },
    { share: of === 0 ? null : count / of },
  ];
  return {
    title: totals.title,
    widths: [0.6, 0.22, 0.18],
    head: totals.head,
    rows: [
      row(totals.recipients, recipients, recipients),
      row(totals.sent, sent, recipients),
      row(totals.delivered, all.delivered, sent),
      row(totals.undelivered, all.undelivered, sent),
      row(totals.awaited, all.accepted, sent),
      row(totals.failed, all.failed, recipients),
      row(totals.unknown, all.unknown, recipients),
      row(totals.skipped, all.skipped, recipients),
      row(totals.waiting, all.planned + all.claimed + all.submitting, recipients),
    ],
  };
}

/** Each segment at the price of its time, and the tests. */
function sumPaise({ blast, figures, testPaise }: BlastFacts): number {
  return computeCosts(blast, figures) + testPaise;
}

function outcomeTable(facts: BlastFacts, { language }: ReportContext): PaperTable {
  const { blast, figures, link, installs, installsUntil } = facts;
  const { outcome } = blastReportWords[language];
  const isCall = blast.channel === 'ivr';
  const isWhatsapp = blast.channel === 'whatsapp';
  const paise = sumPaise(facts);
  const rows: Cell[][] = [
    [
      isCall ? outcome.calls : isWhatsapp ? outcome.messages : outcome.segments,
      { count: figures.segmentsSent },
    ],
    [
      isCall ? outcome.callPrice : isWhatsapp ? outcome.messagePrice : outcome.price,
      { paise: blast.pricePaise },
    ],
    [outcome.cost, { paise }],
  ];
  rows.push(...describeChoices(blast, language));
  rows.push([outcome.scans, { count: link.scans }], [outcome.visitors, { count: link.visitors }]);
  if (isWhatsapp) {
    const { read, blocked } = countWhatsapp(figures.byCode);
    rows.push([outcome.read, { count: read }], [outcome.blocked, { count: blocked }]);
  }
  if (installs !== null && installsUntil !== null) {
    rows.push([outcome.installs(formatDay(installsUntil, language)), { count: installs }]);
  }
  if (link.scans > 0 && paise > 0) {
    rows.push([outcome.perScan, { paise: Math.round(paise / link.scans) }]);
  }
  return {
    title: outcome.title,
    widths: [0.7, 0.3],
    head: outcome.head,
    rows,
  };
}

/** Says what the drafter set, as far as the report has it. */
function describeChoices(blast: Blast, language: 'hi' | 'en'): Cell[][] {
  const values = readDraftFields(blast);
  return draftFieldNames.flatMap((name): Cell[][] => {
    const { reported, type } = draftFieldOf(name);
    const value = values[name] ?? null;
    if (reported === undefined || value === null) return [];
    const term = reported[language === 'hi' ? 0 : 1];
    const figure = Number(value);
    return [[term, type === 'money' ? { paise: figure } : { count: figure }]];
  });
}

function reasonsTable(
  { byCode }: LiveFigures,
  channel: Blast['channel'],
  { language }: ReportContext,
): PaperTable[] {
  const { reasons } = blastReportWords[language];
  // That a message was read is no reason for anything.
  const told = byCode.filter(({ status }) => status !== 'delivered');
  if (told.length === 0) return [];
  const rows = told
    .toSorted((left, right) => right.recipients - left.recipients)
    .map(({ status, code, recipients }): Cell[] => {
      const ownReason = reasons.codes[code];
      return [
        ownReason ?? asSentence(providerCode(code, language) ?? reasons.other),
        ownReason === undefined ? code : '–',
        reasons.statuses[channel][status],
        { count: recipients },
      ];
    });
  return [
    {
      title: reasons.title,
      widths: [0.42, 0.16, 0.25, 0.17],
      head: reasons.head,
      rows,
    },
  ];
}

function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface Counted {
  name: string;
  counts: readonly number[];
  paise?: number;
}

/** A table of counts with their sums below; none where nothing was counted. */
function summedTable(
  { title, head, sum }: { title: string; head: readonly string[]; sum: string },
  widths: number[],
  rows: readonly Counted[],
): PaperTable[] {
  const [first] = rows;
  if (first === undefined) return [];
  const total = (pick: (row: Counted) => number | undefined) =>
    rows.reduce((all, row) => all + (pick(row) ?? 0), 0);
  const sums: Counted = {
    name: sum,
    counts: first.counts.map((_, at) => total(({ counts }) => counts[at])),
    ...(first.paise === undefined ? {} : { paise: total(({ paise }) => paise) }),
  };
  const cells = ({ name, counts, paise }: Counted): Cell[] => [
    name,
    ...counts.map((count) => ({ count })),
    ...(paise === undefined ? [] : [{ paise }]),
  ];
  return [{ title, widths, head, rows: [...rows, sums].map(cells), summed: true }];
}

function partsTable({ blast, figures }: BlastFacts, { language }: ReportContext): PaperTable[] {
  const words = blastReportWords[language];
  const rows = countParts(blast, figures).map(
    ({ gateway, stoppedBy, recipients, paise, ...part }) => {
      const own = part.figures ?? emptyFigures();
      const name = words.gateways[gateway] ?? gateway;
      return {
        name: stoppedBy === null ? name : words.parts.stopped(name, stoppedBy),
        counts: [recipients, countSent(own), own.delivered, own.failed + own.undelivered],
        paise,
      };
    },
  );
  return summedTable(words.parts, [0.3, 0.14, 0.14, 0.14, 0.12, 0.16], rows);
}

function daysTable(days: readonly DayFigures[], { language }: ReportContext): PaperTable[] {
  const rows = days.map(({ day, sent, failed }) => ({
    name: formatDay(day, language),
    counts: [sent, failed],
  }));
  return summedTable(blastReportWords[language].days, [0.5, 0.25, 0.25], rows);
}

function districtsTable(
  byDistrict: BlastFacts['byDistrict'],
  context: ReportContext,
): PaperTable[] {
  const words = blastReportWords[context.language].districts;
  const rows = byDistrict
    .map(({ district, figures }) => ({
      name: district === null ? words.unknown : districtName(district, context),
      counts: countDistrict(figures),
    }))
    .sort((left, right) => (right.counts[0] ?? 0) - (left.counts[0] ?? 0));
  return summedTable(words, [0.25, 0.16, 0.15, 0.14, 0.13, 0.17], rows);
}

function operatorsTable(
  byOperator: BlastFacts['byOperator'],
  { language }: ReportContext,
): PaperTable[] {
  const { title, head } = operatorFigureWords[language];
  if (byOperator.length === 0) return [];
  const rows = byOperator.map((row): Cell[] => [
    operatorName(row, language),
    { count: row.sent },
    { count: row.delivered },
    { share: row.delivered / row.sent },
    formatDelay(row.medianSeconds, language),
    formatDelay(row.slowSeconds, language),
  ]);
  return [{ title, widths: [0.32, 0.14, 0.14, 0.1, 0.15, 0.15], head, rows }];
}

/** Both texts of a trial, and how far apart they are. */
function trialTable({ trial, blast }: BlastFacts, { language }: ReportContext): PaperTable[] {
  const words = blastReportWords[language].trial;
  if (trial === null) return [];
  const { difference } = trial;
  const rows = trial.texts.map(({ text, sent, people, clicks, installs }): Cell[] => [
    words.names[text],
    { count: sent },
    { count: people },
    { share: clicks?.share ?? null },
    clicks === null ? '–' : formatInterval(clicks),
    installs === null ? '–' : { count: installs },
  ]);
  if (difference !== null) {
    const { difference: share } = difference;
    rows.push([words.difference, '–', '–', { share }, formatInterval(difference), '–']);
  }
  if (blast.trialChoice !== null) {
    rows.push([words.rest, words.names[blast.trialChoice], '–', '–', '–', '–']);
  }
  return [
    { title: words.title, widths: [0.26, 0.16, 0.14, 0.12, 0.2, 0.12], head: words.head, rows },
  ];
}

/** Recipients, sent, delivered, failed, and what is left: waiting, unknown, left out. */
function countDistrict(figures: Figures): number[] {
  const recipients = Object.values(figures).reduce((sum, count) => sum + count, 0);
  const failed = figures.failed + figures.undelivered;
  const other = recipients - figures.accepted - figures.delivered - failed;
  return [recipients, countSent(figures), figures.delivered, failed, other];
}

function districtName(id: string, { districts, language }: ReportContext): string {
  const district = districts.find((entry) => entry.id === id);
  if (district === undefined) return id;
  return pickName(district, language);
}

/** A moment as it is written in Asia/Kolkata. */
function moment(date: Date, language: 'hi' | 'en'): string {
  return blastReportWords[language].moment(formatDay(toDay(date), language), toTime(date));
}
