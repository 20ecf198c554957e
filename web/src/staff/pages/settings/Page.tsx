// The settings: a list of what can be set, beside the one that is open.
import { NavLink, Outlet } from 'react-router';
import { shopSettingsTexts } from '../../../features/shop/shopSettingsTexts';
import { notificationRuleTexts } from '../../../features/notification-rule/messages';
import { paymentSettingsTexts } from '../../../features/payment-settings/messages';
import { subscriptionTypeTexts } from '../../../features/subscription/typeTexts';
import { calendarTexts, sessionTypeTexts } from '../../../features/visit/setupTexts';
import { useText } from '../../../i18n/text';
import { classes } from '../../../ui/classes';
import { Icon, type IconName } from '../../../ui/Icon';
import { shellTexts } from '../../messages';
import styles from './Settings.module.css';

export default function SettingsPage() {
  const text = useText(shellTexts);
  const subscriptionType = useText(subscriptionTypeTexts);
  const sessionType = useText(sessionTypeTexts);
  const calendar = useText(calendarTexts);
  const shop = useText(shopSettingsTexts);
  const payments = useText(paymentSettingsTexts);
  const rules = useText(notificationRuleTexts);
  return (
    <div className={styles.settings}>
      <nav aria-label={text.settings} className={styles.list}>
        <Item to="tags" icon="tag" label={text.tags} />
        <Item to="subscription-types" icon="card" label={subscriptionType.title} />
        <Item to="session-types" icon="list" label={sessionType.title} />
        <Item to="calendars" icon="calendar" label={calendar.title} />
        <Item to="shop" icon="cart" label={shop.title} />
        <Item to="notification-rules" icon="bell" label={rules.title} />
        <Item to="payments" icon="card" label={payments.title} />
        <Item to="api-tokens" icon="key" label={text.apiTokens} />
      </nav>
      <div className={styles.content}>
        <Outlet />
      </div>
    </div>
  );
}

function Item({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <NavLink to={to} className={({ isActive }) => classes(styles.item, isActive && styles.active)}>
      <Icon name={icon} />
      {label}
    </NavLink>
  );
}
