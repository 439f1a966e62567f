import { pairs } from '../pairs.ts';

/** The letter with which a district gets its print kit. */
export const kitWords = pairs({
  subject: (app: string, place: string, stations: string) => [
    `${app}: ${place} की मुद्रण सामग्री, ${stations} थाने`,
    `${app}: print files for ${place}, ${stations} stations`,
  ],
  opening: (app: string, place: string) => [
    `${place} के सभी थानों के लिए ${app} के बोर्ड (8×5 फ़ुट) और पम्पलेट की मुद्रण फ़ाइलें तैयार हैं। प्रत्येक थाने की फ़ाइल में उस थाने का नाम और क्यूआर कोड है।`,
    `The print files of ${app}’s boards (8×5 ft) and pamphlets are ready for every police station of ${place}. Each file carries its own station’s name and QR code.`,
  ],
  stations: ['थाने', 'Stations'],
  files: ['फ़ाइलें', 'Files'],
  toCheck: ['मिलान के लिए नाम', 'Names to check'],
  attached: (station: string) => [
    `संलग्न: प्रारूप के रूप में ${station} का बोर्ड, PDF और JPEG में।`,
    `Attached: the board of ${station} as a draft, in PDF and JPEG.`,
  ],
  open: ['मुद्रण सामग्री खोलें', 'Open the print files'],
  noDoubt: [
    'किसी नाम पर संदेह अंकित नहीं है। फिर भी छपाई से पहले नाम थाने के बोर्ड से मिला लें।',
    'No name is marked as doubtful. Please compare the names with the stations’ own boards before printing all the same.',
  ],
  check: [
    'छपाई से पहले इन थानों के नाम थाने के बोर्ड से मिलाएँ, फिर पुष्टि करें या सुधारें:',
    'Before printing, please compare these names with the stations’ own boards, and confirm or correct them:',
  ],
  more: (count: string) => [
    `और ${count} नाम; पूरी सूची ऊपर के पृष्ठ पर है।`,
    `and ${count} more; the page above has them all.`,
  ],
  correct: ['नाम देखें और सुधारें', 'See and correct the names'],
  photo: [
    'कृपया बोर्ड लगते ही उसकी फ़ोटो विभागीय पोर्टल पर दर्ज कराएँ।',
    'Please enter a photo of each board in the console as soon as it is up.',
  ],
});
