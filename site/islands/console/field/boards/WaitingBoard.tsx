import { useEffect, useState } from 'react';
import type { OtherStation } from '../../../../../messaging/field/activities/activities-schemas.ts';
import { entryWordsIn } from '../../../../i18n/entry-words.ts';
import { Form } from '../../ui/AskForm.tsx';
import { makeAddress } from '../../ui/address.ts';
import { useConsole } from '../../ui/console-context.ts';
import { PhotoPicker } from '../../ui/DayField.tsx';
import { readText } from '../../ui/form-text.ts';
import { Fold, Strong } from '../../ui/lines.tsx';
import { type RightPlace, useOutbox } from '../../ui/outbox/outbox.ts';
import type { Refusal, WaitingEntry } from '../../ui/outbox/phone-store.ts';
import { Button, TextField } from '../../ui/parts.tsx';
import { useOnline } from '../../ui/use-online.ts';

interface WaitingBoardProps {
  waiting: WaitingEntry;
  /** The station's name. */
  name: string;
  /** Takes another picture in place of a refused one. */
  onReplace: (photo: File) => void;
}

/** A board that waits on this phone: its progress, or why it was refused and what can be done. */
export function WaitingBoard({ waiting, name, onReplace }: WaitingBoardProps) {
  const { words } = useConsole(entryWordsIn);
  const { outbox, state } = useOutbox();
  const isOnline = useOnline();
  const { key, refusal } = waiting;
  const share = state.sending?.key === key ? state.sending.share : null;
  if (refusal !== null) {
    return <RefusedBoard waiting={waiting} refusal={refusal} name={name} onReplace={onReplace} />;
  }
  return (
    <div className="waiting-board" role="status">
      {share === null ? (
        <>
          <p>
            <span className="state waiting">{words.waits}</span>
          </p>
          <p className="detail">{words[waitsFor(waiting, isOnline)]}</p>
          <div className="row">
            <Button look="link" onClick={outbox.flush}>
              {words.sendNow}
            </Button>
            <Button
              look="link"
              aria-label={words.dropOf(name)}
              onClick={() => void outbox.drop(key)}
            >
              {words.drop}
            </Button>
          </div>
        </>
      ) : (
        <div className="upload">
          <progress max={1} value={share} aria-label={name} />
          <p className="detail">
            {share < 1 ? words.sending(String(Math.round(share * 100))) : words.checking}
          </p>
        </div>
      )}
    </div>
  );
}

/** Words for why an entry waits: for a network, the service, or those before it. */
export function waitsFor({ tries }: WaitingEntry, isOnline: boolean) {
  if (!isOnline) return 'waitsNetwork';
  return tries > 0 ? 'waitsService' : 'waitsTurn';
}

/** Why an entry was refused, and what can be done. */
export function RefusedBoard({
  waiting,
  refusal,
  name,
  onReplace,
}: WaitingBoardProps & { refusal: Refusal }) {
  const { language, words } = useConsole(entryWordsIn);
  const { outbox } = useOutbox();
  const [lacksReason, setLacksReason] = useState(false);
  const there = findRightPlace(waiting);
  const mayAppeal = refusal.code === 'reused' || refusal.code === 'other-station';
  const appeal = (form: FormData) => {
    const reason = readText(form, 'appeal');
    setLacksReason(reason === '');
    if (reason !== '') void outbox.appeal(waiting.key, reason);
  };
  return (
    <div className="notice bad refused-board">
      <Strong>{words.refused}</Strong>
      <p role="alert">{refusal[language]}</p>
      <p>{words.nothingEntered}</p>
      {mayAppeal && <BothPictures waiting={waiting} photo={refusal.body['photo']} />}
      <div className="row">
        {there !== null && (
          <Button look="button" onClick={() => void outbox.move(waiting.key, there)}>
            {words.recordThere(there.name[language])}
          </Button>
        )}
        <PhotoPicker
          label={`${name}: ${words.anotherPhoto}`}
          disabled={false}
          onPick={(photo) => {
            void outbox.drop(waiting.key);
            onReplace(photo);
          }}
        >
          {words.anotherPhoto}
        </PhotoPicker>
        <Button aria-label={words.dropOf(name)} onClick={() => void outbox.drop(waiting.key)}>
          {words.drop}
        </Button>
      </div>
      {mayAppeal && (
        <Fold title={words.appeal}>
          <Form onSubmit={appeal}>
            <TextField
              label={words.appealReason}
              hint={words.appealText}
              error={lacksReason ? words.appealMissing : undefined}
              name="appeal"
              maxLength={500}
            />
            <button type="submit" className="button">
              {words.appeal}
            </button>
          </Form>
        </Fold>
      )}
    </div>
  );
}

/** The station whose board the picture shows, where it is of the same district. */
function findRightPlace({ entry, refusal }: WaitingEntry): RightPlace | null {
  if (refusal?.code !== 'other-station') return null;
  const { place, activity = null, name }: Partial<OtherStation> = refusal.body;
  if (name === undefined || place?.district !== entry.district) return null;
  return { station: place.station, activity, name };
}

/** The officer's picture beside the one that it is said to repeat. */
function BothPictures({ waiting, photo }: { waiting: WaitingEntry; photo: unknown }) {
  const { words } = useConsole(entryWordsIn);
  const address = useBlobAddress(waiting.photo);
  return (
    <div className="both-pictures">
      <figure>
        {address !== null && <img src={address} alt="" />}
        <figcaption>{words.yours}</figcaption>
      </figure>
      {typeof photo === 'string' && (
        <figure>
          <img
            src={makeAddress('GET /api/activities/photos/:sha256', { params: { sha256: photo } })}
            alt=""
          />
          <figcaption>{words.other}</figcaption>
        </figure>
      )}
    </div>
  );
}

function useBlobAddress(blob: Blob): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return address;
}
