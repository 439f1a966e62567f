/** The commands of the program `up-cop-outreach`. Help, manual page and `npm run …` take their words from here. */
export interface Command {
  name: string;
  /** File that Node runs, below the project. */
  script: string;
  /** One line, for the list of all. */
  summary: string;
  /** Operands as the usage line has them: FOLDER, [FOLDER]. */
  operands?: string;
  options?: Readonly<Record<string, Option>>;
  /** Values that options may have, where only the code lists them. */
  choices?: () => Promise<readonly (readonly [option: string, values: string])[]>;
  /** Arguments, and the outcome of such a call. */
  examples: readonly (readonly [args: string, does: string])[];
  /** Arguments that come before those of the call. */
  args?: readonly string[];
  /** Options of Node itself. */
  node?: readonly string[];
}

export interface Option {
  /** Name of its value; an option without one is a switch. */
  value?: string;
  says: string;
}

/** Exit codes of every command. */
export const exitCodes: Readonly<Record<number, string>> = {
  0: 'done',
  1: 'could not be done, or a fault was found; one sentence says which',
  2: 'wrong use: an option, an operand or a name that does not exist',
  130: 'interrupted; what was made by then is kept, and the same call goes on from there',
};

/** Options of several commands: the same words for the same thing. */
const only = { value: 'public|console', says: 'one side of the service, where the two run apart' };
const out = { value: 'FOLDER', says: 'where to write' };
const district = { value: 'ID[,ID…]', says: 'of these districts only' };
const station = { value: 'DISTRICT/ID[,…]', says: 'of these stations only' };
const channel = {
  value: 'NAME[,NAME…]',
  says: 'of these channels instead: film, radio, social, vehicle, newspaper',
};
const keyFile = {
  value: 'FILE',
  says: 'holds the passphrase, where BACKUP_PASSPHRASE does not',
};

const withFiles = { says: 'also what a plain web server hands out: ZIPs, print files' };
const force = { says: 'make again what is there already' };
const plan = { says: 'only list what would be made' };
const json = { says: 'as JSON instead, for programs' };

