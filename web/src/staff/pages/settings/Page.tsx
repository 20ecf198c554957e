// The settings: a list of what can be set, beside the one that is open. The address may name one setting on it.
import { Link, Route, Routes, useMatch } from 'react-router';
import { useLocale } from '../../../i18n/locale';
import { useText } from '../../../i18n/text';
import { classes } from '../../../ui/classes';
import { Icon, type IconName } from '../../../ui/Icon';
import { shellTexts } from '../../messages';
import { useViewer } from '../../session';
import styles from './Settings.module.css';
import { pagesFor } from './settingsIndex';
import { useInSight } from './useInSight';
import { useSettingTarget } from './useSettingTarget';
import { laterPage } from '../../laterPage';

const SettingsIndex = laterPage(() => import('./index/Page'));
const GymSettings = laterPage(() => import('./gym/Page'));
const TagSettings = laterPage(() => import('./tags/Page'));
const SubscriptionTypeSettings = laterPage(() => import('./subscription-types/Page'));
const SessionTypeSettings = laterPage(() => import('./session-types/Page'));
const CalendarSettings = laterPage(() => import('./calendars/Page'));
const ChecklistSettings = laterPage(() => import('./checklists/Page'));
const ScheduleSettings = laterPage(() => import('./schedule/Page'));
const ShopSettings = laterPage(() => import('./shop/Page'));
const NotificationRuleSettings = laterPage(() => import('./notification-rules/Page'));
const PaymentSettings = laterPage(() => import('./payments/Page'));
const EmployeeSettings = laterPage(() => import('./employees/Page'));
const ApiTokenSettings = laterPage(() => import('./api-tokens/Page'));
const Changes = laterPage(() => import('./changes/Page'));
const NotFound = laterPage(() => import('../not-found/Page'));

export default function SettingsPage() {
  const text = useText(shellTexts);
  const { locale } = useLocale();
  const permissions = useViewer()?.permissions ?? [];
  useSettingTarget();
  return (
    <div className={styles.settings}>
      <nav aria-label={text.settings} className={styles.list}>
        <Item to="" icon="search" label={text.allSettings} />
        {pagesFor(permissions).map(({ path, icon, title }) => (
          <Item key={path} to={`/${path}`} icon={icon} label={title[locale]} />
        ))}
      </nav>
      <div className={styles.content}>
        <Routes>
          <Route index element={<SettingsIndex />} />
          <Route path="gym" element={<GymSettings />} />
          <Route path="tags" element={<TagSettings />} />
          <Route path="subscription-types" element={<SubscriptionTypeSettings />} />
          <Route path="session-types" element={<SessionTypeSettings />} />
          <Route path="calendars" element={<CalendarSettings />} />
          <Route path="checklists" element={<ChecklistSettings />} />
          <Route path="schedule" element={<ScheduleSettings />} />
          <Route path="shop" element={<ShopSettings />} />
          <Route path="notification-rules" element={<NotificationRuleSettings />} />
          <Route path="payments" element={<PaymentSettings />} />
          <Route path="employees" element={<EmployeeSettings />} />
          <Route path="api-tokens" element={<ApiTokenSettings />} />
          <Route path="changes" element={<Changes />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </div>
    </div>
  );
}

function Item({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  const isCurrent = useMatch(`/settings${to}`) !== null;
  const entry = useInSight(isCurrent);
  return (
    <Link
      ref={entry}
      to={`/settings${to}`}
      aria-current={isCurrent ? 'page' : undefined}
      className={classes(styles.item, isCurrent && styles.active)}
    >
      <Icon name={icon} />
      {label}
    </Link>
  );
}
