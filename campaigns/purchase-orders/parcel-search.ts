const fold = (text: string) => text.toLowerCase().replace(/\s+/g, '');

/** Whether a parcel is found by what somebody typed: part of its code or of its station's name in any script. */
export function matchesParcel(typed: string, { code, names }: ParcelNames): boolean {
  return fold([code, ...names].join(' ')).includes(fold(typed));
}

export interface ParcelNames {
  code: string;
  names: readonly (string | undefined)[];
}
