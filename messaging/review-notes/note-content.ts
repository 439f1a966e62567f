import type { Campaign } from '../../campaigns/campaign.ts';
import type { District } from '../../campaigns/directory/station.ts';
import { formatCount, formatDay, formatDayShort, formatShare } from '../../campaigns/numbers.ts';
import type { Measure } from '../../campaigns/tracker/measures.ts';
import type { ProgressFile } from '../../campaigns/tracker/progress-file.ts';
import type { SheetTable } from '../documents/pdf-table.ts';

/** The monthly review note: the same words and figures for DOCX and PDF. */
export interface NoteContent {
  office: string;
  title: string;
  /** Up to which day the figures hold. */
  asOf: string;
  /** Stands in a frame at the head while the figures are made up. */
  sampleNotice: string | null;
  paragraphs: string[];
  tables: SheetTable[];
  annexure: SheetTable;
  signature: string;
  /** ISO time of the figures: the files' own date, so that the same figures give the same file. */
  generatedAt: string;
}

/** What is counted, as office papers name it. */
export const measureNames: Record<Measure, string> = {
  boards: 'बोर्ड',
  'vehicle-boards': 'गाड़ियों पर बोर्ड',
  pamphlets: 'पम्पलेट',
  newspapers: 'पम्पलेट हेतु समाचार-पत्र',
  theatres: 'सिनेमाघर',
  shows: 'प्रदर्शन',
  'fm-spots': 'एफ०एम० प्रसारण',
  'social-posts': 'सोशल मीडिया पोस्ट',
  'news-items': 'प्रकाशित समाचार',
  'newspaper-ads': 'समाचार-पत्रों में विज्ञापन',
  meetings: 'जागरूकता बैठकें',
  messages: 'एसएमएस',
  calls: 'वॉइस कॉल',
};

/** Puts a month's progress into words and tables. */
export function noteContent(
  file: ProgressFile,
  {
    campaign,
    districts,
    month,
  }: { campaign: Campaign; districts: readonly District[]; month: string },
): NoteContent {
  const monthName = formatDay(`${month}-01`, 'hi').replace(/^1 /, '').replace(' ', ', ');
  return {
    office: campaign.copy.owner.hi,
    title: `${campaign.app.name} ऐप के प्रचार-प्रसार की मासिक समीक्षा – माह ${monthName}`,
    asOf: `दिनांक ${formatDayShort(file.today)} तक की स्थिति`,
    sampleNotice: file.sample ? 'नमूना आँकड़े – ये वास्तविक नहीं हैं और केवल प्रारूप दिखाने के लिए हैं।' : null,
    paragraphs: [
      ...goalParagraphs(file, campaign),
      ...boardParagraphs(file, districts),
      ...gapParagraphs(file),
    ],
    tables: [directionTable(file, campaign)],
    annexure: districtTable(file, districts),
    signature: 'अपर पुलिस महानिदेशक, तकनीकी सेवायें, उ०प्र०',
    generatedAt: file.generatedAt,
  };
}

function goalParagraphs(
  { goal, downloads, progress, forecast }: ProgressFile,
  campaign: Campaign,
): string[] {
  const goalText = `दिनांक ${formatDayShort(goal.endsOn)} तक ऐप के कुल डाउनलोड ${formatCount(goal.downloads)} से अधिक किये जाने का लक्ष्य निर्धारित है (${campaign.goal.source.hi})।`;
  if (downloads.kind === 'none' || progress.total === null) {
    return [`${goalText} डाउनलोड के आँकड़े अभी प्राप्त नहीं हुए हैं।`];
  }
  const isFullCount = downloads.basis.kind === 'anchor';
  const counted = isFullCount
    ? `दिनांक ${formatDayShort(downloads.asOf)} तक कुल ${downloads.atLeast ? 'कम से कम ' : ''}${formatCount(progress.total)} डाउनलोड हुए हैं, जो लक्ष्य का ${formatShare(progress.share ?? 0, { fractionDigits: 1 })} है।`
    : `दिनांक ${formatDayShort(downloads.basis.date)} से ${formatDayShort(downloads.asOf)} तक प्राप्त आँकड़ों में ${formatCount(progress.total)} डाउनलोड दर्ज हैं; इससे पूर्व के डाउनलोड इसमें सम्मिलित नहीं हैं।`;
  const paragraphs = [`${goalText} ${counted}`];
  const outlook: string[] = [];
  if (progress.metOn !== null)
    outlook.push(`लक्ष्य दिनांक ${formatDayShort(progress.metOn)} को पूर्ण हुआ।`);
  if (progress.status === 'missed') outlook.push('लक्ष्य नियत तिथि तक पूर्ण नहीं हुआ।');
  if (progress.status === 'ended-unsure')
    outlook.push('नियत तिथि बीत चुकी है; उपलब्ध आँकड़ों से यह निश्चित नहीं है कि लक्ष्य पूर्ण हुआ।');
  if (progress.requiredPerDay !== null) {
    outlook.push(
      `लक्ष्य के लिए शेष अवधि में प्रतिदिन ${formatCount(progress.requiredPerDay)} डाउनलोड आवश्यक हैं।`,
    );
  }
  if (progress.rate7 !== null) {
    outlook.push(`पिछले सात दिनों का औसत ${formatCount(progress.rate7.perDay)} डाउनलोड प्रतिदिन रहा।`);
  }
  if (forecast.kind === 'forecast') {
    outlook.push(
      `वर्तमान गति से लक्ष्य पूर्ण होने की सम्भावना ${formatShare(forecast.probability)} आँकी गयी है।`,
    );
  }
  if (outlook.length > 0) paragraphs.push(outlook.join(' '));
  return paragraphs;
}

