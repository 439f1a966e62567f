import { useState } from 'react';
import type { OverrideAction } from '../../../../../campaigns/directory/override-table.ts';
import type { StationKind } from '../../../../../campaigns/directory/station.ts';
import type {
  NameReportView,
  StationView,
} from '../../../../../messaging/field/stations/stations-schemas.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { isHeld } from '../../ui/Effect.tsx';
import type { Service } from '../../ui/service.ts';
import type { Undo } from '../../ui/UndoLine.tsx';
import { useAction } from '../../ui/use-service.ts';

export interface EditorProps {
  district: string;
  /** null for one that is added. */
  station: StationView | null;
  removed: boolean;
  reports: readonly NameReportView[];
  /** Called after each change with the station that it concerns; resolves when the list is read again. */
  onSaved: (station: string | null, undo?: Undo) => Promise<void>;
  /** Reads the list again. */
  onReload: () => Promise<void>;
}

interface Names {
  nameHi: string;
  nameEn: string;
  kind: StationKind;
}

const pickNames = ({ nameHi = '', nameEn = '', kind = 'territorial' }: Partial<Names>): Names => ({
  nameHi,
  nameEn,
  kind,
});

export type StationEditing = ReturnType<typeof useStationEditor>;

/** A station as it is being written, and what its officer can do with it. */
export function useStationEditor({ district, station, removed, onSaved, onReload }: EditorProps) {
  const { service } = useConsole();
  const may = useMe().role === 'district';
  // Only what is being written: the rest follows the record, however often that is read again.
  const [writtenNames, setNames] = useState<Partial<Names>>({});
  const [remark, setRemark] = useState('');
  const [written, setWritten] = useState<Record<string, string>>({});
  const names: Names = { ...pickNames(station ?? {}), ...writtenNames };
  const fields = { ...station?.fields, ...written };
  const { busy, error, run } = useAction();
  const hasName = names.nameHi !== '' || names.nameEn !== '';
  const isChanged =
    station === null ||
    names.nameHi !== station.nameHi ||
    names.nameEn !== station.nameEn ||
    names.kind !== station.kind;
  const version = station?.correction?.version ?? 0;

  const [answer, setAnswer] = useState<unknown>(null);
  const clear = () => {
    setNames({});
    setRemark('');
  };
  const settle = async (saved: string | null, undo?: Undo) => {
    await onSaved(saved, undo);
    clear();
  };
  const toBefore = (id: string, done: OverrideAction | 'undo') =>
    undoOf(service, { district, id, station, done });
  const correct = (action: OverrideAction, reason = '') =>
    run(async () => {
      const saved = await service.ask('POST /api/stations/:district/corrections', {
        params: { district },
        body: { action, station: station?.id ?? '', ...names, remark, reason, version },
      });
      setAnswer(saved);
      // What waits is not saved: only that it waits is said.
      if ('held' in saved) clear();
      else await settle(saved.station, toBefore(saved.station, action));
    });
  const undo = (reason = '') =>
    run(async () => {
      if (station === null) return;
      const undone = await service.ask('POST /api/stations/:district/:station/undo', {
        params: { district, station: station.id },
        body: { version, reason },
      });
      setAnswer(undone);
      if (isHeld(undone)) return;
      if (station.compiled === null) await settle(null);
      else await settle(station.id, toBefore(station.id, 'undo'));
    });
  return {
    may,
    /** Whether the names of the station can be written. */
    isOpen: may && !removed,
    names,
    changeNames: (part: Partial<Names>) => setNames((last) => ({ ...last, ...part })),
    remark,
    setRemark,
    /** Own fields that are being written. */
    written,
    setWritten,
    isChanged,
    /** null where there is nothing to draw. */
    draft:
      hasName && !removed
        ? { district, station: station?.id ?? null, ...names, ownFields: fields }
        : null,
    busy,
    error,
    /** Of the last word: whether it waits for a second officer. */
    answer,
    correct,
    undo,
    reload: () => run(onReload),
  };
}

interface Done {
  district: string;
  id: string;
  /** As it was before. */
  station: StationView | null;
  done: OverrideAction | 'undo';
}

/** Puts a station back as it was; one that was added or taken off, and a first word on one, by taking that word back. */
function undoOf(service: Service, { district, id, station, done }: Done): Undo {
  return async (reason) => {
    const { correction = null, ...before } = station ?? {};
    let version = done === 'undo' ? 0 : (correction?.version ?? 0) + 1;
    if (correction === null || done === 'remove') {
      const request = { params: { district, station: id }, body: { version, reason } };
      const taken = await service.ask('POST /api/stations/:district/:station/undo', request);
      if (correction === null || isHeld(taken)) return taken;
      version = 0;
    }
    const { remark, action: earlier } = correction;
    // To check a name says that it is right as it is now.
    const action = version > 0 || earlier === 'add' ? 'rename' : earlier;
    return service.ask('POST /api/stations/:district/corrections', {
      params: { district },
      body: { action, station: id, ...pickNames(before), remark, reason, version },
    });
  };
}
