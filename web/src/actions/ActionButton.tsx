// Buttons drawn from an action: its label, icon, shortcut and, when refused, its reason.
import { Button, type ButtonVariant } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import type { MenuItem } from '../ui/Menu';
import type { Action } from './Action';

export function ActionButton({
  action,
  variant,
  fullWidth,
  className,
}: {
  action: Action;
  variant?: ButtonVariant;
  fullWidth?: boolean;
  className?: string;
}) {
  return (
    <Button
      variant={variant}
      fullWidth={fullWidth}
      className={className}
      icon={action.icon}
      shortcut={action.shortcut}
      disabledReason={action.disabledReason}
      onClick={action.run}
    >
      {action.label}
    </Button>
  );
}

export function ActionIconButton({
  action,
  variant,
  size,
}: {
  action: Action;
  variant?: ButtonVariant;
  size?: number;
}) {
  return (
    <IconButton
      variant={variant}
      size={size}
      icon={action.icon ?? 'more'}
      label={action.label}
      shortcut={action.shortcut}
      disabledReason={action.disabledReason}
      onClick={action.run}
    />
  );
}

export function actionMenuItem(action: Action): MenuItem {
  const { id, label, icon, shortcut, disabledReason, run } = action;
  return { id, label, icon, shortcut, disabledReason, onSelect: run };
}
