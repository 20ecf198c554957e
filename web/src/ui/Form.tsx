// A form on a page: what is wrong is said by its own fields and not by the browser, and it sends nothing by itself.
import type { ReactNode } from 'react';

interface FormProps {
  className?: string;
  onSubmit: () => unknown;
  children: ReactNode;
}

export function Form({ className, onSubmit, children }: FormProps) {
  return (
    <form
      noValidate
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
