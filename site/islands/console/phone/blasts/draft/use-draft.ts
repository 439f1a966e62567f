import { useMemo, useState } from 'react';
import { useConsole } from '../../../ui/console-context.ts';
import { useInAddress } from '../../../ui/in-address.ts';
import { readNow } from '../../../ui/use-days.ts';
import { type BlastRow, blastRows, isBlastRow } from '../blast-row.ts';
import { type DraftForm, renameAfterText } from './draft-form.ts';
import type { DraftProps } from './editor-props.ts';
import { findFaults, keepWithinLaw } from './form-faults.ts';
import { isSame, useKeptForm } from './use-kept-form.ts';

/** The draft that is being written, the row that is open, and the way to its approval. */
export function useDraft(props: DraftProps) {
  const { texts, today, kept, reload } = props;
  const { service, language } = useConsole();
  const templates = useMemo(() => texts.templates.map(({ template }) => template), [texts]);
  const known = { templates, now: readNow(today) };
  const { form, setForm, save, ...keeping } = useKeptForm({ ...props, ...known });
  /** The fields as they were when the row was opened. */
  const [before, setBefore] = useState<{ row: BlastRow; form: DraftForm } | null>(null);
  /** How often it was tried to go on in spite of faults. */
  const [tried, setTried] = useState(0);
  const { value, open, keep } = useInAddress('row');
  const row = isBlastRow(value) ? value : null;
  const faultsOf = (name: BlastRow) => findFaults(name, form, known);
  const show = (next: BlastRow | null) => {
    setTried(0);
    if (next !== null && next !== before?.row) setBefore({ row: next, form });
    open(next);
  };
  return {
    ...keeping,
    form,
    templates,
    row,
    show,
    tried,
    faults: row === null ? {} : faultsOf(row),
    /** Faults still to be put right, by row. */
    missing: blastRows.flatMap((name) =>
      [...new Set(Object.values(faultsOf(name)))].map((fault) => ({ row: name, fault })),
    ),
    change: (part: Partial<DraftForm>) => {
      if (row !== null && row !== before?.row) setBefore({ row, form });
      setForm((last) => {
        const next = keepWithinLaw({ ...last, ...part }, templates);
        return renameAfterText(last, next, { texts: texts.templates, language, today });
      });
    },
    /** Closes the row, unless something in it is wrong. */
    done: () => {
      if (row !== null && Object.keys(faultsOf(row)).length > 0) setTried(tried + 1);
      else show(null);
    },
    /** The row that was changed since it was opened; null when nothing was. */
    changed: before === null || isSame(before.form, form) ? null : before.row,
    undo: () => before !== null && setForm(before.form),
    submit: () => {
      const { faultyRow, isDirty, run } = keeping;
      if (faultyRow !== null) {
        show(faultyRow);
        setTried(tried + 1);
        return;
      }
      run(async () => {
        const { blast } = isDirty || kept === null ? await save() : kept;
        await service.ask('POST /api/blasts/:id/submit', { params: { id: blast.id } });
        keep(null);
        await reload();
      });
    },
  };
}
