import type { Bilingual } from '../bilingual.ts';

/** Why an installation stops everything but scans and public pages, in one sentence with the commands that lead out. */
export type DatabaseFault =
  /** The data folder notes an installation, and there is no database or one without tables. */
  | { kind: 'gone'; noted: NotedInstallation | null }
  | { kind: 'other'; noted: NotedInstallation; found: { id: string | null; entries: number } }
  /** The same installation, without entries that were noted. */
  | { kind: 'fewer'; noted: NotedInstallation; found: { entries: number } }
  | { kind: 'unreadable-note'; path: string }
  /** The embedded database lacks the file that says its version, and nothing else. */
  | { kind: 'no-version'; folder: string; version: string }
  /** `folder` of the embedded database; null for PostgreSQL, of which nobody knows here where it lies. */
  | { kind: 'damaged'; folder: string | null; why: string }
  | { kind: 'unprepared'; why: string }
  /** One of folder and database is of practice: the database, or else the folder. */
  | { kind: 'practice'; practice: boolean };

export interface NotedInstallation {
  id: string;
  entries: number;
}

const stopped: Bilingual = {
  hi: 'स्कैन और सार्वजनिक पृष्ठ चल रहे हैं, शेष सब रुका है',
  en: 'Scans and public pages go on, everything else is stopped',
};
const waysOut: Bilingual = {
  hi: 'बैकअप को खाली डेटाबेस में लौटाएँ: up-cop-outreach restore FOLDER, या इसी डेटाबेस से आगे बढ़ें: up-cop-outreach accept-database',
  en: 'Put a backup into an empty database by up-cop-outreach restore FOLDER, or take this database on by up-cop-outreach accept-database',
};

export function databaseSentence(fault: DatabaseFault): Bilingual {
  const { why, out } = faultWords(fault);
  return {
    hi: `${stopped.hi}: ${why.hi}। ${out.hi}`,
    en: `${stopped.en}: ${why.en}. ${out.en}`,
  };
}

/** The same sentence for answers over the network: without paths, and without the words of the database. */
export function openDatabaseSentence(fault: DatabaseFault): Bilingual {
  if (['gone', 'other', 'fewer', 'practice'].includes(fault.kind)) return databaseSentence(fault);
  return {
    hi: `${stopped.hi}। सर्वर पर देखें क्या करना है: up-cop-outreach doctor`,
    en: `${stopped.en}. On the server up-cop-outreach doctor says what to do`,
  };
}

/** The noted and the found one, in no language. */
export function faultDetail(fault: DatabaseFault): string {
  const name = ({ id, entries }: { id: string | null; entries: number }) =>
    `${shortId(id)} ${entries}`;
  switch (fault.kind) {
    case 'gone':
      return `${fault.noted === null ? '?' : name(fault.noted)} ≠ 0`;
    case 'other':
      return `${name(fault.noted)} ≠ ${name(fault.found)}`;
    case 'fewer':
      return `${name(fault.noted)} ≠ ${fault.found.entries}`;
    case 'unreadable-note':
      return fault.path;
    case 'no-version':
      return `${fault.folder}/PG_VERSION`;
    case 'practice':
      return fault.practice ? 'practice' : 'DATA_DIR/practice';
    default:
      return fault.why;
  }
}

