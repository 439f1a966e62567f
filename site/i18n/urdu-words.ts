const months = [
  'جنوری',
  'فروری',
  'مارچ',
  'اپریل',
  'مئی',
  'جون',
  'جولائی',
  'اگست',
  'ستمبر',
  'اکتوبر',
  'نومبر',
  'دسمبر',
];

/** Words of the citizens' page in Urdu beside the campaign's own; like those they wait for a native reader. */
export const urduWords = {
  title: (app: string, headline: string) => `${app} ایپ حاصل کریں: ${headline}`,
  description:
    'ای ایف آئی آر، کیریکٹر سرٹیفکیٹ، کرایہ دار کی تصدیق اور پولیس کی دیگر خدمات آپ کے موبائل پر۔',
  skip: 'سیدھے مضمون پر جائیں',
  emblem: 'اتر پردیش پولیس کا نشان',
  languages: 'دوسری زبانیں',
  draft: 'مسودہ: یہ اردو متن ابھی کسی اردو داں نے نہیں جانچا ہے۔',
  play: 'Google Play سے ایپ لیں',
  appStore: 'App Store سے ایپ لیں',
  portal: 'بغیر ایپ کے: شہری پورٹل کھولیں',
  servicesLead: (count: number) =>
    `موبائل نمبر سے رجسٹر کر کے ان ${count} سروسز میں سے کوئی بھی منتخب کریں۔`,
  fee: (rupees: number) => `فیس ${rupees} روپے`,
  openStore: 'اوپر کے بٹن سے ایپ اسٹور کھولیں',
  honest: 'پہلے یہ جان لیں',
  helpLead: 'ہنگامی حالت میں ایپ نہ کھولیں، فون کریں۔',
  call: (number: string) => `${number} پر فون کریں`,
  qr: 'موبائل کے کیمرے سے اسکین کریں',
  qrAlt: (app: string) => `کیو آر کوڈ جو ${app} ایپ کے صفحے پر لے جاتا ہے`,
  updated: 'تازہ کاری',
  /** A calendar day YYYY-MM-DD: 25 نومبر 2026 */
  day: (day: string) => {
    const [year, month, date] = day.split('-').map(Number);
    return `${date} ${months[(month ?? 1) - 1]} ${year}`;
  },
} as const;
