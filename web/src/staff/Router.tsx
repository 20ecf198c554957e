// The addresses of the dashboard. Every page is a bundle of its own.
import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Layout } from './Layout';
import { Session } from './Session';

const SignIn = lazy(() => import('./pages/sign-in/Page'));
const Today = lazy(() => import('./pages/today/Page'));
const Members = lazy(() => import('./pages/members/Page'));
const MemberOverview = lazy(() => import('./pages/member-overview/Page'));
const MandateForm = lazy(() => import('./pages/mandate-form/Page'));
const Settings = lazy(() => import('./pages/settings/Page'));
const TagSettings = lazy(() => import('./pages/settings/tags/Page'));
const SubscriptionTypeSettings = lazy(() => import('./pages/settings/subscription-types/Page'));
const SessionTypeSettings = lazy(() => import('./pages/settings/session-types/Page'));
const CalendarSettings = lazy(() => import('./pages/settings/calendars/Page'));
const ShopSettings = lazy(() => import('./pages/settings/shop/Page'));
const NotificationRuleSettings = lazy(() => import('./pages/settings/notification-rules/Page'));
const PaymentSettings = lazy(() => import('./pages/settings/payments/Page'));
const ApiTokenSettings = lazy(() => import('./pages/settings/api-tokens/Page'));
const Receipt = lazy(() => import('./pages/receipt/Page'));
const Payments = lazy(() => import('./pages/payments/Page'));
const Batches = lazy(() => import('./pages/payments/BatchesPage'));
const NewBatch = lazy(() => import('./pages/payments/NewBatchPage'));
const Batch = lazy(() => import('./pages/payments/BatchPage'));
const Revenue = lazy(() => import('./pages/payments-revenue/Page'));
const NotFound = lazy(() => import('./pages/not-found/Page'));

export function Router() {
  return (
    <Routes>
      <Route path="/sign-in" element={<SignIn />} />
      <Route
        element={
          <Session>
            <Layout />
          </Session>
        }
      >
        <Route index element={<Today />} />
        <Route path="/members" element={<Members />} />
        <Route path="/members/:id" element={<MemberOverview />} />
        <Route path="/members/:id/mandate-form" element={<MandateForm />} />
        <Route path="/settings" element={<Settings />}>
          <Route index element={<Navigate replace to="tags" />} />
          <Route path="tags" element={<TagSettings />} />
          <Route path="subscription-types" element={<SubscriptionTypeSettings />} />
          <Route path="session-types" element={<SessionTypeSettings />} />
          <Route path="calendars" element={<CalendarSettings />} />
          <Route path="shop" element={<ShopSettings />} />
          <Route path="notification-rules" element={<NotificationRuleSettings />} />
          <Route path="payments" element={<PaymentSettings />} />
          <Route path="api-tokens" element={<ApiTokenSettings />} />
        </Route>
        <Route path="/payments" element={<Payments />}>
          <Route index element={<Batches />} />
          <Route path="new" element={<NewBatch />} />
          <Route path="revenue" element={<Revenue />} />
          <Route path=":id" element={<Batch />} />
        </Route>
        <Route path="/receipts/:ids" element={<Receipt />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