export const commands: readonly Command[] = [
  {
    name: 'start',
    script: 'assets/deploy/start.ts',
    summary: 'the service, and print kit and site where they are missing or old',
    options: { only },
    examples: [
      ['', 'on http://localhost:8080, all that it keeps in data/'],
      ['--only public', 'scans, site and print files; the officers’ side runs apart'],
    ],
  },
  {
    name: 'serve',
    script: 'messaging/main.ts',
    summary: 'the service alone',
    options: { only },
    examples: [['--only console', 'the officers’ side, with all work in the background']],
  },
  {
    name: 'worker',
    script: 'messaging/worker.ts',
    // Loading its modules leaves 200 MB resident otherwise.
    node: ['--max-semi-space-size=4'],
    summary: 'one more process that sends, on this machine or another',
    examples: [['', 'with DATABASE_URL and REDIS_URL of the service']],
  },
  {
    name: 'receive',
    script: 'messaging/receiver.ts',
    node: ['--max-semi-space-size=4'],
    summary: 'takes receipts onto the disk while no service does; it needs no database',
    examples: [['', 'on RECEIVER_PORT, with the DATA_DIR of the service']],
  },
  {
    name: 'redirect',
    script: 'messaging/redirect.ts',
    summary: 'answers printed codes alone; scans wait on the disk for the service',
    examples: [['', 'on REDIRECT_PORT, with the DATA_DIR of the service']],
  },
  {
    name: 'generate',
    script: 'generator/main.ts',
    summary: 'print files of the stations, or material of the other channels',
    options: {
      district,
      station,
      artwork: { value: 'NAME[,NAME…]', says: 'these artworks only' },
      format: { value: 'NAME[,NAME…]', says: 'these formats only' },
      kinds: { value: 'all|KIND[,KIND…]', says: 'of these kinds of stations; else all but cyber' },
      channel: { ...channel, says: `${channel.says}, all` },
      'with-files': withFiles,
      'contact-sheet': { says: 'also a sheet of the ten longest and ten shortest names' },
      out,
      force,
      plan,
    },
    choices: async () => {
      const { choices } = await import('../../generator/run/options.ts');
      return choices;
    },
    examples: [
      ['--district lucknow', 'one district'],
      ['--station lucknow/hazratganj --format rgb,proof', 'to have it approved and signed'],
      ['--channel radio,social', 'what the whole state shares of these channels'],
    ],
  },
  {
    name: 'film',
    script: 'generator/main.ts',
    args: ['--channel', 'film'],
    summary: 'the film, as `generate --channel film`',
    options: {
      out,
      force,
      plan,
    },
    examples: [['', 'cinema, web and loop versions, below DATA_DIR/print/film']],
  },
  {
    name: 'preflight',
    script: 'generator/preflight/main.ts',
    summary: 'proves press files by a reader of its own',
    operands: '[FOLDER]',
    options: {
      district,
      station,
      channel,
      release: { says: 'what must be settled before printing is a fault, not a warning' },
      dcp: { value: 'FOLDER|ZIP', says: 'instead, the film’s D-cinema package' },
      json,
    },
    examples: [
      ['--release', 'every press file below DATA_DIR/print'],
      ['--dcp data/print/film/up-cop-film-dcp.zip', 'fit for a cinema or not'],
    ],
  },
  {
    name: 'build',
    script: 'site/build.ts',
    summary: 'the static site',
    options: {
      'with-files': withFiles,
      'if-changed': { says: 'only where something that it is made of changed' },
      uncompressed: { says: 'without the packed copies that a server sends' },
    },
    examples: [['--with-files', 'a folder that any web server can hand out']],
  },
  {
    name: 'words',
    script: 'site/words.ts',
    summary: 'a language’s words as one sheet for its translator, out and back',
    operands: 'LANGUAGE',
    options: {
      write: { value: 'FILE', says: 'writes the sheet: Hindi, English, place, longest, draft' },
      read: { value: 'FILE', says: 'takes what is right of a filled one, CSV or XLSX' },
    },
    examples: [
      ['ta --write tamil.csv', 'the sheet with the drafts that there are'],
      ['ta --read tamil.xlsx', 'names each row that is wrong, and why; the others are taken'],
    ],
  },
  {
    name: 'invite',
    script: 'messaging/people/accounts/invite.ts',
    summary: 'makes a one-time link by which an officer opens an account',
    options: {
      role: { value: 'ROLE', says: 'what the officer may do; a wrong one names them all' },
      email: { value: 'NAME@DOMAIN', says: 'the officer’s address' },
      area: { value: 'ID', says: 'district, range or zone, where the role has one' },
    },
    examples: [
      ['--role admin --email you@example.in', 'the first administrator'],
      ['--role district --area lucknow --email sp@example.in', 'the office of a district'],
    ],
  },
  {
    name: 'sample',
    script: 'messaging/front/sample/main.ts',
    summary: 'practice: a campaign in full run at 12.04.2019, apart from everything that is real',
    options: { remove: { says: 'deletes it whole' } },
    examples: [
      ['', 'on http://localhost:8180, all that it keeps in data/practice/'],
      ['--remove', 'deletes its folder with the database in it; what is real is not touched'],
    ],
  },
  {
    name: 'campaign',
    script: 'campaigns/studio/main.ts',
    summary: 'checks, begins or exports a campaign as YAML files',
    operands: 'check FOLDER | new ID | directory FOLDER FILE | export',
    options: {
      out,
      answers: { value: 'FILE', says: 'JSON with the answers that `new` asks for' },
      language: { value: 'hi|gu|…', says: 'own language of the new campaign' },
      app: { value: 'NAME', says: 'name of the app, as it is written' },
      'app-own': { value: 'NAME', says: 'the same in the own language' },
      state: { value: 'NAME', says: 'force or state, in English' },
      'state-own': { value: 'NAME', says: 'the same in the own language' },
      goal: { value: 'NUMBER', says: 'downloads that are to be exceeded' },
      'goal-ends': { value: 'DAY', says: 'last day on which one counts, YYYY-MM-DD' },
      'goal-paper': { value: 'TEXT', says: 'paper that states this goal, in English' },
      'goal-paper-own': { value: 'TEXT', says: 'the same in the own language' },
      directory: { value: 'FILE', says: 'published list of its stations, CSV or XLSX' },
      district: { value: 'NAME', says: 'a first district, in English' },
      'district-own': { value: 'NAME', says: 'the same in the own language' },
      station: { value: 'NAME', says: 'a first police station of it, in English' },
      'station-own': { value: 'NAME', says: 'the same in the own language' },
      hq: { value: 'NAME', says: 'office that leads the campaign, in English' },
      'hq-own': { value: 'NAME', says: 'the same in the own language' },
      motto: { value: 'TEXT', says: 'motto of the force, in English; empty: left out' },
      'motto-own': { value: 'TEXT', says: 'the same in the own language' },
      fee: { value: 'TEXT', says: 'what app or service costs, in English; empty: left out' },
      'fee-own': { value: 'TEXT', says: 'the same in the own language' },
      'help-lines': { value: 'LIST', says: 'as “112, 555 own name/Name”; empty: none' },
      services: { value: 'LIST', says: 'as “own name/Name; own name/Name”; empty: none' },
      'words-only': { says: 'writes the folder and makes no board of it' },
    },
    examples: [
      ['check campaigns/up-cop', 'names every wrong field'],
      ['new bihar-sahayak', 'asks what neither options nor the file say'],
      ['directory campaigns/bihar-sahayak stations.csv', 'adds the stations of a published list'],
      [
        'export --out campaigns/up-cop',
        'what headquarters published, with the DATA_DIR of the service',
      ],
    ],
  },
  {
    name: 'import',
    script: 'messaging/figures/reports/import-main.ts',
    summary: 'reads download reports of the stores and csv files of figures',
    operands: 'FILE…',
    options: { 'dry-run': { says: 'only say what would be stored' } },
    examples: [['--dry-run installs.csv', 'new days, revised days and the total']],
  },
  {
    name: 'backup',
    script: 'messaging/platform/database/backup/back-up-main.ts',
    summary: 'copies database and files while the service runs',
    operands: '[FOLDER]',
    options: {
      'encrypt-to': { value: 'FOLDER', says: 'into this folder, and only encrypted' },
      'key-file': keyFile,
      plain: { says: 'not encrypted, though there is a passphrase' },
      'with-secrets': { says: 'also the secrets of DATA_DIR, where it is encrypted' },
      'keep-days': { value: 'N', says: 'deletes older backups beside it that this one continues' },
    },
    examples: [
      ['', 'into a new folder below DATA_DIR/backups, encrypted where there is a passphrase'],
      ['--encrypt-to /mnt/backups/today --keep-days 30', 'as the timer does each night'],
    ],
  },
  {
    name: 'restore',
    script: 'messaging/platform/database/backup/restore-main.ts',
    summary:
      'puts a backup into an empty database, beside an empty DATA_DIR or that of the installation',
    operands: 'FOLDER',
    options: {
      'key-file': keyFile,
      'with-loss': { says: 'also where audit entries that were noted are missing in it' },
    },
    examples: [['/mnt/backups/2026-08-01 --key-file backup.key', 'an encrypted backup']],
  },
  {
    name: 'restore-drill',
    script: 'messaging/platform/database/backup/restore-drill-main.ts',
    summary: 'restores the last backup beside the running installation, counts, and throws it away',
    operands: '[FOLDER]',
    options: { 'key-file': keyFile },
    examples: [
      ['', 'the backup that was made last; the console says when the last drill was'],
      ['/mnt/backups/2026-08-01 --key-file backup.key', 'another one'],
    ],
  },
  {
    name: 'accept-database',
    script: 'messaging/platform/database/identity/accept-main.ts',
    summary: 'goes on with the database that is there, where it is not the one that DATA_DIR notes',
    examples: [['', 'after the service said that it stopped for another database']],
  },
  {
    name: 'doctor',
    script: 'messaging/front/doctor/main.ts',
    summary: 'one table of what the installation has and lacks, and what to do',
    options: { json },
    examples: [
      ['', 'a row for each check; exit code 1 where something is to be done'],
      ['--json', 'for a program that watches'],
    ],
  },
  {
    name: 'verify-audit',
    script: 'messaging/people/accounts/verify-audit.ts',
    summary: 'proves that no entry of the audit log was changed or taken out',
    operands: '[ID:HASH]',
    examples: [
      ['', 'prints the head: note it outside of this machine'],
      ['1204:4f1c…', 'also that it grew from a head that was noted'],
    ],
  },
];
