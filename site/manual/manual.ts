import type { Bilingual } from '../../campaigns/bilingual.ts';
import type { ManualPage, Task } from './task.ts';
import { districtTasks } from './tasks/district.ts';
import { hqTasks } from './tasks/hq.ts';
import { adminTasks, branchTasks, proDgpTasks, vendorTasks } from './tasks/others.ts';
import { signInTask } from './tasks/sign-in.ts';
import { zoneTasks } from './tasks/zone.ts';

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
