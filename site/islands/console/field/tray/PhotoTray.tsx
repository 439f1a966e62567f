import { useState } from 'react';
import type { StationCheck } from '../../../../../campaigns/activities/checklist.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { matches } from '../../../../../campaigns/directory/word-match.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { useConsole } from '../../ui/console-context.ts';
import { PhotoPicker } from '../../ui/DayField.tsx';
import { useOutbox } from '../../ui/outbox/outbox.ts';
import { Button, List, Section, TextField } from '../../ui/parts.tsx';
import { useOnline } from '../../ui/use-online.ts';
import { useStationPath } from '../../ui/views.ts';
import { withPhoto } from '../boards/use-board.ts';
import { OpenReason } from '../boards/Verdict.tsx';
import { RefusedBoard, waitsFor } from '../boards/WaitingBoard.tsx';
import type { TrayPicture, TrayState } from './tray.ts';
import { trayWordsIn } from './tray-words.ts';
import type { Tray } from './use-tray.ts';

interface TrayProps {
  tray: Tray;
  district: string;
  stations: readonly StationCheck[];
}

/** Buttons that put pictures into the tray. */
function TrayPickers({ tray, label, look }: { tray: Tray; label: string; look?: string }) {
  const { words } = useConsole(trayWordsIn);
  const { add, sending } = tray;
  return (
    <>
      <PhotoPicker label={label} disabled={sending} look={look} multiple onPick={add}>
        {label}
      </PhotoPicker>
      <PhotoPicker
        label={words.camera}
        disabled={sending}
        look="button quiet"
        capture="environment"
        onPick={add}
      >
        {words.camera}
      </PhotoPicker>
    </>
  );
}

/** The way into the tray: pictures are chosen, or those that were chosen are shown again. */
export function TrayStart({ tray, onOpen }: { tray: Tray; onOpen: () => void }) {
  const { words, format } = useConsole(trayWordsIn);
  const { length } = tray.pictures;
  return (
    <div className="tray-start">
      {length > 0 ? (
        <Button look="button" onClick={onOpen}>
          {words.open(format.number(length))}
        </Button>
      ) : (
        <p className="row">
          <TrayPickers tray={tray} label={words.pick} />
        </p>
      )}
      <p className="detail">{words.pickText}</p>
    </div>
  );
}

/** All chosen pictures with their stations, and what becomes of each. */
export function PhotoTray({
  tray,
  district,
  stations,
  onList,
}: TrayProps & { onList: () => void }) {
  const { language, words, format } = useConsole(trayWordsIn);
  const { pictures, judged, ready, asking, arrived, sending, send } = tray;
  return (
    <Section id="tray" title={words.title} level="h3" className="tray">
      <p role="status" className="detail">
        {arrived === pictures.length && arrived > 0
          ? words.allSent
          : words.counts(
              format.number(pictures.length),
              format.number(ready),
              format.number(asking),
            )}
      </p>
      <p className="row">
        <TrayPickers tray={tray} label={words.more} look="button quiet" />
        <Button look="link" onClick={onList}>
          {words.list}
        </Button>
      </p>
      {tray.notKept && (
        <p role="alert" className="notice bad">
          {entryWordsIn(language).notKept}
        </p>
      )}
      <List of={pictures} className="board-rows">
        {(picture) => (
          <TrayRow
            picture={picture}
            state={judged.get(picture.id) ?? { kind: 'reading' }}
            tray={tray}
            district={district}
            stations={stations}
          />
        )}
      </List>
      {tray.removed && (
        <p role="status" className="notice plain">
          {words.removed}{' '}
          <Button look="link" onClick={tray.putBack}>
            {words.putBack}
          </Button>
        </p>
      )}
      {ready > 0 && (
        <div className="actions">
          <Button look="button" disabled={sending} onClick={() => void send()}>
            {words.send(format.number(ready))}
          </Button>
        </div>
      )}
    </Section>
  );
}

interface RowProps extends TrayProps {
  picture: TrayPicture;
  state: TrayState;
}