function faultWords(fault: DatabaseFault): { why: Bilingual; out: Bilingual } {
  switch (fault.kind) {
    case 'gone': {
      const { hi, en } = notedWords(fault.noted);
      return {
        why: { hi: `${hi}, पर डेटाबेस खाली है`, en: `${en}, but the database is empty` },
        out: waysOut,
      };
    }
    case 'other': {
      const { hi, en } = notedWords(fault.noted);
      const { id, entries } = fault.found;
      const name = id === null ? { hi: 'बिना नाम का', en: 'one without a name' } : undefined;
      return {
        why: {
          hi: `${hi}, पर डेटाबेस ${name?.hi ?? `${shortId(id)} का`} है, ${entries} अभिलेख-प्रविष्टियाँ`,
          en: `${en}, but the database is ${name?.en ?? `that of ${shortId(id)}`} with ${entries} audit entries`,
        },
        out: waysOut,
      };
    }
    case 'fewer': {
      const { hi, en } = notedWords(fault.noted);
      const { entries } = fault.found;
      return {
        why: {
          hi: `${hi}, पर उसी इंस्टॉलेशन के डेटाबेस में इनमें से कुछ नहीं हैं (वहाँ ${entries})`,
          en: `${en}, but the database of the same installation lacks some of them (${entries} there)`,
        },
        out: waysOut,
      };
    }
    case 'unreadable-note':
      return {
        why: {
          hi: `${fault.path} पढ़ी नहीं जा सकी, इसलिए पता नहीं कि डेटाबेस इसी का है या नहीं`,
          en: `${fault.path} cannot be read, so that nobody knows whether the database is the right one`,
        },
        out: waysOut,
      };
    case 'no-version': {
      const command = `echo ${fault.version} > ${fault.folder}/PG_VERSION`;
      return {
        why: {
          hi: `${fault.folder} में फ़ाइल PG_VERSION नहीं है, शेष डेटाबेस है`,
          en: `the file PG_VERSION is missing in ${fault.folder}, the rest of the database is there`,
        },
        out: { hi: `उसे फिर रखें: ${command}`, en: `Put it back by ${command}` },
      };
    }
    case 'damaged': {
      const { folder, why } = fault;
      const command = `mv ${folder} ${folder}.damaged`;
      const away =
        folder === null
          ? { hi: 'DATABASE_URL में खाली डेटाबेस लिखें', en: 'Name an empty database in DATABASE_URL' }
          : { hi: `उसे अलग रखें: ${command}`, en: `Move it away by ${command}` };
      return {
        why: { hi: `डेटाबेस क्षतिग्रस्त है (${why})`, en: `the database is damaged (${why})` },
        out: {
          hi: `सेवा रोकें। ${away.hi}। फिर: ${waysOut.hi}`,
          en: `Stop the service. ${away.en}. Then: ${waysOut.en}`,
        },
      };
    }
    case 'practice':
      return {
        why: fault.practice
          ? {
              hi: 'यह डेटाबेस अभ्यास का है और इस डेटा-फ़ोल्डर में असली नहीं बनता',
              en: 'the database is one of practice and never becomes that of this data folder',
            }
          : {
              hi: 'डेटा-फ़ोल्डर अभ्यास का है, पर डेटाबेस असली है',
              en: 'the data folder is one of practice, but the database is a real one',
            },
        out: {
          hi: 'DATA_DIR या DATABASE_URL ठीक करें; अभ्यास: up-cop-outreach sample',
          en: 'Put DATA_DIR or DATABASE_URL right; practice is started by up-cop-outreach sample',
        },
      };
    case 'unprepared':
      return {
        why: {
          hi: `डेटाबेस तैयार नहीं हो सका (${fault.why})`,
          en: `the database could not be prepared (${fault.why})`,
        },
        out: {
          hi: 'देखें क्या करना है: up-cop-outreach doctor',
          en: 'up-cop-outreach doctor says what to do',
        },
      };
  }
}

function notedWords(noted: NotedInstallation | null): Bilingual {
  if (noted === null)
    return { hi: 'डेटा-फ़ोल्डर पहले से चल रहा है', en: 'the data folder has been in use before' };
  const { id, entries } = noted;
  return {
    hi: `डेटा-फ़ोल्डर इंस्टॉलेशन ${shortId(id)} का है, ${entries} अभिलेख-प्रविष्टियाँ`,
    en: `the data folder is that of installation ${shortId(id)} with ${entries} audit entries`,
  };
}

/** As much of an id as tells two apart. */
export function shortId(id: string | null): string {
  return id?.slice(0, 8) ?? '–';
}
