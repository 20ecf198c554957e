// The place of a row that is done, kept until the list is read anew.
import { useText } from '../../../i18n/text';
import { Icon } from '../../../ui/Icon';
import styles from './Dashboard.module.css';
import { dashboardTexts } from './messages';

export function GoneRow({ what }: { what: readonly (string | undefined)[] }) {
  const text = useText(dashboardTexts);
  return (
    <li className={styles.gone}>
      <Icon name="check" size={16} />
      <span>{`${text.gone}: ${what.filter(Boolean).join(' · ')}`}</span>
    </li>
  );
}
