import type { Bilingual } from '../bilingual.ts';

interface CheckWords {
  name: Bilingual;
  /** Sentences by the finding's code: how to fix it, or why there is nothing to do; `{}` is what was found. */
  says: Readonly<Record<string, Bilingual>>;
}

/** Checks of an installation, in the order of the table, and what each may say. */
export const doctorWords = {
  address: {
    name: { hi: 'साइट का पता', en: 'Address' },
    says: {
      local: {
        hi: '{} केवल इसी मशीन पर खुलता है: PUBLIC_URL में वह पता लिखें जो लोग खोलते हैं।',
        en: '{} opens on this machine only: set PUBLIC_URL to the address that people open.',
      },
      plain: {
        hi: '{} बिना https है: nginx में प्रमाणपत्र लगाएँ और PUBLIC_URL को https:// से शुरू करें।',
        en: '{} is without https: give nginx a certificate and begin PUBLIC_URL with https://.',
      },
      unreachable: {
        hi: 'PUBLIC_URL पर यह सेवा उत्तर नहीं देती ({}): DNS, nginx और सेवा देखें।',
        en: 'This service does not answer at PUBLIC_URL ({}): look at DNS, nginx and the service.',
      },
    },
  },
  certificate: {
    name: { hi: 'प्रमाणपत्र', en: 'Certificate' },
    says: {
      plain: { hi: '{} बिना https है।', en: '{} is without https.' },
      unreachable: {
        hi: 'TLS नहीं खुलता ({}): nginx और पोर्ट देखें।',
        en: 'No TLS there ({}): look at nginx and the port.',
      },
      untrusted: {
        hi: 'ब्राउज़र इस प्रमाणपत्र को नहीं मानेंगे ({}): पूरी शृंखला के साथ नया लगाएँ।',
        en: 'Browsers do not trust it ({}): install one with its whole chain.',
      },
      ends: {
        hi: 'प्रमाणपत्र {} में समाप्त होता है: अभी नया लगाएँ।',
        en: 'It ends in {}: renew it now.',
      },
    },
  },
  'printed-host': {
    name: { hi: 'छपे QR कोड का पता', en: 'Printed host' },
    says: {
      unconfirmed: {
        hi: '{} की पुष्टि नहीं हुई: स्टूडियो में होस्ट की पुष्टि होने तक कुछ न छापें।',
        en: '{} is not confirmed: print nothing until the studio has confirmed the host.',
      },
      unreachable: {
        hi: 'छपे कोड खुलते नहीं ({}): होस्ट का DNS, प्रमाणपत्र और nginx देखें।',
        en: 'Printed codes do not open ({}): look at the host’s DNS, certificate and nginx.',
      },
      other: {
        hi: 'वह होस्ट कोड को आगे नहीं भेजता ({}): उसे /Q… इस सेवा को देना है।',
        en: 'That host does not redirect codes ({}): it has to hand /Q… to this service.',
      },
    },
  },
  'app-store': {
    name: { hi: 'App Store के इंस्टॉल', en: 'Installs by the App Store' },
    says: {
      'no-provider': {
        hi: 'iPhone के इंस्टॉल किसी जनपद में नहीं गिने जाते: campaign.yaml में appStoreProvider (App Store Connect का pt) लिखें।',
        en: 'No install on an iPhone is counted for a district: set appStoreProvider (App Store Connect’s pt) in campaign.yaml.',
      },
      'no-ios': {
        hi: 'इस अभियान में iPhone का ऐप नहीं है।',
        en: 'This campaign has no app for iPhones.',
      },
    },
  },
  'store-reports': {
    name: { hi: 'स्टोर की रिपोर्टें', en: 'Reports of the stores' },
    says: {
      none: {
        hi: 'कोई खाता नहीं दिया गया: मुख्यालय रिपोर्टें स्वयं डालता है।',
        en: 'No account is set: headquarters uploads the reports.',
      },
      waits: {
        hi: 'पहली बार सेवा शुरू होने के एक मिनट बाद माँगी जाएँगी।',
        en: 'They are fetched for the first time a minute after the start.',
      },
      failed: {
        hi: 'नहीं मिलीं ({}): खाते, उसके अधिकार और नेटवर्क देखें।',
        en: 'They were not given ({}): look at the account, its rights and the network.',
      },
      old: {
        hi: '{} के बाद नहीं माँगी गईं: सेवा का लॉग देखें।',
        en: 'They were last fetched on {}: look at the service’s log.',
      },
    },
  },
  callbacks: {
    name: { hi: 'गेटवे की रसीदों का पता', en: 'Callbacks' },
    says: {
      none: { hi: 'कोई गेटवे यहाँ नहीं बुलाता।', en: 'No gateway calls here.' },
      local: {
        hi: 'गेटवे {} तक नहीं पहुँच सकता: PUBLIC_URL में सार्वजनिक पता लिखें।',
        en: 'The gateway cannot reach {}: set PUBLIC_URL to a public address.',
      },
      other: {
        hi: 'रसीदों के पते पर यह सेवा उत्तर नहीं देती ({}): nginx में /webhooks/ देखें।',
        en: 'Something else answers where receipts go ({}): look at /webhooks/ in nginx.',
      },
    },
  },
  clock: {
    name: { hi: 'घड़ी', en: 'Clock' },
    says: {
      off: {
        hi: 'घड़ियाँ अलग चलती हैं ({}): हर मशीन पर समय NTP से मिलाएँ।',
        en: 'The clocks differ ({}): keep the time of each machine by NTP.',
      },
    },
  },
  database: {
    name: { hi: 'डेटाबेस', en: 'Database' },
    says: {
      embedded: {
        hi: 'सेवा के भीतर का डेटाबेस ({}): परखने के लिए ठीक; चलाने के लिए DATABASE_URL लिखें।',
        en: 'Embedded in the service ({}): enough to try it; set DATABASE_URL to run it.',
      },
      away: {
        hi: 'डेटाबेस नहीं खुलता ({}): PostgreSQL और DATABASE_URL देखें।',
        en: 'It does not open ({}): look at PostgreSQL and DATABASE_URL.',
      },
      old: {
        hi: '{} पुराना है: PostgreSQL 15 या नया चाहिए।',
        en: '{} is too old: PostgreSQL 15 or newer is needed.',
      },
      empty: {
        hi: 'खाली है: सेवा के पहली बार चलने पर तालिकाएँ बनेंगी।',
        en: 'It is empty: the first start of the service makes its tables.',
      },
      behind: {
        hi: '{} बदलाव शेष हैं: सेवा फिर चलाएँ, वह पहले बैकअप बनाती है।',
        en: '{} migrations wait: restart the service, which makes a backup before.',
      },
      damaged: {
        hi: 'फ़ाइलें क्षतिग्रस्त हैं ({}): सेवा रोकें, DATA_DIR/postgres को अलग रखें और up-cop-outreach restore से बैकअप लौटाएँ।',
        en: 'Its files are damaged ({}): stop the service, move DATA_DIR/postgres away and put a backup back by up-cop-outreach restore.',
      },
      newer: {
        hi: 'डेटाबेस नए संस्करण का है ({}): वही संस्करण लगाएँ।',
        en: 'It belongs to a newer version ({}): install that one.',
      },
    },
  },
  installation: {
    name: { hi: 'डेटाबेस किसका है', en: 'Whose database' },
    says: {
      other: {
        hi: 'डेटा-फ़ोल्डर में जो डेटाबेस दर्ज है, यह वह नहीं ({}): up-cop-outreach restore से बैकअप लौटाएँ, या up-cop-outreach accept-database से इसी से आगे बढ़ें।',
        en: 'It is not the one that the data folder notes ({}): put a backup back by up-cop-outreach restore, or go on with this one by up-cop-outreach accept-database.',
      },
      new: {
        hi: 'अब तक कोई डेटाबेस दर्ज नहीं: सेवा के पहली बार चलने पर होगा।',
        en: 'No database is noted yet: the first start of the service does it.',
      },
    },
  },
  fsync: {
    name: { hi: 'बिजली जाने पर डेटाबेस', en: 'Database in a power cut' },
    says: {
      off: {
        hi: '{} बंद है: postgresql.conf में चालू करें, नहीं तो बिजली जाने पर डेटा जाएगा।',
        en: '{} is off: turn it on in postgresql.conf, else a power cut loses data.',
      },
      embedded: { hi: 'भीतर का डेटाबेस।', en: 'Embedded database.' },
    },
  },
  'audit-log': {
    name: { hi: 'परिवर्तन-अभिलेख', en: 'Audit log' },
    says: {
      broken: {
        hi: 'शृंखला टूटी है ({}): किसी ने प्रविष्टि बदली या हटाई। verify-audit चलाएँ और जाँच कराएँ।',
        en: 'The chain is broken ({}): somebody changed or removed an entry. Run verify-audit and inquire.',
      },
    },
  },
  redis: {
    name: { hi: 'Redis', en: 'Redis' },
    says: {
      stopped: {
        hi: 'सेवा का अपना Redis अभी नहीं चल रहा।',
        en: 'The service’s own Redis is not running now.',
      },
      away: {
        hi: 'उत्तर नहीं मिलता ({}): Redis और REDIS_URL देखें।',
        en: 'No answer ({}): look at Redis and REDIS_URL.',
      },
      forgets: {
        hi: 'कुछ भी डिस्क पर नहीं लिखता: redis.conf में save या appendonly चालू करें।',
        en: 'It writes nothing to the disk: turn on save or appendonly in redis.conf.',
      },
      failed: {
        hi: 'पिछली बार डिस्क पर नहीं लिख सका: उसकी डिस्क और लॉग देखें।',
        en: 'It could not write to the disk last time: look at its disk and log.',
      },
      old: {
        hi: '{} पुराना है: Redis 6 या नया चाहिए।',
        en: '{} is too old: Redis 6 or newer is needed.',
      },
    },
  },
  'redis-memory': {
    name: { hi: 'Redis की स्मृति', en: 'Memory of Redis' },
    says: {
      stopped: { hi: 'Redis अभी नहीं पूछा जा सका।', en: 'Redis could not be asked.' },
      evicts: {
        hi: 'maxmemory-policy {} है, कार्य चुपचाप मिटेंगे: noeviction करें।',
        en: 'maxmemory-policy is {}, which drops jobs silently: set noeviction.',
      },
    },
  },
  disk: {
    name: { hi: 'डिस्क', en: 'Disk' },
    says: {
      full: { hi: 'केवल {} खाली है: जगह बनाएँ।', en: 'Only {} is free: make room.' },
    },
  },
  inodes: {
    name: { hi: 'डिस्क पर फ़ाइलों की संख्या', en: 'Inodes' },
    says: {
      full: {
        hi: 'केवल {} और फ़ाइलें बन सकती हैं: पुरानी हटाएँ या बड़ी डिस्क लगाएँ।',
        en: 'Only {} more files fit: delete old ones or take a larger disk.',
      },
    },
  },
  store: {
    name: { hi: 'फ़ाइलों का भंडार', en: 'Object store' },
    says: {
      folder: { hi: 'फ़ाइलें DATA_DIR में रहती हैं।', en: 'Files lie in DATA_DIR.' },
      away: {
        hi: 'न लिख सका न पढ़ सका ({}): FILES_URL, AWS_ACCESS_KEY_ID और अनुमति देखें।',
        en: 'Could not write and read ({}): look at FILES_URL, AWS_ACCESS_KEY_ID and its rights.',
      },
    },
  },
  fonts: {
    name: { hi: 'फ़ॉन्ट', en: 'Fonts' },
    says: {
      missing: {
        hi: '{} नहीं है: npm run setup फिर चलाएँ।',
        en: '{} is missing: run npm run setup again.',
      },
    },
  },
  ffmpeg: {
    name: { hi: 'ffmpeg', en: 'ffmpeg' },
    says: {
      missing: {
        hi: 'नहीं है, रिकॉर्डिंग और फ़िल्म नहीं बनेंगी: apt install ffmpeg',
        en: 'Missing, so no recordings and no film: apt install ffmpeg',
      },
    },
  },
  gateways: {
    name: { hi: 'गेटवे', en: 'Gateways' },
    says: {
      none: {
        hi: 'कोई नहीं: संदेश इसी मशीन के अभ्यास-गेटवे में जाते हैं, किसी फ़ोन पर नहीं।',
        en: 'None: messages go to the emulator on this machine and reach nobody.',
      },
      down: {
        hi: 'उत्तर नहीं या पहचान अस्वीकार ({}): .env में उसके खाते और पता देखें।',
        en: 'No answer, or not let in ({}): look at its account and address in the settings.',
      },
    },
  },
  whatsapp: {
    name: { hi: 'WhatsApp', en: 'WhatsApp' },
    says: {
      none: {
        hi: 'कोई गेटवे नहीं: TWILIO_WHATSAPP_FROM या META_ के मान दें।',
        en: 'No gateway: set TWILIO_WHATSAPP_FROM or the variables of META_.',
      },
      'no-templates': {
        hi: 'अभियान में टेंपलेट नहीं: messages.yaml का whatsapp भरें।',
        en: 'The campaign has no templates: fill in whatsapp of messages.yaml.',
      },
      unapproved: {
        hi: 'ये टेंपलेट स्वीकृत नहीं, इनसे कुछ नहीं जाएगा: {}',
        en: 'These templates are not approved, and nothing goes by them: {}',
      },
      red: {
        hi: 'WhatsApp हमारे नंबर की गुणवत्ता लाल बताता है ({}): प्रसारण रुक जाते हैं।',
        en: 'WhatsApp rates the quality of our number red ({}): blasts stop.',
      },
    },
  },
  mail: {
    name: { hi: 'ई-मेल', en: 'Mail' },
    says: {
      none: {
        hi: 'SMTP_URL नहीं है: पत्र भेजे नहीं जाते, सर्वर के DATA_DIR में रखे जाते हैं।',
        en: 'SMTP_URL is not set: letters lie in DATA_DIR/outbox.',
      },
      down: {
        hi: 'मेल-सर्वर नहीं लेता ({}): SMTP_URL देखें।',
        en: 'The mail server lets nobody in ({}): look at SMTP_URL.',
      },
    },
  },
  backup: {
    name: { hi: 'पिछला बैकअप', en: 'Last backup' },
    says: {
      none: {
        hi: 'कभी नहीं बना: up-cop-outreach-backup.timer चालू करें।',
        en: 'Never made: turn up-cop-outreach-backup.timer on.',
      },
      old: {
        hi: '{} का है: up-cop-outreach-backup.timer और उसका लॉग देखें।',
        en: 'It is of {}: look at up-cop-outreach-backup.timer and its log.',
      },
      smaller: {
        hi: 'जितना होना चाहिए उससे कम है ({}): पुराने बैकअप न हटाएँ, देखें कि क्या गया।',
        en: 'It is less than it should be ({}): delete no older one, and find out what is gone.',
      },
    },
  },
  passphrase: {
    name: { hi: 'बैकअप का कूट-वाक्य', en: 'Passphrase of backups' },
    says: {
      none: {
        hi: 'बैकअप बिना कूट के है: BACKUP_PASSPHRASE लिखें।',
        en: 'Backups can be read by anybody: set BACKUP_PASSPHRASE.',
      },
    },
  },
  drill: {
    name: { hi: 'पिछला पुनर्स्थापना-अभ्यास', en: 'Last drill' },
    says: {
      none: {
        hi: 'कभी नहीं हुआ: up-cop-outreach restore-drill चलाएँ।',
        en: 'Never held: run up-cop-outreach restore-drill.',
      },
      old: {
        hi: '{} का है: up-cop-outreach restore-drill चलाएँ।',
        en: 'It is of {}: run up-cop-outreach restore-drill.',
      },
      failed: {
        hi: 'बैकअप पूरा नहीं निकला ({}): नया बनाएँ और अभ्यास दोहराएँ।',
        en: 'The backup was not whole ({}): make a new one and drill again.',
      },
    },
  },
  workers: {
    name: { hi: 'भेजने वाली प्रक्रियाएँ', en: 'Workers' },
    says: {
      none: {
        hi: 'कोई नहीं भेज रहा: WORKER=on करें या up-cop-outreach worker चलाएँ।',
        en: 'Nothing sends: set WORKER=on, or run up-cop-outreach worker.',
      },
    },
  },
  versions: {
    name: { hi: 'संस्करण', en: 'Versions' },
    says: {
      differ: {
        hi: 'मशीनों पर अलग संस्करण हैं ({}): सब पर एक ही लगाएँ।',
        en: 'Machines run different ones ({}): bring all to the same.',
      },
    },
  },
  'open-files': {
    name: { hi: 'खुली फ़ाइलों की सीमा', en: 'Open files' },
    says: {
      low: {
        hi: 'सीमा {} है: सेवा की इकाई में LimitNOFILE=65536 करें।',
        en: 'The limit is {}: set LimitNOFILE=65536 in the unit.',
      },
    },
  },
  permissions: {
    name: { hi: 'DATA_DIR की अनुमति', en: 'Permissions of DATA_DIR' },
    says: {
      open: {
        hi: 'दूसरे भी पढ़ सकते हैं: {}। सेवा फिर चलाएँ, या chmod go= करें।',
        en: 'Others can read {}: restart the service, or chmod go= them.',
      },
    },
  },
  settings: {
    name: { hi: 'सेटिंग', en: 'Settings' },
    says: {
      unknown: {
        hi: 'इन्हें कोई नहीं पढ़ता: {}। नाम .env.example से मिलाएँ।',
        en: 'Nobody reads {}: compare the names with .env.example.',
      },
    },
  },
} as const satisfies Record<string, CheckWords>;

export type DoctorCheck = keyof typeof doctorWords;
export const doctorChecks = Object.keys(doctorWords) as DoctorCheck[];

/** Findings that any row may have. */
const ofAll: Readonly<Record<string, Bilingual>> = {
  unchecked: { hi: 'यह जाँच नहीं हो सकी: {}', en: 'This could not be checked: {}' },
  unstarted: {
    hi: 'सेवा अब तक नहीं चली है: up-cop-outreach start के बाद यह जाँच होगी।',
    en: 'The service was not started yet: this is checked after up-cop-outreach start.',
  },
};

/** The sentence of a finding, in both languages; null where there is nothing to say. */
export function doctorSentence(
  check: DoctorCheck,
  code: string | null,
  detail: string,
): Bilingual | null {
  if (code === null) return null;
  const says: Readonly<Record<string, Bilingual>> = doctorWords[check].says;
  const { hi, en } = says[code] ?? ofAll[code] ?? { hi: '{}', en: '{}' };
  return { hi: hi.replace('{}', detail), en: en.replace('{}', detail) };
}
