import type { Task } from '../task.ts';

/** The first task of everybody who has an account. */
export const signInTask: Task = {
  id: 'account',
  view: null,
  hi: 'पहली बार साइन इन करें',
  en: 'Sign in for the first time',
  steps: [
    {
      hi: 'आमंत्रण का लिंक खोलें। वह एक ही बार खुलता है।',
      en: 'Open the link of the invitation. It opens once only.',
    },
    {
      hi: '“आपका नाम और पदनाम” और “पासवर्ड” लिखें, फिर “सहेजें” दबाएँ।',
      en: 'Write “Your name and designation” and “Password”, then press “Save”.',
    },
    {
      hi: 'उसी ई-मेल और पासवर्ड से “साइन इन करें”।',
      en: 'Press “Sign in” with that e-mail and password.',
    },
    {
      hi: 'फ़ोन के ऑथेंटिकेटर ऐप से क्यूआर कोड स्कैन करें।',
      en: 'Scan the QR code with the authenticator app of your phone.',
    },
    {
      hi: '“बैकअप कोड सहेजें”। फ़ोन खो जाए तो इनसे साइन इन होगा।',
      en: 'Press “Save the backup codes”. They sign you in if the phone is lost.',
    },
    {
      hi: 'ऐप के छह अंक लिखें और “चालू करें” दबाएँ।',
      en: 'Type the six digits of the app and press “Switch it on”.',
    },
  ],
};
