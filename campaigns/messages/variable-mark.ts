import { untagged, variableTags } from './variable-tags.ts';

export type VariableKind = keyof typeof variableTags | typeof untagged;
export const variableKinds = [untagged, ...Object.keys(variableTags)] as VariableKind[];

/** A variable as written in a text; its group is the kind. */
export const variableMark = new RegExp(`\\{#(${variableKinds.join('|')})#\\}`, 'g');
