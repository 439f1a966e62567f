import { useState } from 'react';
import type { OverrideAction } from '../../../../../campaigns/directory/override-table.ts';
import type { StationKind } from '../../../../../campaigns/directory/station.ts';
import type {
  NameReportView,
  StationView,
} from '../../../../../messaging/field/stations/stations-schemas.ts';
import { useConsole, useMe } from '../../ui/console-context.ts';
import { isHeld } from '../../ui/Effect.tsx';
import { useAction } from '../../ui/use-service.ts';

export interface EditorProps {
  district: string;
  /** null for one that is added. */
  station: StationView | null;
  removed: boolean;
  reports: readonly NameReportView[];
  /** Called after each change with the station that it concerns; resolves when the list is read again. */
  onSaved: (station: string | null) => Promise<void>;
  /** Reads the list again. */
  onReload: () => Promise<void>;
}

interface Names {
  nameHi: string;
  nameEn: string;
  kind: StationKind;
}

export type StationEditing = ReturnType<typeof useStationEditor>;

/** A station as it is being written, and what its officer can do with it. */
export function useStationEditor({ district, station, removed, onSaved, onReload }: EditorProps) {
  const { service } = useConsole();
  const may = useMe().role === 'district';
  // Only what is being written: the rest follows the record, however often that is read again.
  const [writtenNames, setNames] = useState<Partial<Names>>({});
  const [remark, setRemark] = useState('');
  const [written, setWritten] = useState<Record<string, string>>({});
  const { nameHi = '', nameEn = '', kind = 'territorial' } = station ?? {};
  const names: Names = { nameHi, nameEn, kind, ...writtenNames };
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
  const settle = async (saved: string | null) => {
    await onSaved(saved);
    clear();
  };
  const correct = (action: OverrideAction, reason = '') =>
    run(async () => {
      const saved = await service.ask('POST /api/stations/:district/corrections', {
        params: { district },
        body: { action, station: station?.id ?? '', ...names, remark, reason, version },
      });
      setAnswer(saved);
      // What waits is not saved: only that it waits is said.
      if ('held' in saved) clear();
      else await settle(saved.station);
    });
  const undo = (reason = '') =>
    run(async () => {
      if (station === null) return;
      const undone = await service.ask('POST /api/stations/:district/:station/undo', {
        params: { district, station: station.id },
        body: { version, reason },
      });
      setAnswer(undone);
      if (!isHeld(undone)) await settle(station.compiled === null ? null : station.id);
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
