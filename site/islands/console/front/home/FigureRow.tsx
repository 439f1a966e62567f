import { useId } from 'react';
import { localPath } from '../../../../i18n/language.ts';
import { useConsole } from '../../ui/console-context.ts';

interface Figure {
  value: string;
  label: string;
  /** Page of what is counted, in Hindi. */
  link?: string;
}

/** Three figures at most, large, each above what it counts. */
export function FigureRow({ title, figures }: { title: string; figures: readonly Figure[] }) {
  const { language } = useConsole();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl className="figure-row">
        {figures.map(({ value, label, link }) => (
          <div key={label}>
            <dt>{link === undefined ? label : <a href={localPath(language, link)}>{label}</a>}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
