// A dialog that is a form: what cannot be saved is said on top, and the last button saves.
import type { ReactNode } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { InlineMessage } from './InlineMessage';

interface FormDialogProps {
  title: string;
  submitLabel: string;
  cancelLabel: string;
  isSaving: boolean;
  /** What is wrong with the whole; each field says its own. */
  error?: string | null;
  size?: 'small' | 'medium' | 'large';
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

export function FormDialog({
  title,
  submitLabel,
  cancelLabel,
  isSaving,
  error,
  size,
  onClose,
  onSubmit,
  children,
}: FormDialogProps) {
  return (
    <Dialog
      open
      title={title}
      size={size}
      onClose={onClose}
      onSubmit={onSubmit}
      footer={
        <>
          <Button onClick={onClose}>{cancelLabel}</Button>
          <Button type="submit" variant="primary" loading={isSaving}>
            {submitLabel}
          </Button>
        </>
      }
    >
      {error && <InlineMessage tone="bad">{error}</InlineMessage>}
      {children}
    </Dialog>
  );
}
