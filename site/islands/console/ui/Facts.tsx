import type { ReactNode } from 'react';

/** A term with its value; false or null where it does not apply. */
export type Fact = readonly [term: string, value: ReactNode] | false | null;

interface FactsProps {
  className?: string;
  facts: readonly Fact[];
}

export function Facts({ className, facts }: FactsProps) {
  const shown = facts.filter((fact) => fact !== false && fact !== null);
  return (
    <dl className={className}>
      {shown.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
