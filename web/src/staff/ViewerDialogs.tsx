// What the account menu opens: signing out, here or everywhere, and another password. Loaded when it is asked for.
import { ChangePasswordDialog } from '../features/account/ChangePasswordDialog';
import { SignOut } from './SignOut';

export type ViewerDialog = 'here' | 'everywhere' | 'password';

export default function ViewerDialogs({ opened, onClose }: { opened: ViewerDialog; onClose: () => void }) {
  return opened === 'password' ? (
    <ChangePasswordDialog onClose={onClose} />
  ) : (
    <SignOut where={opened} onClose={onClose} />
  );
}
