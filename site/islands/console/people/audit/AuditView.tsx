import { useState } from 'react';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import {
  type AuditNames,
  auditChanges,
  auditSentence,
} from '../../../../../campaigns/words/audit-text.ts';
import { auditThings } from '../../../../../campaigns/words/audit-things.ts';
import { plural } from '../../../../../campaigns/words/plural.ts';
import type {
  AuditEntry,
  AuditVerdict,
} from '../../../../../messaging/people/accounts/audit-routes.ts';
import { inEachLanguage } from '../../../../i18n/own-language.ts';
import { Form } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole, useDistrictName } from '../../ui/console-context.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Fold, Strong } from '../../ui/lines.tsx';
import { Pager } from '../../ui/list/ListBar.tsx';
import {
  Await,
  Button,
  ErrorNotice,
  List,
  Outcome,
  SelectField,
  TextField,
} from '../../ui/parts.tsx';
import { useAction, useLoad } from '../../ui/use-service.ts';
import { useWide } from '../../ui/use-wide.ts';

const pageRows = 50;

/** The audit log as sentences, the latest first: filtered by person, office, thing and day, searched, checked, saved as CSV. */
export function AuditView() {
  const { words } = useConsole(auditWordsIn);
  const [filters, setFilters] = useState<AuditFilters>({});
  const [page, setPage] = useState(1);
  const query = { ...filters, offset: (page - 1) * pageRows, limit: pageRows };
  const { state, reload } = useLoad('GET /api/audit', { query });
  const count = useLoad('GET /api/audit/count', { query: filters }).state;
  const found = count.kind === 'loaded' ? count.value.count : 0;
  const filter = (next: AuditFilters) => {
    setFilters(next);
    setPage(1);
    void reload();
  };
  return (
    <div className="audit">
      <div className="audit-asked">
        <AuditFilterForm onFilter={filter} />
        <p>
          <a
            className="button quiet"
            href={makeAddress('GET /api/audit/export.csv', { query: filters })}
            download="audit.csv"
          >
            {Object.keys(filters).length === 0 ? words.csv : words.csvOfThese}
          </a>
        </p>
        <Verify />
      </div>
      <div>
        <Await state={state} retry={reload}>
          {(entries) => (
            <>
              <List of={entries} as="ol" className="activities" none={words.none}>
                {(entry) => <AuditFacts entry={entry} />}
              </List>
              <Pager page={page} pageRows={pageRows} found={found} onPage={setPage} />
            </>
          )}
        </Await>
      </div>
    </div>
  );
}

function AuditFacts({ entry }: { entry: AuditEntry }) {
  const { format } = useConsole();
  const auditWords = useConsole(auditWordsIn).words;
  const names = useAuditNames(entry.actorRole);
  const nameDistrict = useDistrictName();
  const { id, at, actorName, actorRole, district } = entry;
  const changes = auditChanges(entry, names);
  const details = [`${auditWords.number} ${id}`, format.moment(at)];
  if (actorName !== '') details.push(names.nameOfRole(actorRole) ?? '');
  if (district !== null) details.push(nameDistrict(district));
  return (
    <>
      <Strong>{auditSentence(entry, names)}</Strong>
      {changes.length > 0 && (
        <List of={changes} className="changes" keyOf={({ field }) => field}>
          {({ field, before, after }) => auditWords.change(field, before, after)}
        </List>
      )}
      <p className="detail">{details.filter((part) => part !== '').join(' · ')}</p>
    </>
  );
}

function nameRange(id: number, toId: number): string {
  return id === toId ? String(id) : `${id}–${toId}`;
}

function Verify() {
  const { service } = useConsole();
  const auditWords = useConsole(auditWordsIn).words;
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const { busy, error, run } = useAction();
  return (
    <div>
      <Button
        look="link"
        disabled={busy}
        onClick={() => run(async () => setVerdict(await service.ask('GET /api/audit/verify')))}
      >
        {auditWords.verify}
      </Button>
      <ErrorNotice error={error} />
      {verdict?.kind === 'whole' && (
        <Outcome tone="good">
          <p>{auditWords.whole(verdict.head.id)}</p>
          <p className="detail">
            <code>
              {verdict.head.id}:{verdict.head.hash}
            </code>
          </p>
        </Outcome>
      )}
      {verdict?.kind === 'broken' && (
        <div className="notice bad" role="alert">
          <Strong>{auditWords.broken(verdict.count)}</Strong>
          <ul>
            {verdict.faults.map(({ kind, id, toId }) => (
              <li key={`${kind}-${id}`}>{auditWords.faults[kind](nameRange(id, toId))}</li>
            ))}
          </ul>
          {verdict.count > verdict.faults.length && (
            <p>{auditWords.moreFaults(verdict.count - verdict.faults.length)}</p>
          )}
        </div>
      )}
    </div>
  );
}

const latestDay = '2099-12-31';
const fields = ['person', 'office', 'thing', 'fromDay', 'toDay', 'search'] as const;
/** Filters of the log; an empty field is not there. */
type AuditFilters = Partial<Record<(typeof fields)[number], string>>;

