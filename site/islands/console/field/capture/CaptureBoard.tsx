import type { ReactNode } from 'react';
import { useConsole } from '../../ui/console-context.ts';
import { PhotoPicker } from '../../ui/DayField.tsx';
import { useOutbox } from '../../ui/outbox/outbox.ts';
import { Button } from '../../ui/parts.tsx';
import { useModal } from '../../ui/use-modal.ts';
import { type BoardToSend, useBoardSending } from '../boards/use-board.ts';
import { captureWordsIn } from './capture-words.ts';
import { type CaptureOptions, type Taken, useCapture } from './use-capture.ts';

interface CaptureProps {
  board: BoardToSend;
  /** The station's name. */
  name: string;
  onClose: () => void;
}

/** Live pictures of a station's board, which the outbox sends; a chosen one where there is no camera. */
export function CaptureBoard({ board, name, onClose }: CaptureProps) {
  const { outbox } = useOutbox();
  const keep = ({ near, far, capture, place }: Taken) => {
    const claim = { takenAt: new Date().toISOString(), lon: place?.lon, lat: place?.lat };
    return outbox.addTaken({ activity: null, ...board, ...claim, capture }, { near, far });
  };
  const { district, station } = board;
  return (
    <CaptureDialog district={district} station={station} name={name} keep={keep} onDone={onClose}>
      <NoCamera board={board} name={name} onDone={onClose} />
    </CaptureDialog>
  );
}

/** The camera of this page, over all else. @param children shown where it does not open */
export function CaptureDialog({
  name,
  children,
  ...options
}: CaptureOptions & { name: string; children: ReactNode }) {
  const { words } = useConsole(captureWordsIn);
  const dialog = useModal();
  const capture = useCapture(options);
  const onClose = options.onDone;
  return (
    <dialog ref={dialog} className="capture" aria-label={words.title(name)} onClose={onClose}>
      <div>
        <h2>{words.title(name)}</h2>
        {capture.camera.state === 'none' ? children : <Finder capture={capture} />}
        <Button onClick={onClose}>{words.back}</Button>
      </div>
    </dialog>
  );
}

interface FinderProps {
  capture: ReturnType<typeof useCapture>;
}

function Finder({ capture }: FinderProps) {
  const { words, format } = useConsole(captureWordsIn);
  const { camera, step, saving, mayKeep, setMayKeep, trouble, isReady, isOffline } = capture;
  return (
    <>
      <p className="what" role="status">
        <span className="state">{words.step(format.number(step === 'near' ? 1 : 2))}</span>{' '}
        {camera.state === 'opening' ? words.starting : saving ? words.saving : words[step]}
      </p>
      <div className={`finder ${step}`}>
        <video ref={camera.video} autoPlay muted playsInline onPlaying={camera.onPlaying} />
      </div>
      <div role="alert">
        {trouble !== null && <p className="notice bad">{words[trouble]}</p>}
        {isOffline && <p className="notice plain">{words.noNetwork}</p>}
      </div>
      <button
        type="button"
        className="button shutter"
        disabled={!isReady}
        onClick={() => void capture.press()}
      >
        {step === 'near' ? words.shootNear : words.shootFar}
      </button>
      <label className="check">
        <input
          type="checkbox"
          checked={mayKeep}
          onChange={({ currentTarget }) => setMayKeep(currentTarget.checked)}
        />
        {words.mayKeep}
      </label>
      <TimeAndPlace capture={capture} />
    </>
  );
}

function TimeAndPlace({ capture: { secondsLeft, place } }: FinderProps) {
  const { words, format } = useConsole(captureWordsIn);
  const number = (value: number) => format.number(Math.round(value));
  return (
    <p className="detail">
      {secondsLeft !== null && <>{words.left(number(secondsLeft))} · </>}
      {place === undefined
        ? words.placeAsked
        : place === null
          ? words.noPlace
          : words.place(number(place.accuracyM))}
    </p>
  );
}

interface NoCameraProps {
  board: BoardToSend;
  name: string;
  onDone: () => void;
}

/** A picture from the phone's own camera or its gallery: it proves less. */
function NoCamera({ board, name, onDone }: NoCameraProps) {
  const { words } = useConsole(captureWordsIn);
  const { send, preparing, notKept } = useBoardSending();
  return (
    <>
      <p className="notice plain">{words.noCamera}</p>
      {notKept && (
        <p role="alert" className="notice bad">
          {words.notKept}
        </p>
      )}
      <PhotoPicker
        label={`${name}: ${words.pick}`}
        disabled={preparing}
        onPick={(photo) => void send(board, photo).then((kept) => kept && onDone())}
      >
        {words.pick}
      </PhotoPicker>
    </>
  );
}
