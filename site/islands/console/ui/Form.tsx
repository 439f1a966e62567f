interface FormProps extends Omit<React.ComponentProps<'form'>, 'onSubmit'> {
  /** Gets the fields, and the form itself for those that empty it. */
  onSubmit: (fields: FormData, form: HTMLFormElement) => void;
}

/** A form whose fields a handler sends in the browser's place. */
export function Form({ onSubmit, ...form }: FormProps) {
  return (
    <form
      {...form}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(new FormData(event.currentTarget), event.currentTarget);
      }}
    />
  );
}
