// A button with words. One that cannot be used now stays reachable and says why.
import { Button as KitButton } from '@mantine/core';
import '@mantine/core/styles/UnstyledButton.layer.css';
import '@mantine/core/styles/Loader.layer.css';
import '@mantine/core/styles/Button.layer.css';
import type { MouseEvent, ReactNode, Ref } from 'react';
import styles from './Button.module.css';
import { Icon, type IconName } from './Icon';
import { showToast } from './toasts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonLook {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: 'sm' | 'md';
  icon?: IconName;
  iconAfter?: IconName;
  fullWidth?: boolean;
  /** Shown in the tooltip, e.g. "N" or "P 1". */
  shortcut?: string;
  className?: string;
}

export interface ButtonProps extends ButtonLook {
  type?: 'button' | 'submit';
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void;
  loading?: boolean;
  /** Why it cannot be used now; its presence switches the button off. */
  disabledReason?: string | null;
  tooltip?: string;
  popoverTarget?: string;
  ref?: Ref<HTMLButtonElement>;
  id?: string;
  'aria-label'?: string;
  'aria-expanded'?: boolean;
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox';
  'aria-controls'?: string;
  'aria-pressed'?: boolean;
  'data-autofocus'?: boolean;
  /** What finishes the row that it stands in, for the key that does so. */
  'data-done'?: boolean;
}

export function look({
  variant = 'secondary',
  size = 'sm',
  icon,
  iconAfter,
  fullWidth,
  className,
}: Omit<ButtonLook, 'children'>) {
  return {
    variant,
    size,
    fullWidth,
    className: [styles.button, className].filter(Boolean).join(' '),
    leftSection: icon && <Icon name={icon} size={17} />,
    rightSection: iconAfter && <Icon name={iconAfter} size={15} />,
  };
}

export function Button({
  children,
  variant,
  size,
  icon,
  iconAfter,
  fullWidth,
  className,
  shortcut,
  disabledReason,
  tooltip,
  onClick,
  loading,
  ...others
}: ButtonProps) {
  return (
    <KitButton
      type="button"
      {...others}
      {...look({ variant, size, icon, iconAfter, fullWidth, className })}
      loading={loading}
      data-disabled={disabledReason ? true : undefined}
      aria-disabled={disabledReason ? true : undefined}
      aria-description={disabledReason ?? undefined}
      aria-keyshortcuts={ariaShortcut(shortcut)}
      data-tooltip={disabledReason ?? tooltip ?? (shortcut ? '' : undefined)}
      data-shortcut={shortcut}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        if (!disabledReason) return onClick?.(event);
        event.preventDefault();
        // A finger sees no tooltip.
        showToast({ text: disabledReason });
      }}
    >
      {children}
    </KitButton>
  );
}

/** Our "Mod+K" and "C E" in the notation of ARIA; sequences have none. */
export function ariaShortcut(shortcut: string | undefined): string | undefined {
  if (!shortcut || shortcut.includes(' ')) return undefined;
  return shortcut.replace('Mod+', 'Control+');
}
