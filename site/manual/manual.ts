import type { Bilingual } from '../../campaigns/bilingual.ts';
import type { ManualPage, Task } from './task.ts';
import { districtTasks } from './tasks/district.ts';
import { hqTasks } from './tasks/hq.ts';
import { adminTasks, branchTasks, proDgpTasks, vendorTasks } from './tasks/others.ts';
import { zoneTasks } from './tasks/zone.ts';

/** The first task of everybody who has an account. */
const signInTask: Task = {
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

/** The manual for officers: who reads each page, and the tasks on it. */
export const manual: Readonly<Record<ManualPage, Bilingual & { tasks: readonly Task[] }>> = {
  district: {
    hi: 'जनपद के जनसंपर्क अधिकारी (PRO)',
    en: 'Public relations officer of a district',
    tasks: [signInTask, ...districtTasks],
  },
  zone: { hi: 'परिक्षेत्र और जोन', en: 'Range and zone', tasks: [signInTask, ...zoneTasks] },
  hq: {
    hi: 'मुख्यालय के नोडल अधिकारी',
    en: 'Nodal officer at headquarters',
    tasks: [signInTask, ...hqTasks],
  },
  'pro-dgp': { hi: 'DGP के जनसंपर्क अधिकारी', en: 'PRO to DGP', tasks: [signInTask, ...proDgpTasks] },
  branch: {
    hi: 'मुख्यालय की शाखा',
    en: 'Branch of headquarters',
    tasks: [signInTask, ...branchTasks],
  },
  admin: { hi: 'खाता प्रशासक', en: 'Account administrator', tasks: [signInTask, ...adminTasks] },
  vendor: { hi: 'छपाई करने वाला वेंडर', en: 'Vendor who prints', tasks: vendorTasks },
};