function boardParagraphs(
  { boards, districts }: ProgressFile,
  known: readonly District[],
): string[] {
  const share = boards.stations === 0 ? 0 : boards.up / boards.stations;
  const missing = districts
    .map(({ district, boards: own }) => ({ district, left: own.stations - own.up }))
    .filter(({ left }) => left > 0)
    .sort((a, b) => b.left - a.left)
    .slice(0, 5)
    .map(({ district, left }) => `${nameOf(district, known)} (${formatCount(left)})`);
  const most = missing.length > 0 ? ` सबसे अधिक बोर्ड इन जनपदों में शेष हैं: ${missing.join(', ')}।` : '';
  return [
    `प्रदेश के ${formatCount(boards.stations)} थानों में से ${formatCount(boards.up)} (${formatShare(share)}) पर बोर्ड लगाये जाने की सूचना है, जिनमें से ${formatCount(boards.verified)} सत्यापित हैं; ${formatCount(boards.stations - boards.up)} थाने शेष हैं।${most}`,
  ];
}

function gapParagraphs({ downloads }: ProgressFile): string[] {
  if (downloads.kind === 'none' || downloads.gaps.length === 0) return [];
  const gaps = downloads.gaps.map(({ source, first, last }) => {
    const days =
      first === last ? formatDayShort(first) : `${formatDayShort(first)} से ${formatDayShort(last)}`;
    return `${source === 'play' ? 'Google Play' : 'App Store'}: ${days}`;
  });
  return [`इन दिनों की रिपोर्ट प्राप्त नहीं हुई, अतः उनके डाउनलोड सम्मिलित नहीं हैं – ${gaps.join('; ')}।`];
}

function directionTable({ directions }: ProgressFile, campaign: Campaign): SheetTable {
  const rows = campaign.directions.flatMap(({ id, document, title }) => {
    const found = directions.find((direction) => direction.id === id);
    if (found === undefined || found.status === 'not-counted') return [];
    const done = found.counts
      .filter(({ count }) => count > 0)
      .map(({ measure, count, of }) => {
        const full = of === null ? '' : ` / ${formatCount(of)}`;
        return `${measureNames[measure]} ${formatCount(count)}${full}`;
      });
    const name =
      document === 'minutes'
        ? `(${id}) ${title.hi}`
        : `पत्र प्रस्तर-${id.replace(/\D/g, '')}: ${title.hi}`;
    return [[name, done.join('; ') || 'सूचना शून्य', formatCount(found.scans.total)]];
  });
  return {
    title: 'निर्देशवार प्रगति',
    widths: [0.38, 0.46, 0.16],
    head: ['निर्देश', 'की गयी कार्यवाही', 'क्यूआर स्कैन (इंस्टॉल नहीं)'],
    rows,
    counts: [2],
    summed: false,
  };
}

const annexed: readonly Measure[] = ['pamphlets', 'news-items', 'meetings'];

function districtTable(
  { districts, boards, scans }: ProgressFile,
  known: readonly District[],
): SheetTable {
  const sum = (measure: Measure) =>
    districts.reduce((total, { activities }) => total + (activities[measure] ?? 0), 0);
  const districtScans = districts.reduce((total, district) => total + district.scans.total, 0);
  const others = scans.total - districtScans;
  const row = (name: string[], own: ProgressFile['boards'], rest: number[]) => [
    ...name,
    ...[own.stations, own.up, own.verified, own.stations - own.up, ...rest].map((value) =>
      formatCount(value),
    ),
  ];
  return {
    title: 'संलग्नक: जनपदवार विवरण',
    widths: [0.06, 0.18, 0.08, 0.09, 0.1, 0.08, 0.12, 0.1, 0.09, 0.1],
    head: ['क्र०', 'जनपद', 'थाने', 'बोर्ड लगे', 'सत्यापित', 'शेष', 'पम्पलेट', 'समाचार', 'बैठकें', 'स्कैन'],
    rows: [
      ...districts.map(({ district, boards: own, activities, scans: counted }, index) =>
        row([String(index + 1), nameOf(district, known)], own, [
          ...annexed.map((measure) => activities[measure] ?? 0),
          counted.total,
        ]),
      ),
      ...(others > 0
        ? [['', 'राज्य स्तरीय कोड', '–', '–', '–', '–', '–', '–', '–', formatCount(others)]]
        : []),
      row(['', 'योग'], boards, [...annexed.map(sum), scans.total]),
    ],
    counts: [0, 2, 3, 4, 5, 6, 7, 8, 9],
    summed: true,
  };
}

function nameOf(id: string, districts: readonly District[]): string {
  return districts.find((district) => district.id === id)?.nameHi ?? id;
}
