// Changes the role of somebody who works here; it counts at once, and can be taken back for a moment.
import { useState } from 'react';
import { useText } from '../../i18n/text';
import { FormDialog } from '../../ui/FormDialog';
import { roleTexts } from './messages';
import type { EmployeeTable_EmployeeFragment } from './Role.generated';
import { RoleChoice } from './RoleChoice';
import { useEmployment } from './useEmployment';

interface RoleDialogProps {
  employee: EmployeeTable_EmployeeFragment;
  /** The server has it. */
  onChanged: () => void;
  onClose: () => void;
}

export function RoleDialog({ employee, onChanged, onClose }: RoleDialogProps) {
  const text = useText(roleTexts);
  const [role, setRole] = useState(employee.role);
  const { changeRole } = useEmployment();
  const submit = () => {
    onClose();
    if (role !== employee.role) void changeRole(employee, role).then((isDone) => isDone && onChanged());
  };
  return (
    <FormDialog
      title={text.roleTitle(employee.fullName)}
      submitLabel={text.save}
      cancelLabel={text.cancel}
      isSaving={false}
      onClose={onClose}
      onSubmit={submit}
    >
      <RoleChoice value={role} onChange={setRole} />
    </FormDialog>
  );
}
