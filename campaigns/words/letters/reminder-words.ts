const hi = {
  subject: (district: string, missing: string) =>
    `स्मरण: जनपद ${district} के ${missing} थानों के बोर्ड शेष`,
  opening: (facts: {
    app: string;
    district: string;
    today: string;
    stations: string;
    up: string;
  }) =>
    `${facts.today} तक जनपद ${facts.district} के ${facts.stations} थानों में से ${facts.up} में ${facts.app} का बोर्ड लगना दर्ज है।`,
  stations: 'थाने',
  up: 'बोर्ड दर्ज',
  missing: 'शेष',
  lastDay: 'अंतिम दिनांक',
  daysLeft: (days: number) => `${days} दिन शेष`,
  request:
    'कृपया शेष थानों में बोर्ड लगवाकर फ़ोटो दर्ज कराएँ। जहाँ बोर्ड लग चुका है, वहाँ केवल फ़ोटो दर्ज करना शेष है।',
  open: 'शेष थाने देखें',
};
const en: typeof hi = {
  subject: (district, missing) =>
    `Reminder: boards of ${missing} stations of ${district} district are left`,
  opening: ({ app, district, today, stations, up }) =>
    `Up to ${today}, ${up} of ${stations} stations of ${district} district report ${app}’s board.`,
  stations: 'Stations',
  up: 'Boards reported',
  missing: 'Left',
  lastDay: 'Last day',
  daysLeft: (days) => `${days} ${days === 1 ? 'day' : 'days'} left`,
  request:
    'Please have the boards put up at the other stations and enter their photos. Where a board is up already, only its photo is left to enter.',
  open: 'See the stations that are left',
};

/** The e-mail that reminds a district of its boards. */
export const reminderWords = { hi, en };
