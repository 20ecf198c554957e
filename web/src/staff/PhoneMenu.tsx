// The navigation on a phone, behind the menu button.
import { useNavigate } from 'react-router';
import { useText } from '../i18n/text';
import { IconButton } from '../ui/IconButton';
import { Menu } from '../ui/Menu';
import styles from './PhoneMenu.module.css';
import { useViewer } from './session';
import { shellTexts } from './messages';

export function PhoneMenu() {
  const text = useText(shellTexts);
  const navigate = useNavigate();
  const mayManagePayments = useViewer()?.permissions.includes('MANAGE_PAYMENTS');
  const go = (to: string) => () => void navigate(to);
  return (
    <div className={styles.phone}>
      <Menu
        label={text.navigation}
        trigger={(props) => <IconButton {...props} icon="menu" label={text.menu} />}
        sections={[
          {
            items: [
              { id: 'today', label: text.today, icon: 'home', onSelect: go('/') },
              { id: 'calendar', label: text.calendar, icon: 'calendar', onSelect: go('/calendar') },
              { id: 'members', label: text.members, icon: 'members', onSelect: go('/members') },
              ...(mayManagePayments
                ? [{ id: 'payments', label: text.payments, icon: 'card' as const, onSelect: go('/payments') }]
                : []),
            ],
          },
          {
            label: text.settings,
            items: [
              { id: 'settings', label: text.allSettings, icon: 'settings', onSelect: go('/settings') },
              { id: 'tags', label: text.tags, icon: 'tag', onSelect: go('/settings/tags') },
              { id: 'api-tokens', label: text.apiTokens, icon: 'key', onSelect: go('/settings/api-tokens') },
            ],
          },
        ]}
      />
    </div>
  );
}
