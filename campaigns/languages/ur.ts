import type { LanguageFacts } from './language-facts.ts';

export const ur = {
  name: { own: 'اردو', hi: 'उर्दू', en: 'Urdu' },
  script: 'Arabic',
  locale: 'ur-IN-u-nu-latn',
  openGraph: 'ur_IN',
  months: [
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
  ],
  zero: '۰',
  stationWord: { before: 'تھانہ' },
  nameSheet: ['کام', 'تھانہ', 'اردو نام', 'انگریزی نام', 'قسم', 'نوٹ'],
  nameActions: { rename: 'نام بدلیں', checked: 'درست' },
  begun: {
    stamp: 'نمائشی نمونہ',
    notice: 'نمائشی نمونہ: معلومات کی تصدیق باقی',
    open: 'ابھی طے نہیں',
  },
} as const satisfies LanguageFacts;
