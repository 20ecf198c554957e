// The settings: a list of what can be set, beside the one that is open.
import { lazy } from 'react';
import { Navigate, NavLink, Route, Routes } from 'react-router';
import { templateTexts } from '../../../features/checklist/templateTexts';
import { shopSettingsTexts } from '../../../features/shop/shopSettingsTexts';
import { notificationRuleTexts } from '../../../features/notification-rule/messages';
import { paymentSettingsTexts } from '../../../features/payment-settings/messages';
import { subscriptionTypeTexts } from '../../../features/subscription/typeTexts';
import { scheduleTexts } from '../../../features/session/scheduleTexts';
import { calendarTexts, sessionTypeTexts } from '../../../features/visit/setupTexts';
import { useText } from '../../../i18n/text';
import { classes } from '../../../ui/classes';
import { Icon, type IconName } from '../../../ui/Icon';
import { shellTexts } from '../../messages';
import styles from './Settings.module.css';

const TagSettings = lazy(() => import('./tags/Page'));
const SubscriptionTypeSettings = lazy(() => import('./subscription-types/Page'));
const SessionTypeSettings = lazy(() => import('./session-types/Page'));
const CalendarSettings = lazy(() => import('./calendars/Page'));
const ChecklistSettings = lazy(() => import('./checklists/Page'));
const ScheduleSettings = lazy(() => import('./schedule/Page'));
const ShopSettings = lazy(() => import('./shop/Page'));
const NotificationRuleSettings = lazy(() => import('./notification-rules/Page'));
const PaymentSettings = lazy(() => import('./payments/Page'));
const ApiTokenSettings = lazy(() => import('./api-tokens/Page'));
const NotFound = lazy(() => import('../not-found/Page'));

export default function SettingsPage() {
  const text = useText(shellTexts);
  const subscriptionType = useText(subscriptionTypeTexts);
  const sessionType = useText(sessionTypeTexts);
  const calendar = useText(calendarTexts);
  const schedule = useText(scheduleTexts);
  const checklist = useText(templateTexts);
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
        <Item to="schedule" icon="clock" label={schedule.title} />
        <Item to="checklists" icon="check" label={checklist.title} />
        <Item to="shop" icon="cart" label={shop.title} />
        <Item to="notification-rules" icon="bell" label={rules.title} />
        <Item to="payments" icon="card" label={payments.title} />
        <Item to="api-tokens" icon="key" label={text.apiTokens} />
      </nav>
      <div className={styles.content}>
        <Routes>
          <Route index element={<Navigate replace to="tags" />} />
          <Route path="tags" element={<TagSettings />} />
          <Route path="subscription-types" element={<SubscriptionTypeSettings />} />
          <Route path="session-types" element={<SessionTypeSettings />} />
          <Route path="calendars" element={<CalendarSettings />} />
          <Route path="checklists" element={<ChecklistSettings />} />
          <Route path="schedule" element={<ScheduleSettings />} />
          <Route path="shop" element={<ShopSettings />} />
          <Route path="notification-rules" element={<NotificationRuleSettings />} />
          <Route path="payments" element={<PaymentSettings />} />
          <Route path="api-tokens" element={<ApiTokenSettings />} />
          <Route path="*" element={<NotFound />} />
        </Routes>
      </div>
    </div>
  );
}

function Item({ to, icon, label }: { to: string; icon: IconName; label: string }) {
  return (
    <NavLink to={`/settings/${to}`} className={({ isActive }) => classes(styles.item, isActive && styles.active)}>
      <Icon name={icon} />
      {label}
    </NavLink>
  );
}