/** Filters of the audit log: by person, office, thing and day, and a search. */
function AuditFilterForm({ onFilter }: { onFilter: (filters: AuditFilters) => void }) {
  const { words, language } = useConsole();
  const auditWords = useConsole(auditWordsIn).words;
  const wide = useWide();
  const offices = { ...words.people.roles, ...auditWords.others };
  const submit = (form: FormData) => {
    const entries = fields.map((name) => [name, String(form.get(name) ?? '').trim()] as const);
    onFilter(Object.fromEntries(entries.filter(([, text]) => text !== '')));
  };
  const choice = (name: 'office' | 'thing', options: readonly (readonly [string, string])[]) => (
    <SelectField
      label={auditWords[name]}
      name={name}
      defaultValue=""
      options={[['', auditWords.all], ...options]}
    />
  );
  return (
    <Form onSubmit={submit}>
      <TextField
        label={auditWords.search}
        hint={auditWords.searchHint}
        name="search"
        type="search"
      />
      <Fold open={wide} title={auditWords.more}>
        <div className="audit-filters">
          <TextField label={auditWords.person} name="person" type="search" />
          {choice('office', Object.entries(offices))}
          {choice(
            'thing',
            Object.entries(auditThings).map(([noun, name]) => [noun, name[language]] as const),
          )}
          <DayField
            label={auditWords.fromDay}
            name="fromDay"
            given=""
            max={latestDay}
            required={false}
          />
          <DayField
            label={auditWords.toDay}
            name="toDay"
            given=""
            max={latestDay}
            required={false}
          />
        </div>
      </Fold>
      <button type="submit" className="button">
        {auditWords.show}
      </button>
    </Form>
  );
}

/** Words of the audit log, its filters and the check of its chain. */
const auditWordsIn = inEachLanguage({
  person: ['अधिकारी का नाम', 'Officer’s name'],
  office: ['कार्यालय', 'Office'],
  thing: ['विषय', 'About'],
  fromDay: ['इस दिन से', 'From this day'],
  toDay: ['इस दिन तक', 'To this day'],
  search: ['खोजें', 'Search'],
  searchHint: [
    'नाम, ई-मेल, अभ्युक्ति या प्रविष्टि की संख्या',
    'A name, e-mail, remark or an entry’s number',
  ],
  more: ['अधिकारी, कार्यालय, विषय और दिन से छाँटें', 'Filter by officer, office, thing and day'],
  all: ['सभी', 'All'],
  csvOfThese: ['ये प्रविष्टियाँ सहेजें (CSV)', 'Save these entries (CSV)'],
  change: (field: string, before: string | null, after: string | null) => [
    before === null
      ? `${field}: ‘${after}’`
      : after === null
        ? `${field}: ‘${before}’ हटाया गया`
        : `${field}: ‘${before}’ से ‘${after}’`,
    before === null
      ? `${field}: ‘${after}’`
      : after === null
        ? `${field}: ‘${before}’ taken out`
        : `${field}: from ‘${before}’ to ‘${after}’`,
  ],

  show: ['दिखाएँ', 'Show'],
  csv: ['पूरा अभिलेख सहेजें (CSV)', 'Save the whole log (CSV)'],
  none: ['इस विषय की कोई प्रविष्टि नहीं है।', 'There is no entry about this.'],
  number: ['क्रमांक', 'No.'],
  verify: ['अभिलेख की शृंखला जाँचें', 'Check the chain of the log'],
  whole: (count: number) => [
    `शृंखला पूरी है: ${count} ${plural.hi(count, 'प्रविष्टि', 'प्रविष्टियाँ')}, कोई बदली या हटाई नहीं गई।`,
    `The chain is whole: ${count} ${plural.en(count, 'entry', 'entries')}, none changed or removed.`,
  ],
  broken: (count: number) => [
    `शृंखला ${count} जगह टूटी है। मुख्यालय को तुरंत बताएँ।`,
    `The chain is broken at ${count} ${plural.en(count, 'place', 'places')}. Tell HQ at once.`,
  ],
  faults: {
    changed: (numbers: string) => [`क्रमांक ${numbers}: बदली गई`, `No. ${numbers}: changed`],
    missing: (numbers: string) => [`क्रमांक ${numbers}: हटाई गई`, `No. ${numbers}: removed`],
    'cut-off': (numbers: string) => [
      `क्रमांक ${numbers}: अंत से हटाई गई`,
      `No. ${numbers}: removed from the end`,
    ],
  },
  moreFaults: (count: number) => [
    `और ${count} जगह।`,
    `And at ${count} more ${plural.en(count, 'place', 'places')}.`,
  ],
  others: {
    service: ['सेवा स्वयं', 'the service itself'],
    'command-line': ['सर्वर पर आदेश', 'a command on the server'],
    citizen: ['बिना साइन इन', 'not signed in'],
    vendor: ['छपाई वेंडर (लिंक से)', 'a printer by a vendor link'],
  },
});

/** The names of which the log's sentences are made; `actorRole` says who acts where nobody has a name. */
function useAuditNames(actorRole: string): AuditNames {
  const { words, language, districts, areas: own } = useConsole();
  const others: Readonly<Record<string, string>> = auditWordsIn(language).others;
  const roles: Readonly<Record<string, string>> = { ...words.people.roles, ...others };
  const areas: Readonly<Record<string, { hi: string; en: string }>> = {
    ...own.ranges,
    ...own.zones,
  };
  return {
    language,
    nobody: others[actorRole] ?? actorRole,
    nameOfRole: (role) => roles[role],
    nameOfArea(id) {
      const district = districts.find((known) => known.id === id);
      if (district !== undefined) return pickName(district, language);
      return areas[id]?.[language];
    },
  };
}
