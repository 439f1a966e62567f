import { pairs } from '../pairs.ts';

/** Figures of the week to HQ. */
export const weeklyWords = pairs({
  subject: (app: string, today: string) => [
    `${app}: साप्ताहिक आँकड़े, ${today}`,
    `${app}: weekly figures, ${today}`,
  ],
  opening: (outreach: string, today: string) => [
    `${outreach} की ${today} की स्थिति:`,
    `How the ${outreach} stands on ${today}:`,
  ],
  unknown: ['ज्ञात नहीं', 'not known'],
  downloads: ['डाउनलोड', 'Downloads'],
  upTo: (count: string, day: string) => [`${count} (${day} तक)`, `${count} (up to ${day})`],
  goal: ['लक्ष्य', 'Goal'],
  daysLeft: (count: string, days: number) => [
    `${count}; ${days} दिन शेष`,
    `${count}; ${days} ${days === 1 ? 'day' : 'days'} left`,
  ],
  needed: ['प्रतिदिन आवश्यक', 'Needed a day'],
  now: ['प्रतिदिन वर्तमान (7 दिन)', 'Now a day (7 days)'],
  boards: ['बोर्ड दर्ज', 'Boards reported'],
  ofStations: (up: string, stations: string) => [`${up} / ${stations}`, `${up} of ${stations}`],
  verified: ['सत्यापित बोर्ड', 'Boards verified'],
  scans: ['स्कैन (इंस्टॉल नहीं), 7 दिन', 'Scans (not installs) in 7 days'],
  late: ['जिन जनपदों में बोर्ड पीछे हैं:', 'Districts whose boards are behind:'],
  more: (count: string) => [`और ${count} जनपद`, `and ${count} more`],
  auditHead: (day: string) => [`परिवर्तन-अभिलेख का अंत, ${day}`, `End of the audit log on ${day}`],
  headCode: ['परिवर्तन-अभिलेख का अंत, QR कोड में', 'End of the audit log as a QR code'],
  open: ['प्रगति देखें', 'See the progress'],
});
