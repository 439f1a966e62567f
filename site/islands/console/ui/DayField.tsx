import { type ComponentProps, type ReactNode, useState } from 'react';
import { pickName } from '../../../../campaigns/directory/pick-name.ts';
import { type DistrictName, useConsole, useDistrictName } from './console-context.ts';
import { Field, SelectField } from './parts.tsx';

interface DayFieldProps {
  label: string;
  name: string;
  given: string;
  min?: string;
  max: string;
  error?: string | undefined;
  required?: boolean;
}

/** A day; in words as well, since the browser's field may put the month first. */
export function DayField({ label, name, given, min, max, error, required = true }: DayFieldProps) {
  const { format } = useConsole();
  const [day, setDay] = useState(given);
  return (
    <Field label={label} hint={day === '' ? undefined : format.day(day)} error={error}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          name={name}
          value={day}
          min={min}
          max={max}
          required={required}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface FileFieldProps {
  label: string;
  hint: string;
  error?: string | undefined;
  name?: string;
  accept: string;
  required?: boolean;
  onChoose?: (file: File | undefined) => void;
  /** The chosen file in words; its name where this is left out. */
  describe?: (file: File) => string;
}

/** A file of the form; the words on the button are ours, since a browser speaks its own language. */
export function FileField(props: FileFieldProps) {
  const { label, hint, error, name, accept, required = false, onChoose } = props;
  const { describe = (file) => file.name } = props;
  const { words } = useConsole();
  const [chosen, setChosen] = useState<File>();
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <div className="file">
          <input
            {...ids}
            type="file"
            name={name}
            accept={accept}
            required={required}
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              setChosen(file);
              onChoose?.(file);
            }}
          />
          <span className="file-face" aria-hidden="true">
            <span className="file-button">{words.chooseFile}</span>
            <span>{chosen === undefined ? words.noFile : describe(chosen)}</span>
          </span>
        </div>
      )}
    </Field>
  );
}

/** Types that phone cameras write. */
export const photoTypes = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic';

interface PickerProps {
  /** Read out in full, since the button is one of many. */
  label: string;
  children: ReactNode;
  disabled: boolean;
  /** Whether several may be chosen at once: each is handed on. */
  multiple?: boolean;
  look?: string | undefined;
  /** Opens the camera and not the pictures. */
  capture?: 'environment';
  onPick: (file: File) => void;
}

/** A button that opens the camera or the pictures of a phone, and hands the picture on at once. */
export function PhotoPicker(props: PickerProps) {
  return <FilePicker {...props} accept={photoTypes} />;
}

/** The same for files of other kinds. */
export function FilePicker({
  label,
  children,
  onPick,
  look = 'button',
  ...input
}: PickerProps & { accept: string }) {
  return (
    <label className={`${look} picker`}>
      <span aria-hidden="true">{children}</span>
      <input
        type="file"
        className="sr-only"
        aria-label={label}
        {...input}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          for (const file of files) onPick(file);
        }}
      />
    </label>
  );
}

interface StationFieldProps {
  label: string;
  stations: readonly { station: string; nameHi: string; nameEn: string }[];
  isLoading: boolean;
}

/** A station of a form, none of which is chosen at first. */
export function StationField({ label, stations, isLoading }: StationFieldProps) {
  const { words, language } = useConsole();
  return (
    <SelectField
      label={label}
      name="station"
      required
      defaultValue=""
      unchosen={isLoading ? words.loading : words.choose}
      options={stations.map((each) => [each.station, pickName(each, language)] as const)}
    />
  );
}

interface DistrictFieldProps extends Omit<ComponentProps<typeof SelectField<string>>, 'options'> {
  /** The whole state is a choice. */
  maybe?: boolean | undefined;
  /** Words of no district. */
  empty?: string;
  /** All of them without it. */
  of?: readonly Pick<DistrictName, 'id'>[];
}

/** A choice of a district, by name. */
export function DistrictField({ maybe, empty, of, ...select }: DistrictFieldProps) {
  const { districts, words } = useConsole();
  const nameDistrict = useDistrictName();
  const named = (of ?? districts).map(({ id }) => [id, nameDistrict(id)] as const);
  const none = empty ?? (maybe ? words.wholeState : undefined);
  const options = none === undefined ? named : [['', none] as const, ...named];
  return <SelectField {...select} options={options} />;
}
