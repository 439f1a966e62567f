import { useState } from 'react';
import type { Audience } from '../../../../../messaging/phone/audiences/audiences-schemas.ts';
import { AskForm } from '../../ui/AskForm.tsx';
import { useConsole, useDistrictName, useMay } from '../../ui/console-context.ts';
import { readText } from '../../ui/form-text.ts';
import { useAsked } from '../../ui/in-address.ts';
import { ListBar, MoreRows } from '../../ui/list/ListBar.tsx';
import { type ListSpec, useList } from '../../ui/list/use-list.ts';
import { Await, Button, Facts, List, Section, TextField } from '../../ui/parts.tsx';
import { useLoad } from '../../ui/use-service.ts';
import { whatsappWordsIn } from '../whatsapp-words.ts';
import { AudienceUpload, Rejects } from './AudienceUpload.tsx';
import { audiencesPath } from './blast-paths.ts';
import { blastWordsIn } from './blast-words.ts';

import { listWordsIn } from './list-words.ts';
import { SegmentTable } from './WhoGetsIt.tsx';

/** Lists of numbers: a new one, all that are kept, or one of them (`?id=3`). */
export function AudiencesView() {
  const id = Number(useAsked().get('id'));
  return id > 0 ? <AudiencePage id={id} /> : <AudienceLists />;
}

function AudienceLists() {
  const { words } = useConsole(listWordsIn);
  const may = useMay();
  const { state, reload } = useLoad('GET /api/audiences');
  const mayUpload = may('blast.draft');
  return (
    <Await state={state} retry={reload}>
      {(audiences) => (
        <>
          {mayUpload && <Upload first={audiences.length === 0} onStored={reload} />}
          <Section id="lists" title={words.audience.lists}>
            {audiences.length === 0 ? (
              <p className="notice plain">{words.audience.none}</p>
            ) : (
              <AudienceRows audiences={audiences} />
            )}
          </Section>
        </>
      )}
    </Await>
  );
}

/** The lists themselves; what is long is searched by name. */
function AudienceRows({ audiences }: { audiences: readonly Audience[] }) {
  const { language, words, format } = useConsole(blastWordsIn);
  const listWords = listWordsIn(language);
  const list = useList(audiences, listSpec);
  return (
    <>
      <ListBar list={list} filters={[]} />
      <List of={list.shown} className="blast-rows">
        {(audience) => (
          <>
            <div>
              <h3>
                <a className="name" href={`${audiencesPath(language)}?id=${audience.id}`}>
                  {audience.name}
                </a>{' '}
                {audience.excluding && <span className="tag">{words.leaveOut.excludingTag}</span>}
              </h3>
              <p className="detail">{listWords.audience.kept(format.day(audience.retainUntil))}</p>
            </div>
            <Counts audience={audience} />
          </>
        )}
      </List>
      <MoreRows list={list} />
    </>
  );
}

const listSpec: ListSpec<Audience> = {
  texts: ({ name, source }) => [name, source],
  filters: {},
  sorts: {},
  sort: '',
  upward: [],
  pageRows: 20,
};

/** Open at once for the first list; later behind a button, so that the lists come first. */
function Upload({ first, onStored }: { first: boolean; onStored: () => void }) {
  const { words } = useConsole(listWordsIn);
  const days = useLoad('GET /api/gateways');
  const [open, setOpen] = useState(first);
  if (!open) {
    return (
      <p className="row">
        <Button look="button" onClick={() => setOpen(true)}>
          {words.upload.title}
        </Button>
      </p>
    );
  }
  return (
    <Section id="upload" title={words.upload.title}>
      <p>{words.upload.lead}</p>
      <Await state={days.state} retry={days.reload}>
        {({ today }) => <AudienceUpload today={today} onStored={onStored} />}
      </Await>
    </Section>
  );
}

function Counts({ audience }: { audience: Audience }) {
  const { words, format } = useConsole(listWordsIn);
  const rejected = Object.values(audience.rejects).reduce((sum, count) => sum + count, 0);
  const count = format.number;
  return (
    <Facts
      facts={[
        [words.audience.members, count(audience.members)],
        [words.audience.dnd, count(audience.dnd)],
        [words.audience.rejected, count(rejected)],
        audience.stations > 0 && [words.audience.stations, count(audience.stations)],
      ]}
    />
  );
}

function AudiencePage({ id }: { id: number }) {
  const { language, words, format } = useConsole(blastWordsIn);
  const listWords = listWordsIn(language);
  const nameDistrict = useDistrictName();
  const { state, reload } = useLoad('GET /api/audiences/:id', { params: { id } });
  const back = (
    <p className="row">
      <a href={audiencesPath(language)}>{listWords.audience.back}</a>
    </p>
  );
  return (
    <>
      {back}
      <Await state={state} retry={reload}>
        {({ audience, segments }) => (
          <article className="blast">
            <h2>
              {audience.name}{' '}
              {audience.excluding && <span className="tag">{words.leaveOut.excludingTag}</span>}
            </h2>
            <p className="headline">
              <strong>{format.number(audience.members)}</strong>{' '}
              {listWords.audience.headline(format.number(audience.rowsRead))}
            </p>
            <Facts
              className="facts"
              facts={[
                [listWords.audience.source, audience.source],
                [listWords.audience.basis, listWords.audience.bases[audience.consentBasis]],
                ...(audience.consentTemplate === null
                  ? []
                  : [[listWords.audience.consentTemplate, audience.consentTemplate] as const]),
                [listWords.audience.owner, nameDistrict(audience.district ?? '')],
                [listWords.audience.until, format.day(audience.retainUntil)],
                [
                  listWords.audience.dnd,
                  `${format.number(audience.dnd)} (${listWords.audience.dndHint})`,
                ],
                [listWords.audience.stations, format.number(audience.stations)],
              ]}
            />
            {segments.length > 0 && <SegmentTable segments={segments} />}
            <OptInForm audience={audience} />
            <Section id="rejects" title={listWords.rejects.title} level="h3">
              <Rejects audience={audience} />
            </Section>
          </article>
        )}
      </Await>
    </>
  );
}

/** Notes that those on a list with explicit consent have agreed to WhatsApp too. */
function OptInForm({ audience }: { audience: Audience }) {
  const { language, service, format } = useConsole();
  const words = whatsappWordsIn(language).optIn;
  const may = useMay();
  if (audience.consentBasis !== 'explicit-consent' || audience.excluding) return null;
  if (!may('blast.draft')) return null;
  const record = async (fields: FormData) => {
    const answer = await service.ask('POST /api/audiences/:id/whatsapp-opt-in', {
      params: { id: audience.id },
      body: { source: readText(fields, 'source'), givenOn: readText(fields, 'givenOn') },
    });
    return answer.recorded;
  };
  return (
    <Section id="opt-in" title={words.title} level="h3">
      <p>{words.lead}</p>
      <AskForm
        button={words.record}
        send={record}
        outcome={(recorded) => <p role="status">{words.recorded(format.number(recorded))}</p>}
      >
        <TextField label={words.source} name="source" required maxLength={500} />
        <TextField label={words.day} name="givenOn" type="date" required />
      </AskForm>
    </Section>
  );
}
