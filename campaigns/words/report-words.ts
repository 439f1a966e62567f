/** Why a store's report or a figure was not taken. */
export const unreadableReport = {
  hi: 'रिपोर्ट पढ़ी नहीं जा सकी; कुछ भी दर्ज नहीं हुआ',
  en: 'The report could not be read; nothing was stored',
};
export const wrongFigure = {
  hi: 'प्रविष्टि में कोई मान सही नहीं है',
  en: 'A value of the entry is wrong',
};
export const noSuchReport = { hi: 'यह रिपोर्ट नहीं मिली', en: 'There is no such report' };
