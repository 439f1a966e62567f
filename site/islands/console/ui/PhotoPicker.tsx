import type { ReactNode } from 'react';

/** Types that phone cameras write. */
export const photoTypes = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic';

interface PickerProps {
  /** Read out in full, since the button is one of many. */
  label: string;
  children: ReactNode;
  disabled: boolean;
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
  disabled,
  onPick,
  accept,
}: PickerProps & { accept: string }) {
  return (
    <label className="button picker">
      <span aria-hidden="true">{children}</span>
      <input
        type="file"
        className="sr-only"
        aria-label={label}
        accept={accept}
        disabled={disabled}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = '';
          if (file !== undefined) onPick(file);
        }}
      />
    </label>
  );
}
