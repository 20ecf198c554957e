// Changes the password of one's own account, for the staff and for members. Loaded when somebody asks for it.
import { useMutation } from '@apollo/client/react';
import { useState } from 'react';
import { useFormErrors } from '../../graphql/useErrorText';
import { useText } from '../../i18n/text';
import { FormDialog } from '../../ui/FormDialog';
import { PasswordField } from '../../ui/TextField';
import { showToast } from '../../ui/toasts';
import { ChangePasswordDocument } from './ChangePassword.generated';
import { passwordTexts } from './passwordTexts';

export function ChangePasswordDialog({ onClose }: { onClose: () => void }) {
  const text = useText(passwordTexts);
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [change, { loading }] = useMutation(ChangePasswordDocument);
  const formErrors = useFormErrors();
  const submit = async () => {
    const missing = {
      ...(!currentPassword && { currentPassword: text.missing }),
      ...(!newPassword && { newPassword: text.missing }),
    };
    if (Object.keys(missing).length > 0) return setErrors(missing);
    try {
      const { data } = await change({ variables: { input: { currentPassword, newPassword } } });
      showToast({ kind: 'success', text: text.changed(data?.changePassword.endedSessionCount ?? 0) });
      onClose();
    } catch (error) {
      setErrors(formErrors(error, ['currentPassword', 'newPassword']));
    }
  };
  return (
    <FormDialog
      title={text.title}
      submitLabel={text.submit}
      cancelLabel={text.cancel}
      isSaving={loading}
      error={errors['']}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <PasswordField
        label={text.current}
        autoComplete="current-password"
        value={currentPassword}
        error={errors.currentPassword}
        onChange={setCurrent}
        autoFocus
      />
      <PasswordField
        label={text.chosen}
        description={text.hint}
        autoComplete="new-password"
        value={newPassword}
        error={errors.newPassword}
        onChange={setNew}
      />
      <p>{text.elsewhere}</p>
    </FormDialog>
  );
}
