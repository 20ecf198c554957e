// A button that is only an icon: its label is spoken, and shown with its shortcut when pointed at or focused.
import { ActionIcon } from '@mantine/core';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Loader.layer.css';
import '@mantine/core/styles/ActionIcon.layer.css';
import type { MouseEvent, Ref } from 'react';
import { ariaShortcut, type ButtonVariant } from './Button';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon';
import { showToast } from './toasts';

export interface IconButtonProps {
  icon: IconName;
  label: string;
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  variant?: ButtonVariant;
  size?: number;
  shortcut?: string;
  loading?: boolean;
  disabledReason?: string | null;
  popoverTarget?: string;
  ref?: Ref<HTMLButtonElement>;
  id?: string;
  className?: string;
  'aria-expanded'?: boolean;
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox';
  'aria-controls'?: string;
  'aria-pressed'?: boolean;
  /** What finishes the row that it stands in, for the key that does so. */
  'data-done'?: boolean;
}

export function IconButton({
  icon,
  label,
  onClick,
  variant = 'quiet',
  size = 18,
  shortcut,
  disabledReason,
  className,
  ...others
}: IconButtonProps) {
  return (
    <ActionIcon
      type="button"
      {...others}
      variant={variant}
      className={[styles.icon, className].filter(Boolean).join(' ')}
      aria-label={label}
      data-disabled={disabledReason ? true : undefined}
      aria-disabled={disabledReason ? true : undefined}
      aria-description={disabledReason ?? undefined}
      aria-keyshortcuts={ariaShortcut(shortcut)}
      data-tooltip={disabledReason ? `${label}: ${disabledReason}` : label}
      data-shortcut={shortcut}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        if (!disabledReason) return onClick?.(event);
        event.preventDefault();
        // A finger sees no tooltip.
        showToast({ text: disabledReason });
      }}
    >
      <Icon name={icon} size={size} />
    </ActionIcon>
  );
}

/** The same look for a link out of the page: mail, telephone, a file. */
export function IconLink({
  icon,
  label,
  href,
  shortcut,
  download,
}: {
  icon: IconName;
  label: string;
  href: string;
  shortcut?: string;
  download?: boolean;
}) {
  return (
    <ActionIcon
      component="a"
      href={href}
      download={download}
      variant="quiet"
      className={styles.icon}
      aria-label={label}
      data-tooltip={label}
      data-shortcut={shortcut}
    >
      <Icon name={icon} />
    </ActionIcon>
  );
}
