import { pairs } from '../pairs.ts';

/** The e-mail that reminds a district of its boards. */
export const reminderWords = pairs({
  subject: (district: string, missing: string) => [
    `स्मरण: जनपद ${district} के ${missing} थानों के बोर्ड शेष`,
    `Reminder: boards of ${missing} stations of ${district} district are left`,
  ],
  opening: ({
    app,
    district,
    today,
    stations,
    up,
  }: {
    app: string;
    district: string;
    today: string;
    stations: string;
    up: string;
  }) => [
    `${today} तक जनपद ${district} के ${stations} थानों में से ${up} में ${app} का बोर्ड लगना दर्ज है।`,
    `Up to ${today}, ${up} of ${stations} stations of ${district} district report ${app}’s board.`,
  ],
  stations: ['थाने', 'Stations'],
  up: ['बोर्ड दर्ज', 'Boards reported'],
  missing: ['शेष', 'Left'],
  lastDay: ['अंतिम दिनांक', 'Last day'],
  daysLeft: (days: number) => [`${days} दिन शेष`, `${days} ${days === 1 ? 'day' : 'days'} left`],
  request: [
    'कृपया शेष थानों में बोर्ड लगवाकर फ़ोटो दर्ज कराएँ। जहाँ बोर्ड लग चुका है, वहाँ केवल फ़ोटो दर्ज करना शेष है।',
    'Please have the boards put up at the other stations and enter their photos. Where a board is up already, only its photo is left to enter.',
  ],
  open: ['शेष थाने देखें', 'See the stations that are left'],
});
