/** Parts of a blast in the order of its page. */
export const blastRows = ['text', 'list', 'hours', 'cap', 'cost'] as const;
export type BlastRow = (typeof blastRows)[number];

export const isBlastRow = (name: string | null): name is BlastRow =>
  blastRows.some((row) => row === name);
