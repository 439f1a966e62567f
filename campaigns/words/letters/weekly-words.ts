const hi = {
  subject: (app: string, today: string) => `${app}: साप्ताहिक आँकड़े, ${today}`,
  opening: (outreach: string, today: string) => `${outreach} की ${today} की स्थिति:`,
  unknown: 'ज्ञात नहीं',
  downloads: 'डाउनलोड',
  upTo: (count: string, day: string) => `${count} (${day} तक)`,
  goal: 'लक्ष्य',
  daysLeft: (count: string, days: number) => `${count}; ${days} दिन शेष`,
  needed: 'प्रतिदिन आवश्यक',
  now: 'प्रतिदिन वर्तमान (7 दिन)',
  boards: 'बोर्ड दर्ज',
  ofStations: (up: string, stations: string) => `${up} / ${stations}`,
  verified: 'सत्यापित बोर्ड',
  scans: 'स्कैन (इंस्टॉल नहीं), 7 दिन',
  late: 'जिन जनपदों में बोर्ड पीछे हैं:',
  more: (count: string) => `और ${count} जनपद`,
  open: 'प्रगति देखें',
};
const en: typeof hi = {
  subject: (app, today) => `${app}: weekly figures, ${today}`,
  opening: (outreach, today) => `How the ${outreach} stands on ${today}:`,
  unknown: 'not known',
  downloads: 'Downloads',
  upTo: (count, day) => `${count} (up to ${day})`,
  goal: 'Goal',
  daysLeft: (count, days) => `${count}; ${days} ${days === 1 ? 'day' : 'days'} left`,
  needed: 'Needed a day',
  now: 'Now a day (7 days)',
  boards: 'Boards reported',
  ofStations: (up, stations) => `${up} of ${stations}`,
  verified: 'Boards verified',
  scans: 'Scans (not installs) in 7 days',
  late: 'Districts whose boards are behind:',
  more: (count) => `and ${count} more`,
  open: 'See the progress',
};

/** Figures of the week to HQ. */
export const weeklyWords = { hi, en };
