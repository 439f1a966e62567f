import { formatCount, formatDayShort } from '../numbers.ts';
import type { Day } from '../tracker/clock.ts';

interface ReminderFacts {
  goal: { endsOn: Day };
  today: Day;
  /** Figures that are made up say so. */
  sample: boolean;
  districts: readonly { name: string; stations: number; up: number; left: number }[];
}

/** The reminder to districts whose boards are late, as the office writes it; plain text, to be copied or printed. */
export function reminderLetter({ goal, today, sample, districts }: ReminderFacts): string {
  const rows = districts.map(
    ({ name, stations, up, left }, index) =>
      `${index + 1}. ${name}: थाने ${formatCount(stations)}, बोर्ड लगे ${formatCount(up)}, शेष ${formatCount(left)}`,
  );
  return [
    ...(sample ? ['नमूना – ये आँकड़े वास्तविक नहीं हैं', ''] : []),
    'स्मरण पत्र',
    `दिनांक: ${formatDayShort(today)}`,
    '',
    'विषय: थानों पर UP COP ऐप के 8×5 फुट के बोर्ड लगवाये जाने के सम्बन्ध में।',
    '',
    `कृपया पुलिस महानिदेशक, उ०प्र० की बैठक दिनांक 27.03.2019 के कार्यवृत्त के बिन्दु 1 का सन्दर्भ ग्रहण करें। दिनांक ${formatDayShort(today)} तक निम्न जनपदों में बोर्ड लगवाये जाने की प्रगति अपेक्षा से कम है:`,
    '',
    ...rows,
    '',
    `अतः अनुरोध है कि शेष थानों पर बोर्ड दिनांक ${formatDayShort(goal.endsOn)} तक लगवाकर उनकी फोटो विभागीय पोर्टल पर उपलब्ध करायें।`,
    '',
    'अपर पुलिस महानिदेशक, तकनीकी सेवायें, उ०प्र०',
  ].join('\n');
}
