interface Props {
  texts: readonly string[];
  numbers?: readonly (string | false)[];
}

/** The head of a table: columns of text, then columns of figures; one that is false is left out. */
export function TableHead({ texts, numbers = [] }: Props) {
  return (
    <thead>
      <tr>
        {texts.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        {numbers.map(
          (name) =>
            name !== false && (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ),
        )}
      </tr>
    </thead>
  );
}
