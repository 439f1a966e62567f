import type { Bilingual } from '../bilingual.ts';
import type { Role } from '../offices/role.ts';

const noArea = {
  hi: 'खाली: यह दायित्व पूरे प्रदेश का है',
  en: 'nothing: this role is for the whole state',
};
/** The area that a row of a role has to name. */
export const areaWords: Readonly<Record<Role, Bilingual>> = {
  district: { hi: 'जनपद का नाम', en: 'the name of a district' },
  range: { hi: 'परिक्षेत्र का नाम', en: 'the name of a range' },
  zone: { hi: 'जोन का नाम', en: 'the name of a zone' },
  hq: noArea,
  'pro-dgp': noArea,
  branch: { hi: 'मुख्यालय की शाखा का नाम', en: 'the name of a branch of headquarters' },
  admin: noArea,
};

/** Columns of the list, as faults name them. */
export const columnNames = { email: 'ई-मेल', area: 'कार्यालय', role: 'दायित्व' };

/** Expected form of a file of invitations. */
export const fileWords = {
  kind: { hi: 'UTF-8 में CSV, या XLSX', en: 'csv in UTF-8 or xlsx' },
  columns: {
    hi: 'पहली पंक्ति में स्तंभ ई-मेल और कार्यालय',
    en: 'the columns e-mail and office in row 1',
  },
  empty: { hi: 'ई-मेल वाली कम से कम एक पंक्ति', en: 'a row with an e-mail' },
  most: (rows: number): Bilingual => ({ hi: `अधिकतम ${rows} पंक्तियाँ`, en: `at most ${rows} rows` }),
};

/** Why a row cannot be invited. */
export const rowWords = {
  email: { hi: 'ई-मेल पता', en: 'an e-mail address' },
  repeated: (row: number): Bilingual => ({
    hi: `यही ई-मेल पंक्ति ${row} में है`,
    en: `This e-mail stands in row ${row}`,
  }),
  taken: { hi: 'इस ई-मेल का खाता पहले से है', en: 'This e-mail has an account already' },
  invited: {
    hi: 'इस ई-मेल का आमंत्रण खुला है; नया लिंक खुले आमंत्रणों में बनाएँ',
    en: 'An invitation of this e-mail is open; make its new link there',
  },
  role: (names: string): Bilingual => ({ hi: `इनमें से एक: ${names}`, en: `one of ${names}` }),
};