function TrayRow(props: RowProps) {
  const { picture, state, tray } = props;
  const { language, words } = useConsole(trayWordsIn);
  const unknown = state.kind === 'twice' ? words.again : words.unknown;
  const name = 'check' in state ? pickName(state.check, language) : unknown;
  return (
    <div className="tray-row" data-picture={picture.file.name}>
      {picture.thumb === null ? <span className="thumb" /> : <img src={picture.thumb} alt="" />}
      <div>
        <strong>{name}</strong>
        {picture.key === null ? (
          <Unsent {...props} name={name} />
        ) : (
          <Sent {...props} name={name} key={picture.key} />
        )}
      </div>
      {picture.key === null && (
        <Button
          look="link"
          aria-label={words.removeOf(name)}
          disabled={tray.sending}
          onClick={() => tray.remove(picture)}
        >
          {words.remove}
        </Button>
      )}
    </div>
  );
}

function Unsent({ picture, state, tray, stations, name }: RowProps & { name: string }) {
  const { words } = useConsole(trayWordsIn);
  const [changing, setChanging] = useState(false);
  const choose = (station: string) => {
    tray.choose(picture.id, station);
    setChanging(false);
  };
  if (state.kind === 'reading') return <p role="status">{words.reading}</p>;
  if (state.kind === 'twice') return <p className="wrong">{words.twice}</p>;
  if (state.kind === 'asks' || changing)
    return (
      <>
        {state.kind === 'asks' && <p className="wrong">{words.why[state.why]}</p>}
        <StationChoice stations={stations} onChoose={choose} />
      </>
    );
  return (
    <>
      <p className={state.kind === 'ready' ? 'detail' : 'wrong'}>
        {state.kind === 'ready' ? words.ready : words[state.kind](name)}
      </p>
      <Button look="link" aria-label={words.changeOf(name)} onClick={() => setChanging(true)}>
        {words.change}
      </Button>
    </>
  );
}

const mostFound = 5;

/** The station of a picture, by its name; those whose board still needs a picture. */
function StationChoice({
  stations,
  onChoose,
}: Pick<RowProps, 'stations'> & { onChoose: (station: string) => void }) {
  const { language, words } = useConsole(trayWordsIn);
  const [query, setQuery] = useState('');
  const found =
    query.trim() === ''
      ? []
      : stations.filter(
          ({ nameHi, nameEn, status }) =>
            withPhoto.includes(status) && matches(query, [nameHi, nameEn]),
        );
  return (
    <>
      <TextField
        label={words.find}
        type="search"
        autoComplete="off"
        value={query}
        onChange={({ currentTarget }) => setQuery(currentTarget.value)}
      />
      <p className="row">
        {found.slice(0, mostFound).map((check) => (
          <Button
            key={check.station}
            aria-label={words.choose(pickName(check, language))}
            onClick={() => onChoose(check.station)}
          >
            {pickName(check, language)}
          </Button>
        ))}
      </p>
    </>
  );
}

/** A picture that was handed over: on this phone, on its way, or as the service judged it. */
function Sent({ picture, tray, district, name }: RowProps & { name: string }) {
  const { language, words: console } = useConsole();
  const words = trayWordsIn(language);
  const entry = entryWordsIn(language);
  const stationPath = useStationPath();
  const isOnline = useOnline();
  const { state: box } = useOutbox();
  const sent = box.sent.find((each) => each.entry.key === picture.key);
  if (sent !== undefined) {
    const { activity, proof } = sent.answer;
    return (
      <>
        <p>
          <span className={`state ${activity.status}`}>{console.status[activity.status]}</span>
        </p>
        {proof?.kind === 'open' && activity.status !== 'verified' && <OpenReason proof={proof} />}
        <a
          href={stationPath(district, sent.entry.entry.station, 'board')}
          aria-label={words.entryOf(name)}
        >
          {words.entry}
        </a>
      </>
    );
  }
  const waiting = box.waiting.find(({ key }) => key === picture.key);
  if (waiting === undefined) return null;
  if (waiting.refusal !== null)
    return (
      <RefusedBoard
        waiting={waiting}
        refusal={waiting.refusal}
        name={name}
        onReplace={(photo) => {
          tray.remove(picture);
          tray.add(photo);
        }}
      />
    );
  const share = box.sending?.key === picture.key ? box.sending.share : null;
  if (share !== null)
    return (
      <p role="status" className="detail">
        <progress max={1} value={share} aria-label={name} />{' '}
        {share < 1 ? entry.sending(String(Math.round(share * 100))) : entry.checking}
      </p>
    );
  return (
    <>
      <p className="detail">{entry[waitsFor(waiting, isOnline)]}</p>
      <Button
        look="link"
        aria-label={words.unsendOf(name)}
        onClick={() => void tray.unsend(picture)}
      >
        {words.unsend}
      </Button>
    </>
  );
}
