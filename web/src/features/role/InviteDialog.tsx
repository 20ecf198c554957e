// Makes a link by which somebody comes to work here, and shows it the only time it can be seen.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { newId } from '../../graphql/newId';
import type { Role } from '../../graphql/schema.generated';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { FormDialog } from '../../ui/FormDialog';
import { TextField } from '../../ui/TextField';
import { InvitationLink } from './InvitationLink';
import { roleTexts } from './messages';
import { InviteEmployeeDocument } from './Role.generated';
import styles from './Role.module.css';
import { RoleChoice } from './RoleChoice';
import { useReadEmployment } from './useEmployment';

export interface Invitee {
  firstName: string;
  lastName: string;
  email: string;
  role: Role;
}

export function InviteDialog({ invitee, onClose }: { invitee: Invitee | null; onClose: () => void }) {
  const text = useText(roleTexts);
  const [id, setId] = useState(() => newId());
  const [person, setPerson] = useState<Invitee>(
    invitee ?? { firstName: '', lastName: '', email: '', role: 'EMPLOYEE' as Role },
  );
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [invite, { data, loading }] = useMutation(InviteEmployeeDocument);
  const readAgain = useReadEmployment();
  const formErrors = useFormErrors();
  const set = (change: Partial<Invitee>) => setPerson({ ...person, ...change });
  const submit = async () => {
    const missing = Object.fromEntries(
      (['firstName', 'lastName', 'email'] as const)
        .filter((field) => !person[field].trim())
        .map((field) => [field, text.missing]),
    );
    if (Object.keys(missing).length > 0) return setErrors(missing);
    try {
      await invite({ variables: { input: { id, ...person } } });
      void readAgain();
    } catch (error) {
      // The link of one that was made, whose answer was lost, cannot be seen again: the next attempt replaces it.
      setId(newId());
      setErrors(formErrors(error, ['firstName', 'lastName', 'email']));
    }
  };
  if (data) {
    const { url, invitation } = data.inviteEmployee;
    return <InvitationLink url={url} name={invitation.firstName} expiresAt={invitation.expiresAt} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={text.inviteTitle}
      submitLabel={text.makeLink}
      cancelLabel={text.cancel}
      isSaving={loading}
      error={errors['']}
      size="medium"
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <div className={styles.names}>
        <TextField
          label={text.firstName}
          value={person.firstName}
          maxLength={80}
          error={errors.firstName}
          onChange={(firstName) => set({ firstName })}
          autoFocus
        />
        <TextField
          label={text.lastName}
          value={person.lastName}
          maxLength={80}
          error={errors.lastName}
          onChange={(lastName) => set({ lastName })}
        />
      </div>
      <TextField
        type="email"
        label={text.email}
        description={text.emailHint}
        value={person.email}
        error={errors.email}
        onChange={(email) => set({ email })}
      />
      <RoleChoice value={person.role} onChange={(role) => set({ role })} />
    </FormDialog>
  );
}
