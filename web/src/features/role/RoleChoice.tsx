import type { Role } from '../../graphql/schema.generated';
import { useText } from '../../i18n/text';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { roleTexts } from './messages';
import styles from './Role.module.css';

/** The roles there are, and what the chosen one may do. */
export function RoleChoice({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const text = useText(roleTexts);
  return (
    <div>
      <SegmentedControl
        label={text.role}
        fullWidth
        value={value}
        onChange={onChange}
        options={(['EMPLOYEE', 'ADMIN'] as const).map((role) => ({ value: role, label: text.roles[role] }))}
      />
      <p className={styles.hint}>{text.roleHints[value]}</p>
    </div>
  );
}
