import type { ReactNode } from 'react';
import { valueAt } from '../../../../../campaigns/studio/path.ts';
import type { StudioField } from '../../../../../campaigns/studio/studio-fields.ts';
import { useConsole } from '../../ui/console-context.ts';
import { ColumnInput, WordsInput } from './FieldInput.tsx';
import { HostField } from './HostField.tsx';
import { RowsField } from './RowsField.tsx';
import { ServicesField } from './ServicesField.tsx';
import { UrduNameList, UrduRows, UrduWords } from './UrduFields.tsx';
import type { OpenDraft } from './use-draft.ts';

interface PartFieldProps {
  field: StudioField;
  open: OpenDraft;
}

/** A field of the draft, by its kind. */
export function PartField({ field, open }: PartFieldProps): ReactNode {
  const { language } = useConsole();
  const value = valueAt(open.content, field.path);
  const label = field.label[language];
  switch (field.kind) {
    case 'words':
      return (
        <WordsInput
          label={label}
          value={value as { hi: string; en: string }}
          most={field.most}
          long={field.long}
          path={field.path}
          faults={open.draft.faults}
          onChange={(key, text) => open.set([...field.path, key], text)}
        />
      );
    case 'rows':
      return <RowsField field={field} open={open} />;
    case 'row':
      return (
        <fieldset className="studio-rows">
          <legend>{label}</legend>
          <div className="studio-cells">
            {field.columns.map((column) => (
              <ColumnInput
                key={column.key}
                column={column}
                row={value}
                rowName={label}
                path={field.path}
                faults={open.draft.faults}
                isNew={false}
                onChange={(steps, next) => open.set([...field.path, ...steps], next)}
              />
            ))}
          </div>
        </fieldset>
      );
    case 'services':
      return <ServicesField open={open} />;
    case 'host':
      return <HostField open={open} />;
    case 'urdu':
      return <UrduWords field={field} open={open} />;
    case 'urdu-rows':
      return <UrduRows field={field} open={open} />;
    case 'urdu-names':
      return <UrduNameList field={field} open={open} />;
  }
}
