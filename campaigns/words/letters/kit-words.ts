const hi = {
  subject: (app: string, place: string, stations: string) =>
    `${app}: ${place} की मुद्रण सामग्री, ${stations} थाने`,
  opening: (app: string, place: string) =>
    `${place} के सभी थानों के लिए ${app} के बोर्ड (8×5 फ़ुट) और पम्पलेट की मुद्रण फ़ाइलें तैयार हैं। प्रत्येक थाने की फ़ाइल में उस थाने का नाम और क्यूआर कोड है।`,
  stations: 'थाने',
  files: 'फ़ाइलें',
  toCheck: 'मिलान के लिए नाम',
  attached: (station: string) => `संलग्न: प्रारूप के रूप में ${station} का बोर्ड, PDF और JPEG में।`,
  open: 'मुद्रण सामग्री खोलें',
  noDoubt: 'किसी नाम पर संदेह अंकित नहीं है। फिर भी छपाई से पहले नाम थाने के बोर्ड से मिला लें।',
  check: 'छपाई से पहले इन थानों के नाम थाने के बोर्ड से मिलाएँ, फिर पुष्टि करें या सुधारें:',
  more: (count: string) => `और ${count} नाम; पूरी सूची ऊपर के पृष्ठ पर है।`,
  correct: 'नाम देखें और सुधारें',
  photo: 'कृपया बोर्ड लगते ही उसकी फ़ोटो विभागीय पोर्टल पर दर्ज कराएँ।',
};
const en: typeof hi = {
  subject: (app, place, stations) => `${app}: print files for ${place}, ${stations} stations`,
  opening: (app, place) =>
    `The print files of ${app}’s boards (8×5 ft) and pamphlets are ready for every police station of ${place}. Each file carries its own station’s name and QR code.`,
  stations: 'Stations',
  files: 'Files',
  toCheck: 'Names to check',
  attached: (station) => `Attached: the board of ${station} as a draft, in PDF and JPEG.`,
  open: 'Open the print files',
  noDoubt:
    'No name is marked as doubtful. Please compare the names with the stations’ own boards before printing all the same.',
  check:
    'Before printing, please compare these names with the stations’ own boards, and confirm or correct them:',
  more: (count) => `and ${count} more; the page above has them all.`,
  correct: 'See and correct the names',
  photo: 'Please enter a photo of each board in the console as soon as it is up.',
};

/** The letter with which a district gets its print kit. */
export const kitWords = { hi, en };
