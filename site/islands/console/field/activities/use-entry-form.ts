import { useRef, useState } from 'react';
import type { ActivityDetails } from '../../../../../campaigns/activities/activity.ts';
import {
  type ActivityKind,
  activityForms,
  isDatedByRun,
} from '../../../../../campaigns/activities/activity-kinds.ts';
import { pickName } from '../../../../../campaigns/directory/pick-name.ts';
import { useConsole } from '../../ui/console-context.ts';
import { readFile, readText } from '../../ui/form-text.ts';
import { drawKey } from '../../ui/outbox/draw-key.ts';
import { useLoad } from '../../ui/use-service.ts';
import { useUpload } from '../../ui/use-upload.ts';
import { type BoardOutcome, enterBoard } from '../boards/board-entry.ts';
import { useBoardSending } from '../boards/board-sending.ts';
import { type EntryOutcome, enterActivity } from './activity-entry.ts';
import { readDetails, readPapers } from './entry-form.ts';

/** The last entry, and the consent that the next one takes over from it. */
export type Entered = { consent: ActivityDetails } & (
  | { kind: 'board'; outcome: BoardOutcome; station: string }
  | { kind: 'other'; outcome: EntryOutcome }
);

/** Enters activities of one kind in one district. */
export function useEntryForm({ kind, district }: { kind: ActivityKind; district: string }) {
  const { service, language } = useConsole();
  const { perStation, fields } = activityForms[kind];
  const checklist = useLoad(perStation ? 'GET /api/activities/checklist' : null, {
    query: { district },
  });
  const stations =
    checklist.state.kind === 'loaded' ? (checklist.state.value[0]?.stations ?? []) : [];
  const [entered, setEntered] = useState<Entered | null>(null);
  // A new round empties the fields.
  const [round, setRound] = useState(0);
  const { share, busy, error, upload } = useUpload();
  const sending = useBoardSending();
  // One for each entry: sent again after a lost answer, it is not entered twice.
  const key = useRef(drawKey());

  const readEntry = (form: FormData) => ({
    district,
    remark: readText(form, 'remark'),
    details: readDetails(fields, form),
    ...(!isDatedByRun(kind) && { day: readText(form, 'day') }),
  });
  const readBoard = (form: FormData) => ({
    ...readEntry(form),
    day: readText(form, 'day'),
    station: readText(form, 'station'),
  });
  const enter = async (form: FormData, onShare: (share: number) => void): Promise<Entered> => {
    const consent = pickConsent(readDetails(fields, form));
    if (perStation) {
      const board = readBoard(form);
      const found = stations.find(({ station }) => station === board.station);
      const station = found && pickName(found, language);
      const outcome = await enterBoard(service, board, key.current);
      return { kind: 'board', outcome, station: station ?? '', consent };
    }
    const entry = {
      ...readEntry(form),
      key: key.current,
      kind,
      papers: readPapers(fields, form),
      reason: readText(form, 'reason'),
    };
    return { kind: 'other', outcome: await enterActivity(service, entry, onShare), consent };
  };
  const submit = (form: FormData, element: HTMLFormElement) => {
    const photo = perStation ? readFile(form, 'photo') : null;
    upload(async (onShare) => {
      setEntered(null);
      if (photo === null) {
        setEntered(await enter(form, onShare));
        key.current = drawKey();
        void checklist.reload();
      } else if (!(await sending.send(readBoard(form), photo))) return;
      setRound((last) => last + 1);
      element.reset();
    });
  };
  return { checklist, stations, entered, share, round, busy, error, sending, submit };
}

function pickConsent(details: ActivityDetails): ActivityDetails {
  return Object.fromEntries(Object.entries(details).filter(([name]) => name.startsWith('consent')));
}
