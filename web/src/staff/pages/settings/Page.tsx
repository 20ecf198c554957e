// The settings: a list of what can be set, beside the one that is open. The address may name one setting on it.
import { lazy } from 'react';
import { NavLink, Route, Routes } from 'react-router';
import { useLocale } from '../../../i18n/locale';
import { useText } from '../../../i18n/text';
import { classes } from '../../../ui/classes';
import { Icon, type IconName } from '../../../ui/Icon';
import { shellTexts } from '../../messages';
import { useViewer } from '../../session';
import styles from './Settings.module.css';
import { pagesFor } from './settingsIndex';
import { useSettingTarget } from './useSettingTarget';

const SettingsIndex = lazy(() => import('./index/Page'));
const GymSettings = lazy(() => import('./gym/Page'));
const TagSettings = lazy(() => import('./tags/Page'));
const SubscriptionTypeSettings = lazy(() => import('./subscription-types/Page'));
const SessionTypeSettings = lazy(() => import('./session-types/Page'));
const CalendarSettings = lazy(() => import('./calendars/Page'));
const ChecklistSettings = lazy(() => import('./checklists/Page'));
const ScheduleSettings = lazy(() => import('./schedule/Page'));
const ShopSettings = lazy(() => import('./shop/Page'));
const NotificationRuleSettings = lazy(() => import('./notification-rules/Page'));
const PaymentSettings = lazy(() => import('./payments/Page'));
const EmployeeSettings = lazy(() => import('./employees/Page'));
const ApiTokenSettings = lazy(() => import('./api-tokens/Page'));
const Changes = lazy(() => import('./changes/Page'));
const NotFound = lazy(() => import('../not-found/Page'));

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
  return (
    <NavLink end to={`/settings${to}`} className={({ isActive }) => classes(styles.item, isActive && styles.active)}>
      <Icon name={icon} />
      {label}
    </NavLink>
  );
}
